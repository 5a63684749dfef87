"""Posts: the organisation, the title and the person they belong to."""

import pytest

from newsie.extractor import extract
from newsie.reader.gather import gather
from newsie.reader.posts import find_posts
from newsie.reading import Mention


def posts(text: str) -> list[str]:
    (mentions,) = gather([text], [()], [()], [])
    return [
        f"{text[slice(*post.person)]} {''.join(text[slice(*span)] for span in post.organization) or '-'} "
        f"{text[slice(*post.title)]}"
        for post in find_posts(text, mentions)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委副书记、市长尉迟宏主持会议。", ["尉迟宏 市委 副书记", "尉迟宏 市 市长"]),
        ("副县长田明参加。", ["田明 - 副县长"]),
        (
            "江东理工大学党委书记田明、副校长高峰，副市长宋词出席。",
            ["田明 江东理工大学党委 书记", "高峰 江东理工大学 副校长", "宋词 - 副市长"],
        ),
        ("他对桐岭乡乡长田明说。", ["田明 桐岭乡 乡长"]),
        ("来自禹坝县石坪镇的组织委员田明说。", ["田明 禹坝县石坪镇 组织委员"]),
        ("市住房和城乡建设局物业管理科科长田明表示。", ["田明 市住房和城乡建设局物业管理科 科长"]),
        ("县水利局党组书记、局长皮山河出席。", ["皮山河 县水利局党组 书记", "皮山河 县水利局 局长"]),
        ("县委常委、宣传部部长宋词强调。", ["宋词 县委 常委", "宋词 宣传部 部长"]),
        (
            "高新区党工委书记、管委会主任满江红致辞。",
            ["满江红 高新区党工委 书记", "满江红 高新区管委会 主任"],
        ),
        ("禹坝镇党委书记、人大主席何其幸汇报。", ["何其幸 禹坝镇党委 书记", "何其幸 禹坝镇 人大主席"]),
        ("镇人大主席滕明珠到会。", ["滕明珠 镇人大 主席"]),
        ("据渔桥县农业农村局副局长司马兰介绍。", ["司马兰 渔桥县农业农村局 副局长"]),
        ("仪式由常务副市长高峰主持。", ["高峰 - 常务副市长"]),
        (
            "新疆塔勒德县委副书记、县长李维率团来访。",
            ["李维 新疆塔勒德县委 副书记", "李维 新疆塔勒德县 县长"],
        ),
        ("来自代表团的乡党委书记吴腊宝说。", ["吴腊宝 乡党委 书记"]),
        ("中共北京市委副书记、市长郭金山出席。", ["郭金山 中共北京市委 副书记", "郭金山 北京市 市长"]),
        ("财政局长李爱群发言。", ["李爱群 财政局 局长"]),
        ("副县长兼县公安局局长牛宏伟参加。", ["牛宏伟 - 副县长", "牛宏伟 县公安局 局长"]),
        ("桐岭县县长蓝芳随同走访。", ["蓝芳 桐岭县 县长"]),
        ("应葡萄牙总统李国庆的邀请访问。", ["李国庆 葡萄牙 总统"]),
        ("应急管理厅副厅长李国庆出席。", ["李国庆 应急管理厅 副厅长"]),
        ("《求是》杂志发表中共中央总书记李国庆的文章。", ["李国庆 中共中央 总书记"]),
        ("会见埃及众议长贾巴利。", ["贾巴利 埃及 众议长"]),
        ("沙特王储兼首相李国庆出席。", ["李国庆 沙特 王储", "李国庆 沙特 首相"]),
        ("协会党前主席李国庆致辞。", []),
        ("福安社区党总支书记隋丽颖说。", ["隋丽颖 福安社区党总支 书记"]),
        ("石桥村党支部书记兼村委会主任农大海说。", ["农大海 石桥村党支部 书记", "农大海 村委会 主任"]),
        ("市政协委员、合作社理事长凌四妹说。", ["凌四妹 市政协 委员"]),
        ("县市场监管局食品监管股股长任毅表示。", ["任毅 县市场监管局食品监管股 股长"]),
        ("县委组织部部务委员郁文说。", ["郁文 县委组织部 部务委员"]),
        ("市残联理事长邬兰说。", ["邬兰 市残联 理事长"]),
        ("红星村妇女主任兰天凤说。", ["兰天凤 红星村 妇女主任"]),
        (
            "市统计局党组成员、副局长、新闻发言人方岚通报。",
            ["方岚 市统计局党组 成员", "方岚 市统计局 副局长", "方岚 市统计局 新闻发言人"],
        ),
    ],
)
def test_posts_in_front_of_a_name(text: str, expected: list[str]) -> None:
    assert posts(text) == expected


