"""Bylines and picture credits: who made an article (署名).

Forms read: 本报讯（记者 甲 通讯员 乙 丙）, 本报讯（记者 甲/文 乙/图）, 本报记者 甲 文/图, 来源:某报 作者:甲 乙,
记者 甲 通讯员 乙 摄, 图/甲, 本栏照片均为本报记者甲摄, （记者 甲） at an article's end. Names may be split by
spaces and line breaks (通 讯 员 王\\n允); lines reach this module joined by a line feed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsie import patterns as re
from newsie.article import Byline
from newsie.divide.datelines import BULLET, DATELINE, HAN, OPEN_DATELINE, ROLE
from newsie.divide.glued import apart
from newsie.lexicon import words
from newsie.sounds import SOUND
from newsie.spans import start_behind
from newsie.text import Span, Text

# □王某 李某某
_BULLET_NAMES = re.compile(
    rf"[□■◆◇●○◎▲△★☆▪◼][ \u3000]{{0,20}}[{HAN}]{{2,4}}(?:[ \u3000、]{{1,3}}[{HAN}]{{2,4}}){{0,3}}"
)
_SUPPLIED = ("供图", "供图）", "供图)")
CREDIT_END = r"(?:摄影报道|摄影|摄|供图|图)"
BYLINE = re.compile(
    rf"{BULLET}(?:[{HAN}]{{2,10}}(?:中心|日报社?|报社|台|网)[ \u3000]{{0,20}})?(?:文[/／]?(?:图[/／]?)?\s{{0,20}})?{ROLE}[ \n\u3000：]{{0,20}}[^，。；！？（）“”\n]{{2,60}}"
)
# 记者走进大棚: four characters right after the role word are no name
_VERB_AFTER_ROLE = re.compile(rf"{BULLET}{ROLE}[^ \n\u3000：/／、，·]{{4,}}")
_HOUSE = "(?:本报|本网|本台|本刊|新华社|中新社)"
# 新华社记者甲某某乙某某: names without spaces behind the house they write for
_GLUED = re.compile(rf"{_HOUSE}{ROLE}[^ \n\u3000：/／、，·]{{4,}}")
_SLASH_CREDIT = re.compile(
    rf"{BULLET}(?:(?:图|摄影?|文|文[/／]?图|图[/／]?文)\s{{0,20}}[/／:：]\s{{0,20}}[^，。；！？]{{2,40}}"
    rf"|[{HAN}]{{2,4}}(?:[ \u3000、]{{1,3}}[{HAN}]{{2,4}}){{0,3}}\s{{0,4}}[/／]\s{{0,4}}(?:文[/／]?图|图[/／]?文)"
    rf"|(?:摄影|图片)[ \u3000：]{{1,20}}[{HAN}]{{2,4}}(?:[ \u3000、]{{1,20}}[{HAN}]{{2,4}}){{0,3}})"
)
_TAIL_CREDIT = re.compile(rf"[（(]?[^，。；！？：]{{2,40}}\s{{0,20}}{CREDIT_END}[）)]?")
COLUMN_CREDIT = re.compile(
    r"[（(]?(?:本(?:栏|版|组|文)|以上|图中|文中)?[^，。；！？]{0,8}(?:照片|图片|配图)(?:均|皆|全)?[由为]?[^，。；！？]{2,30}(?:摄|提供|供图|拍摄)[）)]?。?"
)
# 本文图片由|某某摄, 均为|本报记者 某某 摄: the words before who took them
_CREDIT_LEAD = re.compile(
    r"[（(]?(?:(?:本[栏版组文]|以上|图中|文中)?[^，。；！？由为]{0,6}(?:照片|图片|配图)(?:均|皆|全)?[由为]|均为)(?=.{2,30}(?:摄影?|提供|供图)[）)]?。?$)"
)
# what no byline and no credit is without
_BYLINE_SIGN = re.compile("[者员生稿□■◆◇●○◎▲△★☆▪◼]")
_CREDIT_SIGN = re.compile("[图摄文照]")
META = re.compile(
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,20}(?:\d{1,2}:\d{2}(?::\d{2})?)?\s{0,20})?"
    r"(?:(?:发布时间|时间|日期|发布日期)\s{0,20}[：:]\s{0,20}\d{4}\S{0,16}\s{0,20}(?:\d{1,2}:\d{2}(?::\d{2})?)?\s{0,20})?"
    r"(?:来源|作者|记者|稿源|信息来源)\s{0,20}[：:]\s{0,20}[^。！？；]{1,80}"
)
"""The line under a headline on a web page: 2019-06-14 08:30 来源:某报 作者:甲."""

_NAME = re.compile(rf"[{HAN}](?:[{HAN}·•‧]{{0,14}}[{HAN}])?")
_FAR, _MOST_NAMES = 8, 4
_LONGEST_USUAL = 3
_LONGEST_LEAD = 12
_LONGEST_NAME = 6
"""Names without a dot have at most six characters: 娜仁格日勒 has five."""

_STOP_WORDS = (
    "报道 摄影 摄影报道 文图 图文 文 图 摄 供图 整理 综合 特约 特稿"
    " 本报 本网 本台 实习 见习 全媒体 融媒体 融媒 文字 统筹 策划 讯 本报讯"
)
_STOP = frozenset(_STOP_WORDS.split())
# 图文/王某, 王某/文图, 文/图/王某: nothing but the two in front or behind
_WHOLE_BOTH = rf"^[（(\s]{{0,3}}(?:文[/／、]?图|图[/／、]?文)\s{{0,4}}[/／：:|｜丨]|[/／]\s{{0,4}}(?:文[/／、]?图|图[/／、]?文)(?![{HAN}/／])"
_LABEL = re.compile(
    rf"(?P<correspondent>{_HOUSE}?通[ \n\u3000]{{0,20}}讯[ \n\u3000]{{0,20}}员|实习生)|(?P<reporter>{_HOUSE}?记[ \n\u3000]{{0,20}}者|作者(?!单位)|撰稿|撰文|供稿(?!单位)人?)"
    r"|(?P<source>(?:作者|所在|工作)?单位\s{0,20}[：:]\s{0,20}[^\s\u3000]*|(?:来源|稿源|信息来源|点击|浏览|阅读|编辑|责编|字体|字号|时间|日期|(?:供稿|来稿|发布|责任)单位|发布机构|审核人?|校对|审签)\s{0,20}[：:]?\s{0,20}[^\s\u3000]*)"
    rf"|(?P<both>{_WHOLE_BOTH}|"
    r"文[ \n\u3000]{0,20}(?:[/／、]|[并兼及])[ \n\u3000]{0,20}[图摄](?![ \u3000]{0,20}[/／])|图[/／、]文|(?<![^\s/／（）])(?:文图|图文)(?![^\s（）：:])|摄影报道)"
    rf"|(?P<text_after>[/／][ ]{{0,20}}文|[ \u3000]文(?=(?:[ \u3000、]{{1,3}}[{HAN}·\n]{{1,8}}){{1,4}}[ \u3000]{{1,3}}[图摄])|[ \u3000]文[/／](?=[{HAN}·\n]{{2,8}}[ \u3000]{{1,3}}[图摄](?![ \u3000]?[/／])))"
    r"|(?P<text_before>文字?[ ]{0,20}[/／:：|｜丨])"
    r"|(?P<picture_after>[/／][ ]{0,20}[图摄]影?)|(?P<picture_before>(?:[图摄]影?|图片)[ ]{0,20}[/／:：|｜丨])"
    r"|(?P<picture>摄影|拍摄|供图|摄|(?<![^\s/／（）])图(?![^\s/／：:（）]))"
)
_GAP = re.compile(r"(?:[ \n\u3000、，,/／：:|｜丨（）()]|报道)+")
_SPACES = re.compile(r"\s+")
_PART = re.compile(r"[^ \n\u3000、，,/／：:|｜丨（）()]+")
_UNIT = re.compile(
    r".{0,12}(?:办公室|宣传[科部股办]|综合[科股办]|编辑部|通讯组|管理员|佚名|本站)|.{2,14}(?:中心|[县市区省州旗乡镇][^ ]{0,8}局|电视台|[日晚晨早时商]报社?|报社|融媒|新闻网|宣传部|办公室|集团|公司|大队|支队|总队|委员会|委|局|办|院|台|社|网|部|站)|[^\s]{2,8}[社网]发|.{3,14}[科股室处队校]"
)
# （县融媒体中心 张某 李某）: who works for the newspaper or the station is its reporter
_NEWSROOM = re.compile("融媒|电视台|广播|[日晚晨早时商]报|报社|新闻中心|传媒|新闻网|^（?本[报台网]")


def tokens(text: Text) -> list[Text]:
    """Return the names of a stretch without role words, rejoined where the page splits them."""
    names: list[Text] = []
    done = 0
    previous_gap = ""
    for match in [*_GAP.finditer(text.plain), None]:
        end = match.start() if match else len(text)
        token = text[done:end]
        if token and not (match and names and _is_from(token.plain, match.group())):
            _add(names, token, previous_gap)
        if match is None:
            break
        previous_gap = match.group()
        done = match.end()
    parts = (part for name in names for part in ([name] if _UNIT.fullmatch(name.plain) else apart(name)))
    return [part for part in parts if _is_name(part.plain)]


def _is_from(token: str, gap: str) -> bool:
    """Tell whether a token says where a report was sent from: 记者 王某某 深圳报道."""
    divisions = words("gazetteer/divisions.tsv")
    return gap.startswith("报道") and any(token + rank in divisions for rank in ("市", "省", "县"))


def _add(names: list[Text], token: Text, gap: str) -> None:
    """Append a token, or complete the name before it: 樊\\n同坤, 田 野, 欧阳\\n铭, 姬慧\\n洋."""
    last = names[-1] if names else None
    broken = bool(gap) and not gap.strip(" \n\u3000")
    if last is not None and broken and not _is_stop(token.plain):
        # 巴 / 哈提·某某克: a long name that the line's end cuts behind its first character
        half = len(last) == 1 and (len(token) <= 3 or "·" in token.plain) and _is_han(last.string)
        compound = last.plain in words("surnames.tsv", "compound") and len(token) <= 2 and "\n" in gap
        compound = compound or (last.plain in words("surnames.tsv", "compound") and len(token) == 1)
        wrapped = "\n" in gap and len(token) == 1 and len(last) == 2
        # 哈斯额 / 尔敦: neither half has a surname
        wrapped = wrapped or (
            "\n" in gap
            and 2 < len(last) <= 4 >= len(token)
            and not (has_surname(last.plain) or has_surname(token.plain))
        )
        if half or compound or wrapped or last.string.endswith(("·", "•")):
            names[-1] = Text.join([last, token])
            return
    names.append(token)


def _is_han(string: str) -> bool:
    return re.fullmatch(f"[{HAN}]+", string) is not None


# 本报特约 in front of 记者
_POST = re.compile(r"(?:本报|本网|本台|本刊|特约|首席|见习|实习|全媒体|融媒体|驻地|特派|资深){2,4}")


def _is_stop(string: str) -> bool:
    return string in _STOP or _POST.fullmatch(string) is not None


def _is_name(string: str) -> bool:
    if not _NAME.fullmatch(string) or _is_stop(string) or len(string) < 2:
        return False
    dotted = any(dot in string for dot in "·•‧")
    return dotted or (len(string) <= _LONGEST_NAME and not _UNIT.fullmatch(string))


@dataclass(slots=True)
class _Roles:
    reporters: list[Text]
    correspondents: list[Text]
    photographers: list[Text]

    def byline(self) -> Byline:
        return Byline(once(self.reporters), once(self.correspondents), once(self.photographers))


def once(names: Iterable[Text]) -> tuple[Text, ...]:
    """Return each name once, where it stands first."""
    kept: dict[str, Text] = {}
    for name in names:
        kept.setdefault(name.string, name)
    return tuple(kept.values())


def read_byline(text: Text) -> Byline:
    """Return who a byline or credit names, by role.

    `记者 甲 通讯员 乙 文/图` makes both photographers as well; `记者 甲/文 乙/图` gives reporter 甲
    and photographer 乙; a line that ends in 摄 or begins with 图/ gives photographers only.

    >>> byline = read_byline(Text.of("记者 姜 某 通 讯 员 王\\n允 文/图"))
    >>> [str(name) for name in byline.photographers]
    ['姜某', '王允']
    """
    lead = _CREDIT_LEAD.match(text.folded)
    stretches = _stretches(text[lead.end() if lead else 0 :])
    labels = [label for label, _ in stretches]
    roles = _Roles([], [], [])
    beside = any(
        label == "picture" and index and tokens(part) for index, (label, part) in enumerate(stretches[1:])
    )
    if "picture" in labels and not {"both", "text_after"}.intersection(labels) and not beside:
        for label, part in stretches:
            roles.photographers += [] if label == "source" else tokens(part)
        return roles.byline()
    for index, (label, part) in enumerate(stretches):
        names = tokens(part)
        after = labels[index + 1] if index + 1 < len(labels) else ""
        told = after == "picture_after" or (label == "text_after" and after == "picture")
        if told or label in {"picture_before", "picture"}:
            # 撰文 甲 摄影 乙; 记者 甲 文 乙 图; 记者 甲/文 乙/图: names belong to the mark after them; 文/甲 图/乙: to the one before
            roles.photographers += names
        elif label == "correspondent":
            roles.correspondents += names
        elif label in {"reporter", "text_before", "both"} or after in {"text_after", "both"}:
            roles.reporters += names
        elif not label and after == "reporter":
            # 本报讯（张某 记者 李某）: who stands before the newspaper's own is its correspondent
            roles.correspondents += _leading(part)
        elif len(stretches) == 1:
            _take_bare(text, roles)
    if "both" in labels:
        roles.photographers += [*roles.reporters, *roles.correspondents]
    return roles.byline()


def _take_bare(text: Text, roles: _Roles) -> None:
    """Take in the names of a byline without role words.

    □王某 李某 and 本报讯（张某） are reporters; what a brief ends in, ……300场。（张某）, is as a rule its sender's.
    """
    if _BULLET_NAMES.fullmatch(text.folded.strip()):
        roles.reporters += tokens(text.strip()[1:])
        return
    signed = text.folded.lstrip().startswith("（") or "（" not in text.folded
    signed = signed and not _NEWSROOM.search(text.folded)
    (roles.correspondents if signed else roles.reporters).extend(bare_names(text))


def bare_names(text: Text) -> list[Text]:
    """Return the names of a bracket that has names and nothing else: 本报讯（张某 李某某）, 。（张某）."""
    whole = re.fullmatch(r"\s*([^，。；：！？（）]{2,24})\s*", text.folded)
    match = re.search(r"（([^（）]{2,30})）[：:\s]*$", text.folded) or whole
    if match is None:
        return []
    # （县人社局 吴某）, （石桥镇 党政办 吴某）: where they are from stands before them
    units = [part.end() for part in _PART.finditer(match.group(1)) if _UNIT.fullmatch(part.group())]
    start = match.start(1) + max(units, default=0)
    names = tokens(text[start : match.end(1)])
    every = "".join(name.plain for name in names) == _GAP.sub("", text.folded[start : match.end(1)])
    return names if every and all(_signs(name.plain) for name in names) else []


def _signs(name: str) -> bool:
    """Tell whether a string alone in brackets is a name: 王某, 沙马拉铁, 邱莫阿呷, 阿依古丽·买买提."""
    if has_surname(name, rare=True):
        return True
    sounds = name[1:] if name[:1] in words("surnames.tsv", "common") else name
    return len(name) > _LONGEST_USUAL and SOUND.issuperset(sounds.replace("·", ""))


def _leading(text: Text) -> list[Text]:
    """Return the names right behind the bracket that a byline begins with, or behind a sentence: （张某 李某某."""
    start = start_behind("（。！？”", text.folded, 0, len(text))
    names = tokens(text[start:]) if start or len(text) <= _LONGEST_LEAD else []
    return names if all(has_surname(name.plain) for name in names) else []


def has_surname(name: str, *, rare: bool = False) -> bool:
    """Tell whether a string is a surname with one or two characters after it; `rare` ones only where asked for.

    >>> has_surname("欧阳某"), has_surname("如图"), has_surname("慕某", rare=True)
    (True, False, True)
    """
    kinds = ("common", "usual", "compound", *(("rare",) if rare else ()))
    return any(
        name[:length] in words("surnames.tsv", kind) and 1 <= len(name) - length <= 2
        for kind in kinds
        for length in ((2,) if kind == "compound" else (1,))
    )


def with_whole_names(text: Text, byline: Byline) -> Text:
    """Return a byline's text with the names that the page splits rejoined: 李某\n某 is 李某某."""
    for name in byline.names:
        start, end = _printed(name.string, text.string)
        if end - start > len(name):
            whole = text[start:end].substitute(_SPACES, "")
            text = Text.join([text[:start], whole, text[end:]])
    return text


