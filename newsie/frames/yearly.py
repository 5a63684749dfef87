"""The parts of a yearly report (政府工作报告): what was done in the last year, what is to be done in this."""

from __future__ import annotations

import re

_TURN = re.compile(
    r"(?:政府工作(?:的)?总体要求|经济社会发展(?:的)?(?:主要)?预期目标|为实现(?:上述|以上|这些)目标"
    r"|(?:工作安排|主要任务|工作打算|重点工作|重点任务|工作部署|工作计划|工作思路|目标和?任务)\n"
    r"|(?:今年|明年|[12][0-9]{3}年)[^，。；\n]{0,12}?(?:抓好|做好|推进)[^，。；\n]{0,8}?[个项]方面的?工作)"
)
_SHORTEST_REPORT = 2000


def planned_from(folded: str) -> int:
    """Return where a yearly report begins to tell what is to be done; the text's end for any other text."""
    turn = _TURN.search(folded) if len(folded) >= _SHORTEST_REPORT else None
    return turn.start() if turn else len(folded)