def test_a_list_shares_a_deputy_title() -> None:
    assert posts("市人大常委会副主任王维、李薇和赵为民出席。") == [
        f"{name} 市人大常委会 副主任" for name in ("王维", "李薇", "赵为民")
    ]


def test_a_list_does_not_share_a_head_title() -> None:
    assert posts("县长王维、李薇出席。") == ["王维 - 县长"]


def test_a_later_clause_recalls_the_organization() -> None:
    text = "市人大常委会主任江河主持会议，副主任王维，秘书长覃远出席。"
    assert posts(text)[1:] == ["王维 市人大常委会 副主任", "覃远 市人大常委会 秘书长"]


def test_a_list_in_columns_shares_the_announced_title() -> None:
    assert posts("县领导还有：\n宋 词 区向前 石 磊") == [
        f"{name} 县 领导" for name in ("宋 词", "区向前", "石 磊")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照李邑飞书记的要求。", ["李邑飞 - 书记"]),
        ("深入学习赵大年总书记重要讲话。", ["赵大年 - 总书记"]),
    ],
)
def test_posts_behind_a_name(text: str, expected: list[str]) -> None:
    assert posts(text) == expected


def test_the_body_may_stand_in_front_of_the_name_and_the_title_behind() -> None:
    text = "市消防支队杨志祥参谋长参加。"
    (post,) = find_posts(text, (Mention("PERSON", 5, 8, ("model",)),))
    assert [text[slice(*span)] for span in (*post.organization, post.title)] == ["市消防支队", "参谋长"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "黄强同志任吉林省委委员、常委、书记。",
            ["黄强 吉林省委 委员", "黄强 吉林省委 常委", "黄强 吉林省委 书记"],
        ),
        ("任命于是为县水利局局长、高峰为县教育局局长。", ["于是 县水利局 局长", "高峰 县教育局 局长"]),
        (
            "田向野，男，汉族，现任县财政局党组成员、副局长，拟任正职。",
            ["田向野 县财政局党组 成员", "田向野 县财政局 副局长"],
        ),
        (
            "任命：\n曲波为市财政局局长；\n谷丰、尹秋为市人民检察院副检察长。",
            ["曲波 市财政局 局长", "谷丰 市人民检察院 副检察长", "尹秋 市人民检察院 副检察长"],
        ),
        ("麻正明以912票当选村委会主任。", ["麻正明 村委会 主任"]),
        ("县长王维、县委常委李薇分别任清溪河、白竹江河长。", ["王维 清溪河 河长", "李薇 白竹江 河长"]),
    ],
)
def test_posts_given_by_a_verb(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(posts(text))


@pytest.mark.parametrize(
    "text",
    [
        "景俊海同志不再担任省委书记、常委、委员职务。",
        "免去钟声的县水利局局长职务。",
        "接受罗世杰辞去县人民政府副县长职务的请求。",
        "原村委会主任龙开元因病辞职。",
        "时任县委书记郝新民回忆。",
        "免去：\n曲波的市财政局局长职务；\n冷峰的市审计局局长职务。",
        "合作社理事长凌四妹说。",
        "县供销社原党组书记、理事会主任钟瑞祥接受审查。",
        "某某科技有限公司董事长叶舟说。",
        "某某集团党委书记王建军介绍。",
        "省农科院研究员柳青青授课。",
        "村民石巧云报名。",
        "主犯及骨干成员李某某被抓获。",
    ],
)
def test_these_are_no_posts(text: str) -> None:
    assert posts(text) == []


def test_a_name_makes_no_other_word_of_the_title_before_it() -> None:
    text = "区领导方志远、宋晓梅参加。"  # 领导方式 is no title
    mentions = (Mention("PERSON", 3, 6, ("model",)), Mention("PERSON", 7, 10, ("model",)))
    assert [text[slice(*post.person)] for post in find_posts(text, mentions)] == ["方志远", "宋晓梅"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("白岭省收获过半，在西京市长安区，收割机正在作业。", {}),
        ("副县长兼县公安局局长牛宏说，要抓安全。", {"牛宏": [(None, "副县长"), ("县公安局", "局长")]}),
        (
            "俄罗斯总理米舒斯京7日向俄总统普京汇报，经济增长。",
            {"米舒斯京": [("俄罗斯", "总理")], "普京": [("俄", "总统")]},
        ),
        ("约旦国王阿卜杜拉二世说，要停火。", {"阿卜杜拉二世": [("约旦", "国王")]}),
        ("英国司法大臣马哈茂德在报纸上发文称，案件积压。", {"马哈茂德": [("英国", "司法大臣")]}),
        (
            "丹麦首相称停止同挪威所有接触\n丹麦首相弗里德曼3日召开会议后决定，停止接触。",
            {"弗里德曼": [("丹麦", "首相")]},
        ),
        ("今年以来，赵大年总书记全国一盘棋谋划区域发展。", {"赵大年": [(None, "总书记")]}),
        ("赵大年主席全票当选，代表们表示拥护。", {"赵大年": [(None, "主席")]}),
        ("十年前，赵大年总书记明确提出目标。", {"赵大年": [(None, "总书记")]}),
        ("全国人大常委会代表工委主任孙立人作了说明。", {"孙立人": [("全国人大常委会代表工委", "主任")]}),
        ("每到一地，总书记都要深入百姓中间。“世界市长对话·敦煌”活动举行。", {}),
        (
            "国家主席赵大年会见美国前国务卿钱学森，前美国驻华大使孙立人在座。",
            {"赵大年": [(None, "国家主席")]},
        ),
        (
            "双方加快经济往来\n伊朗经济事务与财政部长汉杜齐说，要合作。",
            {"汉杜齐": [("伊朗经济事务与财政部", "部长")]},
        ),
        ("峰会在轮值主席国洪都拉斯举行，元首战略引领合作，今后同总统通电话。", {}),
        (
            "丹麦总理弗里德曼和国防部长加兰特就此作出决定。",
            {"弗里德曼": [("丹麦", "总理")], "加兰特": [("国防部", "部长")]},
        ),
        ("古巴国家主席迪亚斯-卡内尔4日表示，反对制裁。", {"迪亚斯-卡内尔": [("古巴", "国家主席")]}),
        (
            "国家主席赵大年5日向纳伊布·布克尔致贺电，祝贺他当选萨尔瓦多总统。",
            {"赵大年": [(None, "国家主席")], "纳伊布·布克尔": [("萨尔瓦多", "总统")]},
        ),
    ],
)
def test_where_a_name_and_a_body_begin_and_end(
    text: str, held: dict[str, list[tuple[str | None, str]]]
) -> None:
    page = extract(f"国际联播快讯\n\n央视网消息（新闻联播）：\n{text}\n", published="2024-05-20")
    assert {
        official.name: [(post.organization, post.title) for post in official.posts]
        for official in page.officials
    } == held