def _printed(name: str, string: str) -> Span:
    """Return where a name stands in a string, white space in it not counted; an empty span if it does not.

    >>> _printed("李某某", "记者 李某\\n某")
    (3, 7)
    """
    places = [at for at, character in enumerate(string) if not character.isspace()]
    start = "".join(string.split()).find(name)
    return (places[start], places[start + len(name) - 1] + 1) if start >= 0 else (0, 0)


def _stretches(text: Text) -> list[tuple[str, Text]]:
    """Return the text between role words, each with the name of the role word before it."""
    stretches: list[tuple[str, Text]] = []
    label, done = "", 0
    for match in _LABEL.finditer(text.plain):
        stretches.append((label, text[done : match.start()]))
        label, done = match.lastgroup or "", match.end()
    stretches.append((label, text[done:]))
    return stretches


def opens_story(string: str) -> bool:
    """Tell whether a line begins with a dateline, one that the line's end cuts included.

    >>> opens_story("本报讯（记者 王某 通讯员 于"), opens_story("本报记者 王某")
    (True, False)
    """
    return bool(DATELINE.match(string) or OPEN_DATELINE.match(string))


def names_someone(string: str) -> bool:
    """Tell whether the dateline at the start of a line names who wrote it.

    >>> names_someone("本报讯（记者 王某）近日，"), names_someone("本报讯 近日，")
    (True, False)
    """
    match = DATELINE.match(string) or OPEN_DATELINE.match(string)
    return match is not None and bool(read_byline(Text.of(match.group())).names)


