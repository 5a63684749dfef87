"""Who builds, in front of what is built: 恒远公司｜高端阀门生产项目, 引进恒远公司建设｜青山加工厂 (建设单位)."""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re

_BUILDER = re.compile("[\u4e00-\u9fffA-Za-z]{2,20}?(?:有限公司|公司|集团)(?!总部|大厦|[一二三四]期)(?=.{6})")
_BUILT = re.compile("(?:投资)?(?:建设|兴建|新建|创办|打造|承建)的?")


def behind_builder(folded: str, start: int, end: int) -> Iterator[int]:
    """Yield where a project may begin behind the company whose it is.

    The works of a company's house keep its name: 恒远公司冷藏库扩建工程.

    >>> list(behind_builder("恒远公司高端阀门生产项目", 0, 12)), list(behind_builder("恒远公司建设青山加工厂", 0, 11))
    ([4], [6])
    """
    builder = _BUILDER.match(folded, start, end)
    built = _BUILT.match(folded, builder.end(), end) if builder else None
    if built:
        yield built.end()
    if builder and folded.endswith("项目", start, end):
        yield builder.end()
