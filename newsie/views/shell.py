"""A self-contained page: one file with its styles, its script and its data, that runs nothing else.

The data are JSON in an element that is never run. A Content-Security-Policy names the hashes of the one
script and the one style sheet, so that a browser refuses everything else, whatever the data say.

>>> str(embedded({"a": "</script>"}))
'{"a":"\\\\u003c/script\\\\u003e"}'
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

_UNSAFE = "<>&\u2028\u2029"


def asset(name: str) -> str:
    """Return a file of the package's assets."""
    return (files("newsie.views") / "assets" / name).read_text(encoding="utf-8")


def embedded(data: object) -> Markup:
    """Return data as JSON that can stand in a script element: nothing in it can end that element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in _UNSAFE:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - escaped above


@cache
def said(language: str) -> Mapping[str, str]:
    """Return the words of the interface in a language."""
    words: Mapping[str, str] = json.loads(asset("messages.json"))[language]
    return words


@cache
def environment() -> Environment:
    """Return the templates of the package; every value is escaped."""
    return Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(
    template: str, data: object, *, styles: Sequence[str], scripts: Sequence[str], **names: object
) -> str:
    """Return a page.

    Args:
        template: the template's name among the assets.
        data: what the script reads from the element `data`.
        styles: names of style sheets, joined in this order.
        scripts: names of scripts, joined in this order to one module.
        names: further values for the template.
    """
    style = "\n".join(map(asset, styles))
    script = "\n".join(map(asset, scripts))
    shared: Mapping[str, object] = {
        "policy": policy(style, script),
        "style": Markup(style),  # noqa: S704 - the package's own file
        "script": Markup(script),  # noqa: S704 - the package's own file
        "data": embedded(data),
        "messages": embedded(json.loads(asset("messages.json"))),
    }
    return environment().get_template(template).render({**shared, **names})


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy of a page with this style sheet and this script."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
