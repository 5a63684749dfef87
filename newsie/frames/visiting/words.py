"""The words visits are read by, from the lexicon."""

from __future__ import annotations

from newsie import lexicon
from newsie import patterns as re

# 调研组, 核查小组, 检查站, 督导员 and 考察任务 are no errands; 调研组织建设, 检查站点, 督导科技创新 and 看望员工 are
NOT_BODY = (
    r"(?!会(?!计(?!划)|展(?!开|示)|商|场|址)|委(?!托|派)|局(?!部(?!署)|域|促)|院(?!士|落|前|内|企|校|坝)|处(?!置|理|级|方|罚|所)"
    r"|科(?!技|研|普|学|教|创)|员(?!工(?!作))|组(?!织|建(?!议))|团(?!场|建(?!议)|结(?!束)|伙|购)|队(?!伍)|小[组队]|小?分队|任务(?!落实|完成|执行|进展|推进)"
    r"|室(?!内|外)|办(?!学|案|理|证|事|公用房|公楼)|站(?!所|点|台|前(?!往)|城|房)|中心(?!城|镇|村|校|小学|学校|任务|工作))"
)


@lexicon.layered
def words(group: str) -> tuple[str, ...]:
    """Return the words of a class, longer ones first.

    >>> "督导" in words("inspect")
    True
    """
    found = [word for name, word in lexicon.rows("visit_words.tsv", 2) if name == group]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@lexicon.layered
def two_provinces() -> re.Pattern[str]:
    """Return the pattern of two provinces in short that stand without a mark between them.

    >>> bool(two_provinces().fullmatch("江苏安徽")), two_provinces().fullmatch("江苏南京")
    (True, None)
    """
    full = (name for name, rank in lexicon.rows("gazetteer/divisions.tsv", 2) if rank == "province")
    short = lexicon.any_of(re.sub("(?:[壮回]族|维吾尔)?(?:自治区|省|市)$", "", name) for name in full)
    return re.compile(f"(?P<one>{short})(?:{short})")


@lexicon.layered
def any_of(*groups: str) -> str:
    """Return a pattern of the words of some classes, longer ones first."""
    # 慰问金 and 学习用品 are things, no purposes; 调研金融工作 and 检查电力保供 are none of them
    front = "(?<!竣工)(?<!完成)(?<!通过)" if groups == ("inspect",) else ""
    return (
        front
        + lexicon.any_of(word for group in groups for word in words(group))
        + (
            "(?!(?<=[慰访看]问)(?:金(?!融)|品(?!牌)|信(?![访息用贷])|电(?![站厂力视网台商]))|(?<=学习)用品|(?<=慰问)用品|(?<=家访)[谈问]|前夕)"
            if {"inspect", "alone"}.intersection(groups)
            else ""
        )
    )
