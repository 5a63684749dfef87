"""HanLP's saved components, loaded from disk and never from the network."""

from __future__ import annotations

import io
import os
import socket
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final, Literal, TypeAlias

from newsie.errors import ModelError

Reads: TypeAlias = Literal["words", "characters"]
Named: TypeAlias = tuple[str, int, int]
"""HanLP's label, and the half-open range of tokens."""

_TASKS: Final = ("ner/msra", "ner/pku", "ner/ontonotes", "ner")
"""Tasks of a multi-task model that find names, the best for newspapers first."""

_OF_CHARACTERS: Final = ("ner_bert_base_msra", "msra_ner_albert_base")
"""HanLP's own models of characters, by the names of their folders."""

_IOBES: Final = {"L": "E", "U": "S", "M": "I"}
"""BIOUL and BMES, called as in IOBES."""

_PROBE: Final = list("县长王某某到青河县调研。")


@dataclass(frozen=True, slots=True)
class Recognizer:
    """A component of HanLP that finds names in sentences given as tokens.

    Attributes:
        model: where it is, as it was asked for.
        reads: what its tokens are.
        component: the component.
        task: the task of a multi-task model, or None.
        folder: where its files lie.
    """

    model: str
    reads: Reads
    component: Any
    task: str | None
    folder: Path | None = None

    def __reduce__(self) -> tuple[Callable[[str, str], Recognizer], tuple[str, str]]:
        """Let another process load the model itself."""
        return load_recognizer, (self.model, self.reads)

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[Named]]:
        """Return the names in each sentence; none may be empty."""
        given = [list(sentence) for sentence in sentences]
        if self.task is not None:
            found = self.component(given, tasks=self.task, skip_tasks="tok*")[self.task]
        elif type(self.component).__name__ == "RNNNamedEntityRecognizer":
            return _tagged(self.component, given)
        else:
            found = self.component(given)
        return [[(str(label), int(start), int(end)) for _, label, start, end in names] for names in found]


def _tagged(component: Any, sentences: list[list[str]]) -> list[list[Named]]:  # noqa: ANN401 - HanLP has no types
    """Return the names that a recurrent model's tags mean.

    Called as others are, it fails on tags that make no name (E behind O), which a model without
    constraints gives now and then; HanLP's transformers read such tags leniently, and so it is done here.
    """
    import torch  # noqa: PLC0415 - comes with HanLP
    from hanlp.metrics.chunking.sequence_labeling import get_entities  # noqa: PLC0415

    with torch.no_grad():
        rows = super(type(component), component).predict_data(sentences, None)
    return [get_entities([_IOBES.get(tag[0], tag[0]) + tag[1:] for tag in row]) for row in rows]


@cache
def load_recognizer(model: str, tokens: str | None = None) -> Recognizer:
    """Load a recognizer of names; a process loads each once.

    Args:
        model: a folder that HanLP saved, or one of HanLP's names for its pretrained models.
        tokens: what it was trained on, `words` or `characters`; None to see by its tags.

    Raises:
        ModelError: HanLP or the model is missing or damaged, or the model finds no names.
    """
    if find_spec("hanlp") is None:
        raise ModelError("HanLP is not installed; install it with: pip install 'newsie-zh[hanlp]'")
    if tokens not in ("words", "characters", None):
        raise ModelError(f"HanLP's tokens are 'words' or 'characters', not {tokens!r}")
    with _quiet(), _without_network():
        folder = _find_model(model)
        component = _load(model, folder)
        task = _task(component)
        reads = tokens or _reads(component, task, folder)
        kept: Reads = "characters" if reads == "characters" else "words"
        recognizer = Recognizer(model, kept, component, task, folder)
        _try(model, recognizer)
    return recognizer


