"""Nouns that stand for a name told before: 项目, 该校, 社区 before a verb (代称)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.words import words

BARE = (
    "督查组",
    "督导组",
    "检查组",
    "调研组",
    "考察团",
    "工作组",
    "巡察组",
    "巡视组",
    "项目",
    "工程",
    "公司",
    "合作社",
    "园区",
    "中心",
    "水库",
)
# 社区腾出用房, 小镇建成后: common nouns that stand for a name where a verb follows
BARE_BEFORE_VERB = (
    "社区",
    "小区",
    "小镇",
    "古镇",
    "大桥",
    "桥梁",
    "水库",
    "学校",
    "医院",
    "基地",
    "景区",
    "平台",
    "企业",
    "市场",
    "码头",
    "机场",
    "隧道",
    "道路",
    "电站",
    "农场",
    "公园",
    "海关",
    "工作队",
    "开发区",
    "经开区",
    "高新区",
    "示范区",
    "度假区",
)
BARE_OPENINGS = frozenset(word[:2] for word in (*BARE, *BARE_BEFORE_VERB))
PREDICATE = re.compile(
    r"[内里]?(?:全部|整体|目前|如今|现|已|将|还|共|累计|总|占地|预计|计划|规划|全长|采用|把|每[年天]|[今去]年|先后|自|在[^，。；\n]{2,10}?(?:挂牌|成立|揭牌))"
)
# 这条路 may be a 大道, 该企业 a 公司
ALIASES = {
    "路": ("大道", "公路", "快速路", "高速", "街"),
    "道路": ("大道", "路", "街"),
    "桥梁": ("大桥", "特大桥", "立交桥"),
    "园区": ("产业园", "工业园", "物流园", "科技园", "创业园", "示范园", "开发区"),
    "企业": ("公司", "集团", "加工厂", "厂"),
    "学校": ("小学", "中学", "学院", "大学", "幼儿园"),
    "校": ("小学", "中学", "学院", "大学"),
    "校区": ("校区",),
    "风场": ("风电场", "风电项目"),
}
ONLY_SOME = re.compile(
    r"(?:高标准|重点|主要|中心|新建|现代化?|标准化|规模化|优质|老旧|部分|一批|全国|全省|全市"
    # 多彩某省, 平安某县: a slogan with the name
    r"|多彩|美丽|魅力|平安|数字|健康|法治|幸福|活力|生态|绿色|文明|大美|锦绣|清廉|书香|智慧|和谐|富美|诗画|好客|秀美)+"
)
"""What before a name says that only some are meant: 高标准蔬菜基地 is not the 蔬菜基地."""
RENOWN = ("重镇", "名城", "首府", "省会", "老区", "之都", "之乡")
"""What a place is called in front of its name: 工业重镇某某市."""
ANY = re.compile(
    "政府|部门|机关|单位|机构|组织|银行|铁路|公路|高速|高速公路|小学|中学|学校|医院|企业|农场|保险"
)
"""What stands for no one body."""
ANAPHOR = re.compile(r"(?:该|本|此|这个|这座|这家|这条|这所|这处|该项)(?=[\u4e00-\u9fff])")
"""What a name or the noun that stands for it may follow: 该局."""
LONGEST_ANAPHOR = 6
"""So many characters at most stand behind 该."""


def noun_end(string: str, head: int, end: int) -> int:
    """Return where the noun of 该X that begins at `head` ends: 园区 of 该园区位于.

    >>> noun_end("该园区位于", 1, 5)
    3
    """
    for stop in range(min(head + LONGEST_ANAPHOR, end), head, -1):
        if any(string[head:stop] in words(kind) for kind in ("body", "land", "works")):
            return stop
    return head
