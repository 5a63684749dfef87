"""What every worker needs, made when this module is imported; workers are forked from a process that has done so.

A page is read by lexicons and grammar, so that the patterns of most rules are there. The weights of a
model are left to the workers: not every pipeline has them.
"""

from __future__ import annotations

import gc
import warnings

from newsie import batch
from newsie.extractor import PIPELINE_WITHOUT_MODEL, load

__all__ = ["batch"]

_PAGE = """青河县召开项目推进会

本报讯（记者 姜某某）1月8日，青河县召开重点项目建设推进会。县委书记梁某某主持会议，县长方某某出席会议并讲话，副县长李某某参加。
会议强调，要加快项目建设。会前，梁某某一行到云岭大桥建设项目现场调研，实地查看工程进度，听取情况介绍。
据了解，云岭大桥项目总投资3.2亿元，占地120亩，由青河县交通运输局承建，计划2024年底建成通车。
2023年，全县完成地区生产总值210.5亿元，同比增长5.3%，新建高标准农田2万亩，发放补贴300余万元，惠及群众1.2万人。
“今年收入多了。”村民王某某说。
"""

# the library of numbers starts threads of its own, and has them stop at a fork and start again
warnings.filterwarnings("ignore", message=".*use of fork", category=DeprecationWarning)
load(PIPELINE_WITHOUT_MODEL).extract(_PAGE, published="2023-01-09")
# what is here stays as long as the process: workers share it as long as nobody looks through it
gc.collect()
gc.freeze()
