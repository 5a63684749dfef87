"""Commands, facts and plans told apart in what is said."""

import pytest

import newsie
from newsie.frames.speech.kinds import kind_of


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("要求", "各单位做好值班工作。"),
        ("提出", "保护好高原生态，建设文明高地。"),
        ("强调", "当前防汛形势严峻，各地各部门要压实责任，落实各项措施。"),
        ("指出", "项目建设事关长远发展。切实加强组织领导，全面落实包联制度。"),
        ("指出", "要守牢安全底线。今年以来，全县完成投资12亿元，同比增长8%，新开工项目30个，竣工12个。"),
        ("说", "灾情险情必须30分钟内报告。"),
        ("表示", "两地合作成果丰硕。希望双方加强交流，推动合作迈上新台阶。"),
        ("表示", "企业家发挥着重要作用。希望大家把握机遇。深化产业协作，推动技术进步，提升水平。"),
        ("叮嘱", "药要按需服用。"),
        ("指出", "会议,各级各部门要提高认识,抓好落实。"),
    ],
)
def test_commands(verb: str, text: str) -> None:
    assert kind_of(verb, text) == "command"


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("说", "下一步，我们将开展系列活动。"),
        ("表示", "去年完成投资3亿元。今年计划新建学校2所，力争年底前投用。"),
        ("表示", "高新区将进一步优化服务。"),
        ("表示", "愿与该县互通有无、合作共赢。"),
        ("说", "今年打算再添两个棚。"),
        ("表示", "他们去年订了30吨，今年要增加到50吨。"),
        ("提出", "明年主要预期目标是：地区生产总值增长6.5%以上。"),
        ("承诺", "三天之内答复。"),
        ("表示", "下一步还将提质扩围。组织开展流通改革试点，鼓励相关地区优化措施，支持企业发展。"),
        ("表示", "我们感谢信任。我们一定在上级领导下忠实履职，不辱使命。"),
    ],
)
def test_plans(verb: str, text: str) -> None:
    assert kind_of(verb, text) == "plan"


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("介绍", "全镇已发展网店64家，月均发货2万单。"),
        ("称", "舰队举行了一次计划内演习。"),
        ("表示", "坚决拒绝对方近期的提议。"),
        ("说", "因为我们每天都要接触居民，身体健康才能服务好大家。"),
        ("说", "从拿地到开工要跑十几个部门。"),
        ("表示", "一些人企图打击我们，但这些计划已经失败。"),
        ("指出", "学习教育意义重大。上级反复强调要树立正确政绩观，为我们指明了方向。"),
        ("表示", "如果双方不能提出方案，甲方不会支持。"),
        ("表示", "甲国提供武器，将强化对立，进而导致冲突的风险增加。"),
        ("表示", "经济回升态势将进一步巩固。"),
        ("称", "该方案将导致价格上涨。"),
        ("表示", "对方尚未回应该提议。"),
        ("说", "报告阐述了“六个必须坚持”的内涵。"),
        ("指出", "“一带一路”倡议得到广泛响应，供应链保持稳定，这是重要保障。"),
        ("表示", "这一决定是对市场的干涉。"),
        ("说", "他们将冲突激化为一场对抗，这一策略是错误的。"),
        ("称", "将巨额债务分摊到民众身上，则相当于每个家庭负债23万元。"),
        ("指出", "我宣布举办博览会，就是要扩大开放。现在，它已经成为重要窗口。"),
        ("表示", "此次访问将推动两国合作迈上新台阶。"),
        ("称", "该国没有卷入战争，也不打算加入战争。"),
        ("说", "这是厚重答卷。十年塑造现实、开辟未来，改变中国。"),
        ("表示", "拒绝履行协议承诺是困局的主要原因。"),
        ("指出", "重要讲话为做好明年经济工作指明了方向。文明主张知所从来、明所将往。"),
        ("表示", "结果将在未来几天内得到确认。"),
        ("指出", "今年很不平凡。以甲某同志为核心的团队迎难而上，年度目标将顺利完成。"),
    ],
)
def test_facts(verb: str, text: str) -> None:
    assert kind_of(verb, text) == "fact"


@pytest.mark.parametrize(
    ("verb", "text"), [("问", "项目几时开工"), ("抛出", "怎么管控？怎么堵塞？"), ("说", "")]
)
def test_what_is_asked_is_none_of_them(verb: str, text: str) -> None:
    assert kind_of(verb, text) is None


def test_statements_have_their_kind() -> None:
    page = "县里召开会议\n\n　　县委书记陈大勇强调，各部门要压实责任。县长徐东升说，下一步将新建学校两所。\n"
    result = newsie.extract(page, published="2021-06-30")
    said = [*result.statements, *(one for meeting in result.meetings for one in meeting.statements)]
    assert {statement.verb: statement.kind for statement in said} == {"强调": "command", "说": "plan"}


def test_what_many_say_they_must_do_is_their_plan() -> None:
    assert kind_of("表示", "要统一思想、真抓实干。", speaker="广大干部群众") == "plan"
    assert kind_of("表示", "要统一思想、真抓实干。", speaker="王大明") == "command"