def _find_model(model: str) -> Path:
    """Return the folder of a model, which for a name or address is where HanLP would have put it."""
    if os.path.lexists(model):
        return Path(model)
    import hanlp  # noqa: PLC0415 - takes three seconds, and need not be installed
    from hanlp.utils.io_util import path_from_url, split_if_compressed  # noqa: PLC0415

    address = str(hanlp.pretrained.ALL.get(model, model))
    if not address.startswith(("http://", "https://")):
        near = get_close_matches(model, hanlp.pretrained.ALL, n=3, cutoff=0.5)
        hint = f"; perhaps {' or '.join(near)}" if near else ""
        raise ModelError(f"no HanLP model {model!r}: neither a folder nor one of HanLP's names{hint}")
    folder = Path(split_if_compressed(path_from_url(address))[0])
    if not folder.is_dir():
        raise ModelError(f"HanLP's model {model!r} is not in {folder}; {_bring(model)}")
    return folder


def _bring(model: str) -> str:
    return f'newsie downloads nothing, bring it once with: python -c "import hanlp; hanlp.load({model!r})"'


def _load(model: str, folder: Path) -> Any:  # noqa: ANN401 - HanLP has no types
    import hanlp  # noqa: PLC0415 - takes three seconds, and need not be installed

    if not any((folder / name).is_file() for name in ("config.json", "meta.json")):
        raise ModelError(f"{folder} holds no model of HanLP: config.json is missing")
    try:
        return hanlp.load(str(folder), devices=-1, verbose=False)
    except Exception as error:  # HanLP fails in as many ways as there are models
        first = _first(error)
        if isinstance(first, OSError):
            raise ModelError(
                f"HanLP's {model!r} lacks a file ({_first_line(first)}); {_bring(model)}"
            ) from error
        raise ModelError(f"HanLP cannot load {model!r}: {_first_line(first)}") from error


def _first(error: BaseException) -> BaseException:
    """Return the error that the others came of: reporting one, HanLP breaks itself (pkg_resources is no more)."""
    while error.__context__ is not None:
        error = error.__context__
    return error


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _task(component: Any) -> str | None:  # noqa: ANN401
    tasks = getattr(component, "tasks", None)
    if not isinstance(tasks, Mapping):
        return None
    return next((name for name in _TASKS if name in tasks), None)


def _reads(component: Any, task: str | None, folder: Path) -> Reads:  # noqa: ANN401
    """Tell what a model was trained on: only among words is there a person's name of one token."""
    if folder.name.startswith(_OF_CHARACTERS):
        return "characters"
    owner = component.tasks[task] if task else component
    tags = {str(tag).upper() for tag in getattr(owner.vocabs.get("tag"), "idx_to_token", None) or ()}
    persons = {tag for tag in tags if tag[2:] in ("PERSON", "PER", "NR", "NAME")}
    ends = {tag[0] for tag in persons}
    return "characters" if "E" in ends and "S" not in ends else "words"


def _try(model: str, recognizer: Recognizer) -> None:
    try:
        recognizer([_PROBE])
    except Exception as error:
        raise ModelError(
            f"HanLP's {model!r} is no recognizer of names ({_first_line(error)}); name one, such as a model of hanlp.pretrained.ner"
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what HanLP prints and warns of while it loads from the user's terminal."""
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _without_network() -> Iterator[None]:
    """Keep HanLP and Transformers from fetching what they miss: it fails at once, and says what it was."""
    import huggingface_hub.constants  # noqa: PLC0415 - comes with HanLP
    from hanlp.utils import io_util  # noqa: PLC0415

    look_up, here = socket.getaddrinfo, threading.get_ident()

    def refuse_host(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - the signature of getaddrinfo
        if threading.get_ident() == here:
            raise OSError("newsie reads models from disk only")
        return look_up(*given, **named)

    def refuse_file(url: str, save_path: str, **_: object) -> str:
        raise FileNotFoundError(f"{url} is not at {save_path}")

    with (
        _swapped(io_util, "download", refuse_file),
        _swapped(huggingface_hub.constants, "HF_HUB_OFFLINE", True),
        _swapped(socket, "getaddrinfo", refuse_host),
    ):
        yield


@contextmanager
def _swapped(owner: ModuleType, name: str, value: object) -> Iterator[None]:
    kept = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, kept)