def is_byline(string: str) -> bool:
    """Tell whether a line is a byline and nothing else.

    >>> is_byline("记者 王某 通讯员 李某 文/图"), is_byline("记者走进大棚")
    (True, False)
    """
    line = string.strip()
    if not _BYLINE_SIGN.search(line):
        return False
    if _BULLET_NAMES.fullmatch(line) and all(has_surname(name.plain) for name in tokens(Text.of(line[1:]))):
        return True
    if BYLINE.fullmatch(line) is None or not only_names(line):
        return False
    return _VERB_AFTER_ROLE.match(line) is None or _is_glued(line)


def _is_glued(line: str) -> bool:
    """Tell whether a line is names without spaces behind the house they write for: 新华社记者甲某某乙某某."""
    names = read_byline(Text.of(line)).names
    return _GLUED.match(line) is not None and all(has_surname(name.plain) for name in names)


def is_credit(string: str) -> bool:
    """Tell whether a line credits pictures and nothing else.

    >>> is_credit("本报记者 崔某 摄"), is_credit("图/谭某"), is_credit("大家来参加植树活动摄")
    (True, True, False)
    """
    line = string.strip()
    if not _CREDIT_SIGN.search(line):
        return False
    if _SLASH_CREDIT.fullmatch(line) or COLUMN_CREDIT.fullmatch(line):
        return True
    if line.endswith(_SUPPLIED) and _UNIT.fullmatch(re.sub(r"^[（(]|\s{0,4}供图[）)]?$", "", line)):
        return True  # 人民网供图: a body, and no one of it
    return _TAIL_CREDIT.fullmatch(line) is not None and only_names(line)


