from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs" / "values"
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", sorted(path.name for path in DOCS.glob("*.md")))
def test_examples_run(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    examples = "\n".join(block for block in _BLOCK.findall(text) if ">>>" in block)
    parsed = doctest.DocTestParser().get_doctest(examples, {}, page, page, 0)
    assert parsed.examples
    result = doctest.DocTestRunner(verbose=False).run(parsed)
    assert result.failed == 0
