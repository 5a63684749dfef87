"""Statements as newspapers tell of them: comments on what was quoted, advice in vain."""

from __future__ import annotations

from datetime import date

import pytest

from newsie.extractor import extract


def said(text: str) -> list[tuple[str | None, str]]:
    found = extract("县里天气晴好。" + text, published=date(2025, 3, 10)).statements
    return [(statement.speaker, statement.text) for statement in found]


def test_a_comment_stands_behind_its_colon_not_in_the_quotation_before() -> None:
    quoted = "“这里风景好，大家都爱来。”这句话传遍了全城，市民王大海评论：话虽不长，却很有道理。"
    assert said(quoted) == [("王大海", "话虽不长，却很有道理。")]
    closed = "“这里风景好，大家都爱来。”市民王大海评论。"
    assert said(closed) == [("王大海", "这里风景好，大家都爱来。")]


@pytest.mark.parametrize("end", ["无效", "无果", "未果"])
def test_advice_in_vain_says_nothing(end: str) -> None:
    assert said(f"刘大海劝说{end}，又怕影响生意，只得按照要求给其100元钱。") == []
    assert said("刘大海劝说大家早点回家，不要影响生意。")
