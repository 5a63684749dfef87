"""A story without a dateline under another one, and subheads that look like its headline."""

from __future__ import annotations

from newsie.divide import divide

TRADE = """跨境电商跑出外贸“加速度”

本报讯（记者 姜某）来自海关的数据显示，上半年，我市实现自营进出口总额219.7亿元，同比增长15.6%，其中自营出口187.5亿元，增长14.2%。

市商务局有关负责人表示，将加快建设公共海外仓，到明年底建成海外仓8个，让更多产品卖到海外。
"""


def headlines(page: str) -> list[str]:
    return [str(article.headline) for article in divide(page).articles]


def test_a_headline_whose_words_the_text_repeats_begins_another_story() -> None:
    page = f"""{TRADE}
旗医院远程会诊中心投入使用

近日，旗医院远程会诊中心正式投入使用。该中心投资130万元，与5家三甲医院实现联网，目前已为11名疑难病患者进行了会诊。
"""
    assert headlines(page) == ["跨境电商跑出外贸“加速度”", "旗医院远程会诊中心投入使用"]


def test_a_subhead_over_text_with_names_of_the_story_above_is_none() -> None:
    page = f"""{TRADE}
海外仓里备足货

在姜家湾海外仓，仓主滕大有正忙着清点到港的货柜。“以前发一趟货要一个多月，如今当天就能送到。”滕大有说，姜家湾海外仓去年发货30万件。

海关服务送上门

滕大有告诉记者，姜家湾海外仓开业那天，海关人员就把服务送到了海外仓，帮他办好了手续。
"""
    assert headlines(page) == ["跨境电商跑出外贸“加速度”"]
    assert [str(head) for head in divide(page).articles[0].subheads] == ["海外仓里备足货", "海关服务送上门"]


def test_a_numbered_line_is_a_subhead() -> None:
    page = f"""{TRADE}
二、海外仓建设

近日，三个海外仓开工建设。海外仓建设总投资1.2亿元，明年底建成。
"""
    assert headlines(page) == ["跨境电商跑出外贸“加速度”"]