def has_role(string: str) -> bool:
    """Tell whether a line has a role word: 记者, 通讯员, 摄, 文/图."""
    return _LABEL.search(string) is not None


def is_unfinished(string: str) -> bool:
    """Tell whether a byline goes on in the next line: after 本报通讯员, or after half a name."""
    return re.search(rf"(?:{ROLE}|[ \n\u3000](?![摄图])[{HAN}])$", string) is not None


def only_names(string: str) -> bool:
    """Tell whether a line has nothing but role words, units and names."""
    named = False
    for _, part in _stretches(Text.of(string)):
        rest = part.plain.strip(" \n\u3000（）()□■◆◇●○◎▲△★☆▪◼：:/／、")
        rest = re.sub(
            rf"^(?:本报|本网|本台|本刊|新华社|全媒体|融媒体|融媒|见习|实习|特约|特派|首席|摄影|文字|整理|综合|采写|报道)+(?:驻[{HAN}]{{1,6}})?$",
            "",
            rest,
        )
        if not rest:
            continue
        read = [str(token) for token in tokens(part)]
        units = [word for word in _GAP.split(rest) if word and _UNIT.fullmatch(word)]
        names = re.sub(
            r"本报|本网|本台|本刊|全媒体|融媒体?|见习|实习|特约|首席|(?<=.)(?:整理|采写|综合)$",
            "",
            "".join(_GAP.split(rest)),
        )
        if len("".join(read)) + sum(map(len, units)) < len(names):
            return False
        named = named or bool(read)
    return named


def is_signature(line: Text, indent: int) -> bool:
    """Tell whether a line far from the margin is nothing but names, as what a story is signed by: 　　　　王某　李某."""
    if indent < _FAR:
        return False
    names = [name.plain for name in tokens(line)]  # 苏 某  马某某
    whole = "".join(names) == "".join(line.folded.split())
    return whole and 0 < len(names) <= _MOST_NAMES and all(map(has_surname, names))
