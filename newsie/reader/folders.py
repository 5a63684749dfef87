"""The folders in which pipelines lie, and what reads names in them (模型目录).

>>> find_folder("no such pipeline")
Traceback (most recent call last):
...
newsie.errors.ModelError: no pipeline 'no such pipeline': neither a folder nor one of ...
"""

from __future__ import annotations

import json
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path

from newsie.errors import ModelError
from newsie.reader.names import Entities

FACTORY = "newsie_entities"
"""The name of the component's factory: spaCy's factory names hold no dots."""


def pipeline_folders() -> tuple[Path, ...]:
    """Return where pipelines lie: in the installed package, and beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    return package / "models", package.parent / "models"


def find_folder(name_or_path: str) -> Path:
    """Return the folder of a pipeline.

    Raises:
        ModelError: there is none.
    """
    places = [Path(name_or_path), *(folder / name_or_path for folder in pipeline_folders())]
    for place in places:
        if (place / "config.cfg").is_file():
            return place
    known = sorted(
        {path.parent.name for folder in pipeline_folders() for path in folder.glob("*/config.cfg")}
    )
    raise ModelError(
        f"no pipeline {name_or_path!r}: neither a folder nor one of {', '.join(known)}; "
        "without a trained one: zh_chars"
    )


def name_of(folder: Path) -> str:
    """Return a pipeline's own name, or its folder's if it has none."""
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return str(meta["name"])
    except (OSError, ValueError, KeyError, TypeError):
        return folder.resolve().name


def read_entities(folder: Path) -> Entities | None:
    """Return the component that finds names in a pipeline, if newsie's own is all the pipeline has.

    It is read without spaCy, whose import takes longer than all else that a reader of records waits for.

    Raises:
        ModelError: its weights are missing or damaged.
    """
    name = _only_component(folder / "config.cfg")
    return Entities(name).from_disk(folder / name) if name else None


def _only_component(config: Path) -> str | None:
    """Return the name of a pipeline's only component if it is of newsie's factory."""
    parser = ConfigParser(interpolation=None)
    try:
        parser.read(config, encoding="utf-8")
        names = json.loads(parser["nlp"]["pipeline"])
        factories = [json.loads(parser[f"components.{name}"]["factory"]) for name in names]
    except (ConfigError, KeyError, ValueError):
        return None  # spaCy says what is wrong with it
    return str(names[0]) if factories == [FACTORY] else None
