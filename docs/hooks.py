"""What MkDocs is told beside mkdocs.yml: pages that are kept elsewhere, and links that lead out of this folder."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

TOP = Path(__file__).parent.parent
KEPT_ELSEWHERE = {
    "CHANGELOG.md": "changelog.md",
    "models/zh_news/README.md": "model-card.md",
    "models/train/README.md": "training.md",
}
KNOWN = {**KEPT_ELSEWHERE, "README.md": "index.md", "README.zh.md": "zh/index.md"}
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(((?:\.\./)+[^)#\s]+|[^)#\s:]+)(#[^)\s]+)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are kept elsewhere in the repository."""
    for source, page in KEPT_ELSEWHERE.items():
        content = (TOP / source).read_text(encoding="utf-8")
        files.append(File.generated(config, page, content=content))
    return files


def _resolved(source: str, target: str) -> str:
    """Return where a link of a file leads, from the top of the repository."""
    return os.path.normpath(PurePosixPath(source).parent / target)


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Turn links out of `docs` into links to pages of the site; what is no page keeps its words."""
    here = page.file.src_uri
    source = next((path for path, name in KEPT_ELSEWHERE.items() if name == here), f"docs/{here}")

    def changed(match: re.Match[str]) -> str:
        words, target, anchor = match[1], match[2], match[3] or ""
        resolved = _resolved(source, target)
        if resolved in KNOWN:
            known = KNOWN[resolved]
        elif resolved.startswith("docs/"):
            known = resolved.removeprefix("docs/")
        else:
            return words
        return f"[{words}]({os.path.relpath(known, PurePosixPath(here).parent)}{anchor})"

    return _LINK.sub(changed, markdown)
