"""Statements: who said what, and how far it runs. Marks as in `tests.marked`."""

from __future__ import annotations

from functools import partial

import pytest
from growth import grows_evenly

from newsie.extractor import extract
from newsie.frames.speech.quotes import find_quotations
from newsie.frames.speech.verbs import speech_verbs
from newsie.frames.statement import find_speeches, statement
from tests.marked import read

Said = tuple[str | None, str, str]


def said(marked: str) -> list[Said]:
    """Return speaker, verb and text of every statement."""
    reading = read(marked)
    records = [statement(reading, speech) for speech in find_speeches(reading)]
    return [(record.speaker, record.verb, record.text) for record in records]


ACCEPT: list[tuple[str, list[Said]]] = [
    # what is done, or seen, while somebody speaks, and two things done at once
    ("“再晚就裂了。”果农[宋某]一边说，一边把樱桃装箱。", [("宋某", "说", "再晚就裂了。")]),
    ("“再晚就裂了。”果农[宋某]边说边把樱桃装箱。", [("宋某", "说", "再晚就裂了。")]),
    ("“收成好。”[宋某]说，脸上笑开了花。", [("宋某", "说", "收成好。")]),
    (
        "村民[宋某]在村里当管家，“比在城里打工少一千，可还能照顾老娘”，她说。",
        [("宋某", "说", "比在城里打工少一千，可还能照顾老娘")],
    ),
    (
        "[宋某]要求学校立行立改，并叮嘱“孩子吃的东西，一点都不能将就”。",
        [("宋某", "叮嘱", "孩子吃的东西，一点都不能将就")],
    ),
    ("主任[宋某]就配合做好巡察提出要求，局长[姜某]主持会议。", []),
    ("“收成好。”[宋某]说，手上的伤好了就下地。", [("宋某", "说", "收成好。手上的伤好了就下地。")]),
    (
        "“卖出300多串。”摊主[宋某]一边翻烤串，一边说，“能忙到半夜。”",
        [("宋某", "说", "卖出300多串。能忙到半夜。")],
    ),
    ("[宋某]一边看一边问，一边叮嘱施工方要注意安全。", [("宋某", "叮嘱", "施工方要注意安全。")]),
    ("“苗子一天一个样！”家住东街村的[宋某]大婶见人就夸。", [("宋某", "见人就夸", "苗子一天一个样！")]),
    (
        "“多亏你们！”市民[宋某]将锦旗送到派出所，握着民警的手激动地说。",
        [("宋某", "说", "多亏你们！")],
    ),
    ("“多亏你们！”家住北街的赵大妈拉着民警的手连声道谢。", [("赵大妈", "连声道谢", "多亏你们！")]),
    # a quotation that ends a paragraph in which nobody is named is of who speaks in the next one
    ("车间里一片繁忙。“换了机床。”\n经理[宋某]说，今年订单多。", [("宋某", "说", "换了机床。今年订单多。")]),
    # figures that ask for nothing, behind what does
    (
        "[宋某]要求施工单位要倒排工期，确保通车。该工程全长⟦12公里⟧，已完成路基⟦8公里⟧。",
        [("宋某", "要求", "施工单位要倒排工期，确保通车。")],
    ),
    (
        "[宋某]在致辞中说，我们将以最优服务，让客商安心。此次签约的光伏项目投资⟦12亿元⟧。",
        [("宋某", "说", "我们将以最优服务，让客商安心。")],
    ),
    (
        "[宋某]强调，要两手抓。入境人员一律隔离⟦14天⟧，每天消毒不少于⟦2次⟧。",
        [("宋某", "强调", "要两手抓。入境人员一律隔离14天，每天消毒不少于2次。")],
    ),
    (
        "会议指出，攻坚要动真碰硬。全区亏损户数减至⟦5户⟧。下半年，要再盘活资产。",
        [(None, "指出", "攻坚要动真碰硬。全区亏损户数减至5户。下半年，要再盘活资产。")],
    ),
    # other verbs, and what colours the speaking left out of the speaker
    ("“年轻人干不长。”董事长[宋某]向市长诉苦。", [("宋某", "诉苦", "年轻人干不长。")]),
    ("居民[宋某]至今忘不了：“要不是她，人就没了。”", [("宋某", "忘不了", "要不是她，人就没了。")]),
    (
        "[宋某]了解回迁情况，叮嘱有关部门把好事办好，让群众早日搬家。",
        [("宋某", "叮嘱", "有关部门把好事办好，让群众早日搬家。")],
    ),
    (
        "“今年果子卖得咋样？”[宋某]来到交易点，向正在装车的果农询问。",
        [("宋某", "询问", "今年果子卖得咋样？")],
    ),
    ("“物资备足没有？”[宋某]问。", [("宋某", "问", "物资备足没有？")]),
    ("厂长[宋某]反映，厂里资金还有缺口。", [("宋某", "反映", "厂里资金还有缺口。")]),
    ("调查队负责人分析认为，收入还有上升空间。", [("调查队负责人", "认为", "收入还有上升空间。")]),
    ("[宋某]算了一笔账：“一天能多拉五六趟活。”", [("宋某", "算了一笔账", "一天能多拉五六趟活。")]),
    ("市民何先生拿到营业执照后高兴地说：“真快真方便。”", [("市民何先生", "说", "真快真方便。")]),
    ("“怎么管控？”[宋某]抛出了能力之问。", [("宋某", "抛出", "怎么管控？")]),
    ("[宋某]感慨万千：“日子越过越红火。”", [("宋某", "感慨万千", "日子越过越红火。")]),
    ("[宋某]提出三点要求：一要提高认识；二要强化措施。", [("宋某", "提出", "一要提高认识；二要强化措施。")]),
    ("甲县农科院专家现场指导时提醒农户，要清沟排水。", [("甲县农科院专家", "提醒", "要清沟排水。")]),
    (
        "甲县卫健委有关负责人在接受记者采访时表示，供应充足。",
        [("甲县卫健委有关负责人", "表示", "供应充足。")],
    ),
    # bodies and what they write, with a day or an act before the verb
    ("也门某武装〔29日〕称，该组织发动袭击。", [("也门某武装", "称", "该组织发动袭击。")]),
    (
        "甲国抵抗组织下属武装派别“东河旅”〔2日〕称，发射了火箭弹。",
        [("甲国抵抗组织下属武装派别“东河旅”", "称", "发射了火箭弹。")],
    ),
    ("以色列国防军同一天称，打击了目标。", [("以色列国防军", "称", "打击了目标。")]),
    ("以方称，火箭弹被拦截。", [("以方", "称", "火箭弹被拦截。")]),
    ("乌军方还称，无人机被拦截。", [("乌军方", "称", "无人机被拦截。")]),
    ("甲国总统府〔29日〕发表声明说，两国恢复往来。", [("甲国总统府", "说", "两国恢复往来。")]),
    ("甲国都政府〔5日〕公布信息称，曾发生泄漏。", [("甲国都政府", "称", "曾发生泄漏。")]),
    ("甲国媒体〔22日〕援引官员的话报道称，物价上涨。", [("甲国媒体", "报道称", "物价上涨。")]),
    ("甲国中央银行——东河银行近日警告，经济将衰退。", [("东河银行", "警告", "经济将衰退。")]),
    ("与会人士从不同角度谈到，成绩很大。", [("与会人士", "谈到", "成绩很大。")]),
    ("听几个指挥长说，那时很苦。", [("几个指挥长", "说", "那时很苦。")]),
    (
        "联合国贸易会议〔19日〕发布《投资报告》说，投资下降。报告还强调，格局受到影响。",
        [("联合国贸易会议", "说", "投资下降。"), ("报告", "强调", "格局受到影响。")],
    ),
    (
        "《意见》指出，转型是关键环节。为加快转型，《意见》要求，要坚持稳妥。",
        [("《意见》", "指出", "转型是关键环节。"), ("《意见》", "要求", "要坚持稳妥。")],
    ),
    ("[宋某]被押回老家，路上他感慨万千：“终于回家了。”", [("宋某", "感慨万千", "终于回家了。")]),
    ("当局发布撤离警告，居民已经离开。", []),
    ("[宋某]宣布组长授权任职和任务分工决定，[钱某某]主持会议。", []),
    (
        "[宋某]很快作出了回应，〔昨日〕接受本报记者访问时表示此前没有听过这一说法。",
        [("宋某", "表示", "此前没有听过这一说法。")],
    ),
    ("有网友质疑：“到底有没有？”", [("网友", "质疑", "到底有没有？")]),
    ("还有网友干脆说：“这样算不算？”", [("网友", "说", "这样算不算？")]),
    ("然而围观的群众告诉民警，棚子建在河边上。", [("围观的群众", "告诉", "棚子建在河边上。")]),
    ("网友“东河兑酒”表示：“道被挡住了。”", [("网友“东河兑酒”", "表示", "道被挡住了。")]),
    ("[宋某]致贺词。贺词说，五年来成绩显著。", [("贺词", "说", "五年来成绩显著。")]),
    ("数个消息源指出，工程早已停工。", [("数个消息源", "指出", "工程早已停工。")]),
    ("乌军方面还称，无人机被拦截。", [("乌军方面", "称", "无人机被拦截。")]),
    ("甲国公司〔23日〕报告称，公司亏损。", [("甲国公司", "称", "公司亏损。")]),
    ("甲办公室〔昨天〕发表题为《夯实基础》的文章指出，选举成功。", [("甲办公室", "指出", "选举成功。")]),
    ("甲县公安局接受媒体采访时称，用词不严谨。", [("甲县公安局", "称", "用词不严谨。")]),
    (
        "甲国最高纪律委员会〔7日〕在首都召开会议指出，要加大力度。",
        [("甲国最高纪律委员会", "指出", "要加大力度。")],
    ),
    ("违反组织要求，不如实报告。", []),
    # a guest goes on for his side
    (
        "[宋某]表示，两国关系很好。乌方期待深化合作。",
        [("宋某", "表示", "两国关系很好。乌方期待深化合作。")],
    ),
    # the newspaper goes on
    ("官员表示，民众无处可逃。某某理事会第58届会议〔2日〕通过决议。", [("官员", "表示", "民众无处可逃。")]),
    ("周边政府要求国家提供信息。此前，居民被查出超标。", [("周边政府", "要求", "国家提供信息。")]),
    ("抗议者要求举行大选。英国物价涨幅达一成。", [("抗议者", "要求", "举行大选。")]),
    ("委员会称，这是故障迹象。目前坠机原因正在调查中。", [("委员会", "称", "这是故障迹象。")]),
    # what the speaker does next, and who else was there, is no more of the speech
    ("[宋某]强调，要抢抓工期。他先后来到甲地、乙地。", [("宋某", "强调", "要抢抓工期。")]),
    ("[宋某]强调，要抢抓工期。参加活动的还有各部门负责人。", [("宋某", "强调", "要抢抓工期。")]),
    ("[宋某]强调，要抢抓工期。〔今年以来〕，全市开工项目40个。", [("宋某", "强调", "要抢抓工期。")]),
    (
        "[宋某]强调，要抢抓工期。〔今年〕，要开工项目40个。",
        [("宋某", "强调", "要抢抓工期。今年，要开工项目40个。")],
    ),
    (
        "“要注意防治虫害。”[宋某]叮嘱种粮大户。\n种粮大户[王某]种了380亩水稻，他说：“心里有底了。”",
        [("宋某", "叮嘱", "要注意防治虫害。"), ("王某", "说", "心里有底了。")],
    ),
    # 会议 speaks: nobody is named
    ("会议指出，要提高认识。要压实责任。", [(None, "指出", "要提高认识。要压实责任。")]),
    ("会议要求各级各部门要压实责任。", [(None, "要求", "各级各部门要压实责任。")]),
    ("会议听取了工作汇报，要求各部门压实责任。", [(None, "要求", "各部门压实责任。")]),
    (
        "会议指出，要抓好防汛。会议还传达了上级精神。会议强调，要抓好安全。",
        [(None, "指出", "要抓好防汛。"), (None, "强调", "要抓好安全。")],
    ),
    # a speech runs over paragraphs that go on demanding, and ends where the newspaper tells again
    (
        "会议要求，要做好防汛。\n各有关单位要落实责任，确保安全。\n会后，大家观看了短片。",
        [(None, "要求", "要做好防汛。各有关单位要落实责任，确保安全。")],
    ),
    (
        "[宋某]强调，要抓进度。县长[李某]参加会议。",
        [("宋某", "强调", "要抓进度。")],
    ),
    ("督导组希望企业做好消杀。〔截至目前〕，发现问题9个。", [("督导组", "希望", "企业做好消杀。")]),
    # named people, pronouns, subjects earlier in the sentence
    ("[宋某]在讲话中指出，项目是关键。", [("宋某", "指出", "项目是关键。")]),
    ("谈到今年工作，[宋某]强调，要稳中求进。", [("宋某", "强调", "要稳中求进。")]),
    ("区委书记[宋某]带队调研。他强调，要加快建设。", [("宋某", "强调", "要加快建设。")]),
    ("[宋某]走进车间，勉励大家学好技术。", [("宋某", "勉励", "大家学好技术。")]),
    ("[宋某]对工作给予肯定，并强调，要久久为功。要补短板。", [("宋某", "强调", "要久久为功。要补短板。")]),
    ("据镇长[宋某]介绍，全镇种植香菇三千亩。", [("宋某", "介绍", "全镇种植香菇三千亩。")]),
    ("[宋某]希望新任职人员恪尽职守。", [("宋某", "希望", "新任职人员恪尽职守。")]),
    ("[宋某]查看河道，叮嘱河长[李某]：“河里不能见垃圾。”", [("宋某", "叮嘱", "河里不能见垃圾。")]),
    (
        "[宋某]表示，[李某]总书记强调，实干兴邦。我们要实干。",
        [("宋某", "表示", "李某总书记强调，实干兴邦。我们要实干。")],
    ),
    # quotations: before, behind, interrupted, several
    ("“路通了，心也亮了。”村民[宋某]笑着说。", [("宋某", "说", "路通了，心也亮了。")]),
    ("“路通了，”[宋某]说，“心也亮了。”", [("宋某", "说", "路通了，心也亮了。")]),
    (
        "“路是民生。”局长[宋某]表示，接下来将再修十公里。",
        [("宋某", "表示", "路是民生。接下来将再修十公里。")],
    ),
    ("[宋某]说：“路通了。”", [("宋某", "说", "路通了。")]),
    ('[宋某]说:"路通了,好走。"', [("宋某", "说", "路通了,好走。")]),
    ("“路通了，真好走。”说完，[宋某]上了车。", [("宋某", "说", "路通了，真好走。")]),
    (
        "“路是民生工程，更是民心工程，一定修好”。局长[宋某]掷地有声。",
        [("宋某", "掷地有声", "路是民生工程，更是民心工程，一定修好")],
    ),
    ("“环境变好了！”“停车方便了。”居民们纷纷点赞。", [("居民们", "点赞", "环境变好了！停车方便了。")]),
    ("“请看‘蟹塘’小程序！”[宋某]点开手机，笑着说。", [("宋某", "说", "请看‘蟹塘’小程序！")]),
    (
        "[宋某]说，“路通了。”[李某]表示，还要修桥。",
        [("宋某", "说", "路通了。"), ("李某", "表示", "还要修桥。")],
    ),
    (
        "“几乎零风险。”[宋某]说。“一个棚一年挣两万。”去年，村里脱了贫。",
        [("宋某", "说", "几乎零风险。一个棚一年挣两万。")],
    ),
    # people and bodies without names
    ("“排队久吗？”一位正在装车的司机问道。", [("一位正在装车的司机", "问道", "排队久吗？")]),
    ("“订单排满了。”正在装车的一位上海采购商说。", [("一位上海采购商", "说", "订单排满了。")]),
    ("与会人员纷纷表示，要把精神带回去。", [("与会人员", "表示", "要把精神带回去。")]),
    ("示范区要求各单位要保持清醒。", [("示范区", "要求", "各单位要保持清醒。")]),
    ("市民政局相关负责人提醒，出行注意安全。", [("市民政局相关负责人", "提醒", "出行注意安全。")]),
    ("执法人员走进商户，叮嘱经营者，食品要留样。", [("执法人员", "叮嘱", "食品要留样。")]),
    ("不少商家表示，样品都验过。", [("不少商家", "表示", "样品都验过。")]),
    ("据被访者反映，夜里常有货车经过。", [("被访者", "反映", "夜里常有货车经过。")]),
    ("县林业研究所表示，苗木长势良好。", [("县林业研究所", "表示", "苗木长势良好。")]),
    ("接待的同志介绍，全县有林地九万亩。", [("接待的同志", "介绍", "全县有林地九万亩。")]),
    ("法院审理认为，双方都有过错。", [("法院", "认为", "双方都有过错。")]),
    ("一位数码迷小顾也表示，再等等看。", [("小顾", "表示", "再等等看。")]),
    ("陈师傅笑了笑说：“不用谢我。”", [("陈师傅", "说", "不用谢我。")]),
    ("“不碍事。”黄大爷连连摆手说。", [("黄大爷", "说", "不碍事。")]),
    ("宫先生跟站里的工作人员表示，下次还来。", [("宫先生", "表示", "下次还来。")]),
    ("一位老工人站在展板前说：“真亲切。”", [("一位老工人", "说", "真亲切。")]),
    ("群里的“放牛娃”说：“我报名！”", [("“放牛娃”", "说", "我报名！")]),
    ("据现场村民介绍，车已拖走。", [("现场村民", "介绍", "车已拖走。")]),
    ("工作人员这才告诉记者，馆里放的是短片。", [("工作人员", "告诉", "馆里放的是短片。")]),
    ("[宋某]不肯收下，只是说了一句：“换谁都会这么做！”", [("宋某", "说", "换谁都会这么做！")]),
    (
        "座谈会上，考察团对甲县的产业给予高度称赞，并表示此次来访是寻根之旅。",
        [("考察团", "表示", "此次来访是寻根之旅。")],
    ),
    ("村民张大爷正忙着春灌。他说，墒情不错。", [("张大爷", "说", "墒情不错。")]),
    # how one speaks is not the verb
    ("“明年翻一番。”[宋某]信心满满地告诉记者。", [("宋某", "告诉", "明年翻一番。")]),
    ("“明年翻一番。”古丽信心满满地告诉记者。", [("古丽", "告诉", "明年翻一番。")]),
    ("[宋某]曾说过：“种地要听天时。”", [("宋某", "说", "种地要听天时。")]),
    ("[宋某]又问：“灯是谁关的？”", [("宋某", "问", "灯是谁关的？")]),
    ("“路通了。”[宋某]的话道出了大家的心声。", [("宋某", "道出", "路通了。")]),
    # another speaks, though nobody can be read
    (
        "[宋某]称，甲国将继续提供武器。此外，乙国某台〔日前〕声称，这是被迫。",
        [("宋某", "称", "甲国将继续提供武器。")],
    ),
    # 我 is the speaker, whoever is named behind it; so is what both are going to do
    (
        "[宋某]表示，两地关系良好。我同[李某]两度会晤，达成共识。〔明年〕双方将共建园区。",
        [("宋某", "表示", "两地关系良好。我同李某两度会晤，达成共识。明年双方将共建园区。")],
    ),
    # a day on which something is asked, and what another has proposed, are the speaker's still
    (
        "[宋某]强调，要严查快处。〔1月1日〕将至，要盯牢节日期间的老问题。",
        [("宋某", "强调", "要严查快处。1月1日将至，要盯牢节日期间的老问题。")],
    ),
    (
        "[宋某]表示，挑战很多。[李某]主席提出的倡议具有重要意义。",
        [("宋某", "表示", "挑战很多。李某主席提出的倡议具有重要意义。")],
    ),
    # whom a speaker cites
    (
        "[宋某]表示，要落实峰会精神。在去年峰会上，[李某]主席强调要坚持互信。我们要牢记初心。",
        [("宋某", "表示", "要落实峰会精神。在去年峰会上，李某主席强调要坚持互信。我们要牢记初心。")],
    ),
    # what is cited ends where the newspaper goes on, and where the same one is cited again
    (
        "[宋某]总书记指出，要搞好统筹。当前，全市创新能力不断提升。",
        [("宋某", "指出", "要搞好统筹。")],
    ),
    (
        "[宋某]总书记指出，这是中心任务。在开班式上，[宋某]总书记发表讲话强调，领导是根本。",
        [("宋某", "指出", "这是中心任务。"), ("宋某", "强调", "领导是根本。")],
    ),
    ("[宋某]总书记来到甲村。总书记要求当地处理好关系。", [("宋某", "要求", "当地处理好关系。")]),
    # points that have a paragraph each
    (
        "[宋某]强调，我们应该秉持初心。\n第一，坚持创新。要积极交流。\n第二，坚持开放。\n会议由[李某]主持。",
        [("宋某", "强调", "我们应该秉持初心。第一，坚持创新。要积极交流。第二，坚持开放。")],
    ),
    # a note to the picture is not said
    ("[宋某]鼓励施工单位坚定信心、加快建设（如图）。", [("宋某", "鼓励", "施工单位坚定信心、加快建设")]),
]

REJECT = [
    "甲方暂未回应：“乙方击退了对方的进攻。”",
    "全市上下要牢记总书记深情嘱托，聚焦使命，干字当头。",
    "据悉，活动持续三天。",
    "据了解，全区有学校九所。",
    "按照工作要求，各单位落实了责任。",
    "根据会议要求，县里制定了方案。",
    "[宋某]就下步工作提出具体要求。",
    "[宋某]听取企业负责人介绍，察看了车间。",
    "按照[宋某]书记要求，各单位加快了建设。",
    "[宋某]介绍了运营模式和发展构想。",
    "数据显示，产值增长一成。",
    "“请出示证件。”〔近日〕，检查组来到企业。",
    "对我们来说，这是机遇。",
    "创建“五星”支部工作有序开展。",
    "会议研究了其他事项。",
    "我们要求不高。",
    "代表们先后发言。他们感谢[宋某]主席的会见，介绍了工作情况，表示全县取得了发展成就。",
    "[宋某]在网上看到一句话：“今天不走，明天要跑。”",
    "他当场向老人道歉，并退还了货款。",
    "为满足部队要求，村里修通了公路。",
    "这笔款符合“惠民贷”要求，当天到账。",
    "“一网通办”要求数据共享。",
    "公诉人当庭讯问，被告人低头不语。",
    "县卫生局接到群众要求增设站点的来信。",
    "发现后就向儿子道歉，儿子笑了。",
    "言谈中流露出还可以再多一些的感慨，令人动容。",
]


@pytest.mark.parametrize(("marked", "expected"), ACCEPT, ids=[case[0][:24] for case in ACCEPT])
def test_statement_is_read(marked: str, expected: list[Said]) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize("marked", REJECT)
def test_nothing_is_said(marked: str) -> None:
    assert said(marked) == []


def test_interrupted_speech_has_two_segments() -> None:
    reading = read("“路通了，”[宋某]说，“心也亮了。”")
    (speech,) = find_speeches(reading)
    assert [reading.string(span) for span in speech.text] == ["路通了，", "心也亮了。"]
    record = statement(reading, speech)
    assert record.evidence["text"][0].segments == ((1, 5), (11, 16))
    assert set(record.evidence) == {"speaker", "verb", "text"}


def test_meeting_has_no_speaker_evidence() -> None:
    reading = read("会议指出，要抓落实。")
    (speech,) = find_speeches(reading)
    assert speech.speaker == ()
    assert speech.speaker_name is None
    assert set(statement(reading, speech).evidence) == {"verb", "text"}


def test_quotation_left_open_is_none() -> None:
    assert find_quotations("“没有说完\n“重新开始。”")[0].start == 6
    assert find_quotations("”“") == ()


def test_every_verb_has_a_kind() -> None:
    assert {verb.kind for verb in speech_verbs().values()} == {"say", "urge", "utter"}


def test_empty_text_says_nothing() -> None:
    assert said("") == []


@pytest.mark.parametrize(
    "unit",
    [
        "[宋某]说，",
        "“好！”",
        "会议要求",
        "要求，",
        "他说“",
        "，",
        "[宋某]、",
        "“[宋某]表示",
        "一位村民在那里边走边",
        "\n",
    ],
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    """Hostile repetition stays linear: four times the text, at most about four times the work."""
    bare = unit.replace("[", "").replace("]", "")
    assert grows_evenly(lambda times: partial(find_speeches, read(unit + bare * times)), 300, 1200)


@pytest.mark.parametrize(
    ("told", "end"),
    [
        # what goes on is the speaker's
        ("县长王大明表示，合作是典范。近年来，周大山主席同他多次会晤。中方愿进一步落实共识。", "落实共识。"),
        ("县长王大明表示，会晤富有成果。周大山主席发表讲话，宣布了新举措。中方愿落实成果。", "落实成果。"),
        ("县长王大明表示，我愿再次祝贺。在周大山书记英明领导下，各领域将取得新成就。", "取得新成就。"),
        ("县长王大明表示，交流很好。今年是提出理念十周年。县里坚持共建。", "坚持共建。"),
        (
            "王大明总书记指出，建设绿道得民心。生态环境好，就多了一份幸福感。大家要一起动手。",
            "一起动手。",
        ),
        ("县长王大明表示，祝贺访问成功！周大山总书记此访日程紧凑，意义深远。", "意义深远。"),
        # what the newspaper adds is not
        ("县长王大明表示，要反思历史。据报道，这是首次道歉。", "反思历史。"),
        ("县公安局说，当天有人斗殴。某网站最新数据显示，今年已有三万人受伤。", "有人斗殴。"),
        ("市民王大明说，这里最好的业务是算力。跟着他，记者来到了一家企业。", "是算力。"),
        ("党的二十届三中全会指出，要推进依法行政。平川县通过科技赋能，提升了效能。", "依法行政。"),
        ("王大明总书记指出，要拿出干劲。这个春节，成千上万劳动者坚守岗位。", "拿出干劲。"),
        ("王大明总书记指出，要壮大队伍。遵循成长规律，大力扶持青年。", "扶持青年。"),
        # who handled the matter is told of, unless he tells it himself
        ("村民王大明报警称：他家的羊被偷了三只。接警后，派出所查询了监控。", "偷了三只。"),
        ("店主王大明称，货款被人骗走。民警迅速赶到店里。", "被人骗走。"),
        ("村民王大明说，是邻居救了老人。经过抢救，老人恢复了意识。", "救了老人。"),
        ("家长王大明反映，孩子过马路危险。目前，县教育局已会同交警增设标线。", "过马路危险。"),
        ("派出所所长王大明介绍，接警后，他们赶到现场。经过走访，锁定了嫌疑人。", "嫌疑人。"),
        ("县教育局介绍，开学在即。目前，县教育局已组织检查组到校检查。", "到校检查。"),
        ("村支书王大明说，路修通了。经过走访，我们又修了水渠。", "修了水渠。"),
        # days of old, and what is seen on the spot
        ("村民们说，日子越过越好。而在三十年前，这里遍地盐碱。", "越过越好。"),
        ("护林员王大明说，树长起来了。1999年，王大明带着妻子上了山。", "长起来了。"),
        ("护林员王大明说，树长起来了。2010年，他从部队退伍。", "长起来了。"),
        ("副县长王大明介绍，县里种苹果早。2005年，面积达到三万亩。", "三万亩。"),
        ("厂长王大明说，订单排到年底。走进车间，工人们正在赶制服装。", "到年底。"),
        ("书记王大明说，要多下基层。走进企业，就要为企业办实事。", "办实事。"),
    ],
)
def test_where_the_speakers_words_end(told: str, end: str) -> None:
    result = extract(f"基层新闻\n\n{told}\n", published="2026-01-15")
    said = [
        *result.statements,
        *(said for home in (*result.meetings, *result.visits) for said in home.statements),
    ]
    assert [one.text[-len(end) :] for one in said][:1] == [end]


def test_who_is_counted_is_not_spoken_to() -> None:
    text = "交警在路口劝导行人200余人次，发放宣传单500份。"
    assert extract(f"基层新闻\n\n{text}\n", published="2026-01-15").statements == ()


def test_an_addition_is_a_noun() -> None:
    text = "这部文集是对文选的重要补充，对于深入了解历史，具有重要意义。"
    assert extract(f"基层新闻\n\n{text}\n", published="2026-01-15").statements == ()


def test_he_is_whom_the_sentence_before_shows_acting() -> None:
    text = "市委书记李大山出席活动。李大山说，欢迎大家。活动开始前，县长王大明会见了企业代表。他表示，将持续优化环境。"
    result = extract(f"基层新闻\n\n{text}\n", published="2026-01-15")
    said = [
        *result.statements,
        *(said for home in (*result.meetings, *result.visits) for said in home.statements),
    ]
    assert ("王大明", "将持续优化环境。") in {(one.speaker, one.text) for one in said}


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("王大明表示，封锁将一直维持，他还称对方不能开发武器。", "王大明", "封锁将一直维持"),
        ("总统王大明祝愿人民幸福安康，表示今年是建交75周年。", "王大明", "人民幸福安康"),
        (
            "住房建设部表示，目前全国共有8155个村落。今年1—6月，各地带动产业发展，吸引游客2.93亿人次。",
            "住房建设部",
            "目前全国共有8155个村落。今年1—6月，各地带动产业发展，吸引游客2.93亿人次。",
        ),
        ("政协会议举行\n梅若清委员发言说，观众希望看到好作品。", "梅若清", "观众希望看到好作品。"),
    ],
)
def test_a_speech_ends_at_a_second_attribution_and_not_at_its_figures(
    text: str, speaker: str, said: str
) -> None:
    (found, *_) = extract(text, published="2025-08-01").statements
    assert (found.speaker, found.text) == (speaker, said)


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        # others act or talk behind the speech, though nobody is named
        (
            "某国消息人士称，该国将提供装备。某国反战人士批评这加剧了冲突。",
            "该国将提供装备。",
        ),
        (
            "[宋某]表示，中方愿同各方扩大合作。外方政要对博览会的举办致以祝贺，希望同中方合作。",
            "中方愿同各方扩大合作。",
        ),
        ("[宋某]表示，合作将带来机遇。本节目还将在新媒体同步上线。", "合作将带来机遇。"),
        ("[宋某]表示，有30人受伤。据某国驻乙国大使馆消息，已确认有8人遇难。", "有30人受伤。"),
        ("[宋某]强调，方案是唯一途径。甲国和乙国领导人〔3月5日〕签署文件。", "方案是唯一途径。"),
        ("农业农村部要求，各地要全面排查。国务院国资委进一步调动力量，做好抢修。", "各地要全面排查。"),
        ("[宋某]主席指出，航天是重要事业。总书记的重要讲话为事业发展指明了方向。", "航天是重要事业。"),
        ("[宋某]表示，调查正在进行。同一天，乙市也发生枪击事件。", "调查正在进行。"),
        ("[宋某]表示，甲方愿深化互信。会谈后，两国总理签署文件。", "甲方愿深化互信。"),
        ("[宋某]表示，甲国对决定表示遗憾。乙国、丙国等也对加征关税表示反对。", "甲国对决定表示遗憾。"),
        ("[宋某]强调，要做好研究。在文化座谈会上，[宋某]总书记发表重要讲话。", "要做好研究。"),
        # and while the next sentence asks
        (
            "[宋某]强调，事关群众利益。〔今年〕规模创历史新高，是一次考验。要保障客运顺畅。",
            "事关群众利益。今年规模创历史新高，是一次考验。要保障客运顺畅。",
        ),
        # so do bodies on a day of their own
        ("某能源局提出，将推动建设。甲部、乙部〔近日〕联合开展试点，加强管理。", "将推动建设。"),
        ("某卫生部门称，两人受伤。甲方军方〔当天〕发表声明否认。", "两人受伤。"),
        ("[宋某]希望，丙地抓住机遇。在制度优势下，丙地加大投入，走出了一条新路。", "丙地抓住机遇。"),
        ("[宋某]告诉记者，机柜增长了五倍。于是，记者又见到了另一群人。", "机柜增长了五倍。"),
        (
            "[宋某]表示，两国关系良好。[王某]主席〔3月5日〕同总统先生会晤，为关系发展作出新部署。中方愿努力。",
            "两国关系良好。王某主席3月5日同总统先生会晤，为关系发展作出新部署。中方愿努力。",
        ),
        # what a leader has ordered is told by who goes on demanding
        (
            "[宋某]指出，各方十分关注灾情。[王某]总理作出批示，进行安排部署。各有关方面要坚决贯彻。",
            "各方十分关注灾情。王某总理作出批示，进行安排部署。各有关方面要坚决贯彻。",
        ),
        # the next item of a digest is another story
        ("（1）丙地政府要求停止演习；（2）丁地火箭试飞失败；3.乙地春天到了。", "停止演习"),
        # who speaks of himself, or for a side, goes on
        (
            "[宋某]指出，两国关系取得长足发展。[王某]总统长期致力于友好，我对此深表赞赏。",
            "两国关系取得长足发展。王某总统长期致力于友好，我对此深表赞赏。",
        ),
        (
            "[宋某]表示，今年是建交10周年。〔3月5日〕，两国元首举行会晤。中方愿深化合作。",
            "今年是建交10周年。3月5日，两国元首举行会晤。中方愿深化合作。",
        ),
    ],
)
def test_a_speech_ends_where_others_act_and_goes_on_while_one_speaks_of_himself(
    marked: str, text: str
) -> None:
    assert next(words for _, _, words in said(marked)) == text


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("甲市教育局〔15日〕表示，三所小学将开工。", "甲市教育局"),
        ("此外，甲市卫健委〔当天〕还通报，两例已经治愈。", "甲市卫健委"),
        ("乙国外交部发表声明称，两国将恢复谈判。", "乙国外交部"),
        ("甲市水务局相关负责人〔3月1日〕介绍，新管网已经通水。", "甲市水务局相关负责人"),
        ("甲国军方稍早前称，两艘船已经返航。", "甲国军方"),
    ],
)
def test_a_body_speaks_on_a_day_or_by_a_declaration(marked: str, speaker: str) -> None:
    ((found, _, _),) = said(marked)
    assert found == speaker


def test_he_is_not_who_is_named_for_his_words() -> None:
    marked = "[宋某]总书记关于某工作的重要论述研讨会〔3日〕在京召开，【市长】[王某]出席并讲话。他表示，要深入学习。"
    assert said(marked) == [("王某", "表示", "要深入学习。")]


def test_a_body_may_speak_as_a_side() -> None:
    assert said("甲国统计局方面称，制造业不景气是主因。") == [
        ("甲国统计局方面", "称", "制造业不景气是主因。")
    ]


def test_what_someone_proposed_and_what_it_is_to_him_is_no_speech() -> None:
    assert said("[宋某]给代表回信，对他们予以亲切勉励并提出殷切希望。") == []
    assert said("欢迎甲方加入乙方提出的清洁能源合作伙伴关系倡议，共享机遇。") == []
    assert said("对青年[宋某来]说，这又是忙碌的一天。") == []


def test_a_body_asks_in_what_it_issues() -> None:
    marked = "〔5月3日〕，甲市住建局、甲市公安局联合印发《关于加强管理的通知》，要求各县区做好防汛工作。"
    assert said(marked) == [("甲市住建局、甲市公安局", "要求", "各县区做好防汛工作。")]


def test_who_is_blamed_proposes_nothing() -> None:
    marked = "此前，甲国某调查组将责任完全归咎于时任总统[宋某]，并建议对其提起刑事诉讼。"
    assert all(speaker != "宋某" for speaker, _, _ in said(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "这一问，引得那两拨人失去控制。“我加一千！”",
        "一名男子走到身边，小声说“都加到这份上了，哪还差两千元。”",
        "“哪里有卖？”市民几次到商场询问，得到的答复都是没有货。",
        "许多市民打来电话，表达了他们希望帮助学子的愿望，其中一名表示，愿意出资。",
        "领队联系[顾某]要求马上安排出发。",
        "说罢，又乞求般地对前来求援的负责人说：“别去了。”",
        "大家坐定，端起茶杯朝向大家笑着说：“请喝茶。”",
        "她主动握着老人的手，亲切地问：“多大年纪了？”",
        "那人点点头，若有所思地说：“是这个理。”",
    ],
)
def test_how_one_speaks_and_who_is_called_is_no_speaker(marked: str) -> None:
    speakers = {speaker for speaker, _, _ in said(marked)}
    assert not speakers & {"这一", "小声", "几次到商场", "市民几次到商场", "表达了他们", "顾某"}
    assert not speakers & {"又乞求般地对前来求援的负责人", "端起茶杯朝向大家", "主动握着老人", "若有所"}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[宋某]在〔今天下午〕召开的“某某行动计划”新闻发布会上表示，需要投入资金。",
            ("宋某", "表示", "需要投入资金。"),
        ),
        ("[宋某]出席会议并致辞，在致辞中他提到，城市转型要有目标。", ("宋某", "提到", "城市转型要有目标。")),
        ("专家组对某县的工作给予高度称赞，希望再接再厉。", ("专家组", "希望", "再接再厉。")),
    ],
)
def test_who_speaks_at_what_is_named_at_length(marked: str, expected: tuple[str, str, str]) -> None:
    assert said(marked) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # what is declared is said; that a gathering opens or someone is elected is not
        ("[宋某]〔4日〕宣布，他决定辞职。", [("宋某", "宣布", "他决定辞职。")]),
        ("[宋某]宣布，第五届博览会开幕。", []),
        ("计票人[宋某]宣布，[王某]以912票当选主任。", []),
        # who asks stands right before the verb; a question that is a noun
        (
            "大会上，[宋某]要求在确保安全的前提下，尽快恢复生产。",
            [("宋某", "要求", "在确保安全的前提下，尽快恢复生产。")],
        ),
        ("群众的询问，民警的解答，拉开了活动的序幕。", []),
        # whom one is to help is not the one addressed
        (
            "某省委要求各级党委帮助困难职工，实现再就业。",
            [("某省委", "要求", "各级党委帮助困难职工，实现再就业。")],
        ),
    ],
)
def test_what_is_declared_and_what_is_asked(marked: str, expected: list[Said]) -> None:
    assert said(marked) == expected


def test_the_manner_of_speaking_before_a_quotation_says_who_speaks() -> None:
    marked = "还款仪式上，[宋某]双眼含泪：“金钱可以偿还，但人民的深情永远还不清。”"
    assert said(marked) == [("宋某", "双眼含泪", "金钱可以偿还，但人民的深情永远还不清。")]
    marked = "收购商[宋某]一边过磅，一边高声报价：“泡椒每斤2.4元，比上周涨了0.3元！”"
    assert said(marked) == [("宋某", "高声报价", "泡椒每斤2.4元，比上周涨了0.3元！")]


def test_a_report_and_a_blunt_word_are_speech() -> None:
    assert said("锅炉满负荷运转。[宋某]汇报，该厂目前储煤可用54天。") == [
        ("宋某", "汇报", "该厂目前储煤可用54天。")
    ]
    assert said("会议听取了[宋某]汇报，研究了储煤工作。") == []
    marked = "“地不能不种，还要种好。”[宋某]在讲话中开门见山，“越是困难，越要把成本抠下来。”"
    assert said(marked) == [("宋某", "开门见山", "地不能不种，还要种好。越是困难，越要把成本抠下来。")]
    assert said("[宋某]的话意味深长：“当初捐款是看到办实事。”") == []


def test_a_leader_whom_the_speaker_cites_is_no_speaker() -> None:
    marked = "会长[宋某]发言说，主张引起了反响。〔昨天〕[钱某某]副总理又明确指出，谈判是关键。"
    assert [speaker for speaker, _, _ in said(marked)] == ["宋某"]


def test_a_dateline_is_no_speaker() -> None:
    text = "基层新闻\n\n新华社阿拉木图5月7日电甲国最高纪律委员会7日在首都召开会议指出，政府将加强打击力度。\n"
    result = extract(text, published="2026-05-15")
    said = [*result.statements, *(one for meeting in result.meetings for one in meeting.statements)]
    assert [one.speaker for one in said] == ["甲国最高纪律委员会"]


def test_the_headlines_of_a_digest_speak_without_marks() -> None:
    page = (
        "新闻摘要\n本期节目主要内容：\n1.孙立人在乙省调研；\n2.王建国在甲省考察时强调 抓好生产 促进增收 李大山参加；\n"
        "3.甲乙两地发生爆炸 甲国和乙国均称对丙国发动打击：\n（1）甲媒称目标包括机场 乙媒称伤亡不大；\n"
        "（2）丙国武装称已开始还击 多地拉响警报；\n（3）甲国获得先进称号；\n"
    )
    result = extract(page, published="2025-03-05")
    records = [*(one for visit in result.visits for one in visit.statements), *result.statements]
    assert [(one.speaker, one.verb, one.text) for one in records] == [
        ("王建国", "强调", "抓好生产促进增收"),
        ("甲国和乙国", "称", "对丙国发动打击"),
        ("甲媒", "称", "目标包括机场"),
        ("乙媒", "称", "伤亡不大"),
        ("丙国武装", "称", "已开始还击"),
    ]


def test_nations_of_one_character_speak_in_the_headlines_of_a_digest() -> None:
    page = (
        "新闻摘要\n本期节目主要内容：\n1.孙立人在乙省调研；\n2.俄称打击乌多地目标 乌称击落俄无人机；\n"
        "3.俄称已控制一居民点 乌方否认 俄称必须保持中立；\n4.以总理称将扩大军事行动；\n5.联大通过决议敦促甲国结束封锁；\n"
        "6.甲国部长会议重申捍卫主权 抵御阴谋；\n（1）主要产油国宣布维持2月产量不变 油价上涨；\n（2）甲地美称远扬；\n"
    )
    result = extract(page, published="2025-03-05")
    assert [article.headline for article in result.articles] == ["新闻摘要"]
    assert [(one.speaker, one.verb, one.text) for one in result.statements] == [
        ("俄", "称", "打击乌多地目标"),
        ("乌", "称", "击落俄无人机"),
        ("俄", "称", "已控制一居民点"),
        ("俄", "称", "必须保持中立"),
        ("以总理", "称", "将扩大军事行动"),
        ("联大", "敦促", "甲国结束封锁"),
        ("甲国部长会议", "重申", "捍卫主权抵御阴谋"),
        ("主要产油国", "宣布", "维持2月产量不变"),
    ]


def test_headlines_that_urge_have_both_their_parts_and_ceremonies_say_nothing() -> None:
    page = (
        "新闻摘要\n本期节目主要内容：\n1.孙立人在某省调研；\n2.县妇联呼吁关爱留守儿童 共筑成长防线；\n3.甲组织呼吁启动第二阶段谈判 黎巴嫩拒绝推迟撤军；\n"
        "4.孙立人出席开工仪式并宣布项目开工；\n5.孙立人出席开幕式宣布加大投入；\n6.甲国多行业人员接连宣布罢工三日；\n"
    )
    records = extract(page, published="2025-03-05").statements
    assert [(one.speaker, one.verb, one.text) for one in records] == [
        ("县妇联", "呼吁", "关爱留守儿童共筑成长防线"),
        ("甲组织", "呼吁", "启动第二阶段谈判"),
        ("孙立人", "宣布", "加大投入"),
        ("甲国多行业人员", "宣布", "罢工三日"),
    ]


def test_a_headline_that_shows_something_says_nothing() -> None:
    page = "新闻摘要\n本期节目主要内容：\n1.孙立人在某省调研；\n2.国际人士表示甲国言论威胁和平；\n3.乙方否认被包围并称已完成任务；\n4.多国领导人表示热烈祝贺；\n"
    records = extract(page, published="2025-03-05").statements
    assert [(one.speaker, one.text) for one in records] == [
        ("国际人士", "甲国言论威胁和平"),
        ("乙方", "已完成任务"),
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[宋某]转达对[钱某某]主席的亲切问候，表示甲国是最早建交的国家之一。",
            [("宋某", "表示", "甲国是最早建交的国家之一。")],
        ),
        (
            "[宋某]〔10日〕宣布全国进入紧急状态，并表示大选仍将举行。",
            [("宋某", "表示", "大选仍将举行。")],
        ),
        (
            "与会人士高度评价发展成就，认为甲国道路提供了借鉴。",
            [("与会人士", "认为", "甲国道路提供了借鉴。")],
        ),
        # what is shown is not said
        ("[宋某]发来贺电，表示热烈祝贺和良好祝愿。", []),
        ("[宋某]走进病房，并表示诚挚的慰问和敬意。", []),
        # who acts at the head of the sentence, not the place in its middle that reads as a name
        (
            "乌克兰方面〔29日〕否认[库皮扬]遭包围，并称，乌军坚守阵地。",
            [("乌克兰方面", "称", "乌军坚守阵地。")],
        ),
        (
            "欧洲某公司〔1日〕下调收益预期，表示关税将使利润减少。",
            [("欧洲某公司", "表示", "关税将使利润减少。")],
        ),
        ("以色列军方〔12日〕称控制了加沙城的码头。", [("以色列军方", "称", "控制了加沙城的码头。")]),
        ("[宋某]〔29日〕表示不参加新一届总理竞选。", [("宋某", "表示", "不参加新一届总理竞选。")]),
        ("他被称为长跑王子，又称作铁人。", []),
        # a day of a month that nobody knows
        ("俄罗斯国防部30日称，击落了无人机。", [("俄罗斯国防部", "称", "击落了无人机。")]),
        (
            "志愿者[宋某]老师像长辈一样一再嘱咐她们：“回去多喝水，少吃油腻食物。”",
            [("宋某", "嘱咐", "回去多喝水，少吃油腻食物。")],
        ),
        ("以军称已向加沙地带北部增派兵力。", [("以军", "称", "已向加沙地带北部增派兵力。")]),
        ("泰方表示，停火要真诚。", [("泰方", "表示", "停火要真诚。")]),
        ("某国医生工会〔24日〕称，医院停止服务。", [("某国医生工会", "称", "医院停止服务。")]),
        ("州气象台预计，未来一周仍以晴热天气为主。", [("州气象台", "预计", "未来一周仍以晴热天气为主。")]),
        ("某地卫生部门当天公布数据称，多人受伤。", [("某地卫生部门", "称", "多人受伤。")]),
        (
            "[宋某]表示，磋商取得进展。中方重申，双方应相向而行。",
            [("宋某", "表示", "磋商取得进展。中方重申，双方应相向而行。")],
        ),
        # of heads of state tells who speaks for one of them
        (
            "[宋某]表示，今年意义特殊。[钱某某]主席和[李某某]总理共同擘画了蓝图。双方要密切交往。",
            [("宋某", "表示", "今年意义特殊。钱某某主席和李某某总理共同擘画了蓝图。双方要密切交往。")],
        ),
    ],
)
def test_words_of_speech_without_a_mark_and_who_says_them(marked: str, expected: list[Said]) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize("opening", ["区委召开会议指出，", "县政府召开会议要求，", "会议强调，"])
def test_the_meeting_that_a_body_called_speaks(opening: str) -> None:
    (told,) = extract(f"标题一二三\n\n本报讯 {opening}要压实责任。\n").statements or [
        statement
        for meeting in extract(f"标题一二三\n\n本报讯 {opening}要压实责任。\n").meetings
        for statement in meeting.statements
    ]
    assert (told.speaker, told.text) == (None, "要压实责任。")


def test_orders_go_on_over_sentences() -> None:
    (told,) = extract("标题一二三\n\n本报讯 检查组要求企业限期整改。严禁带病生产。\n").statements
    assert told.text == "企业限期整改。严禁带病生产。"


@pytest.mark.parametrize(
    "text",
    [
        "在服务方面要求更高了。",
        "制度方面要求更严。",
        "报告要求真实准确。",
        "该村老党员张大爷，称得上是村里的活字典。",
        "张大爷，称兄道弟拉关系。",
        "活动期间组织希望小学学生参观展馆。",
    ],
)
def test_words_that_only_look_like_speech_say_nothing(text: str) -> None:
    assert not extract(f"标题一二三\n\n本报讯 {text}\n").statements


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("海外华侨华人和中国留学生表示，将发挥优势。", "海外华侨华人和中国留学生"),
        ("县政府办公室印发通知要求，各镇要做好防汛。", "县政府办公室"),
        ("报告要求各地加强监管。", "报告"),
        ("声明呼吁立即停火，并允许援助进入。", "声明"),
        ("县融媒体中心报道称，村支书李建国表示，要修路。", "李建国"),
        ("在场的群众表示，这样很好。", "在场的群众"),
    ],
)
def test_who_says_it_stands_whole(text: str, speaker: str) -> None:
    (told,) = extract(f"标题一二三\n\n本报讯 {text}\n").statements
    assert told.speaker == speaker


@pytest.mark.parametrize(
    ("text", "verb", "said"),
    [
        ("县住建局局长王海通报了工作进展情况：截至8月底开工32户。", "通报", "截至8月底开工32户。"),
        ("王海介绍自己的经验：多施有机肥。", "介绍", "多施有机肥。"),
        ("王海鼓励他，好日子是干出来的。", "鼓励", "好日子是干出来的。"),
        ("王海鼓励老人，要保重身体。", "鼓励", "要保重身体。"),
        ("座谈中，王海委员建议，要盘活闲置厂房。", "建议", "要盘活闲置厂房。"),
    ],
)
def test_a_matter_or_a_hearer_stands_before_the_words(text: str, verb: str, said: str) -> None:
    (told,) = extract(f"标题一二三\n\n本报讯 {text}\n").statements
    assert (told.speaker, told.verb, told.text) == ("王海", verb, said)


@pytest.mark.parametrize(
    "text",
    [
        "县长王海对进度滞后的单位进行了通报，县发改局局长李建国汇报了进展情况。",
        "市港航局局长王海就生产情况作了介绍，并回答了记者提问。",
    ],
)
def test_a_noun_of_speech_with_more_behind_it_says_nothing(text: str) -> None:
    assert not extract(f"标题一二三\n\n本报讯 {text}\n").statements


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # a body that does something to a person speaks, not the person
        ("据悉，县委日前已追授刘大刚称号，并号召全县人民向他学习。", ["县委"]),
        ("县委宣传部授予刘大刚“好人”称号，号召广大教师向他看齐。", ["县委宣传部"]),
        ("市政府已约谈企业负责人刘大刚，要求企业限期整改。", ["市政府"]),
        ("受到表彰的刘大刚说，今后要继续努力。", ["刘大刚"]),
        # who is asked speaks, not who asks
        ("青石联通日前接受某网《民声》栏目记者采访时回应说，故障已修复。", ["青石联通"]),
        ("县教育局在接受本报记者采访时称，新学期将增设班车。", ["县教育局"]),
        ("网友@大山深处评论：“这条路修得好。”", ["网友@大山深处"]),
        # 他 is no crowd and no body
        ("干部群众表示，要抓落实。\n县委书记刘大刚同志走访农户。他说，要巩固成果。", ["干部群众", "刘大刚"]),
        ("干部群众表示，要抓落实。\n刘大刚总书记同村干部围坐交流。他说，要兴产业。", ["干部群众", "刘大刚"]),
        ("县教育局表示，将增设班车。他说，要注意安全。", ["县教育局"]),
        ("一名学生说，老师很负责。他表示，要好好学习。", ["一名学生", "一名学生"]),
        ("村民王小梅说，日子好了。对刘大刚来说，开店是新的开始。他说，要把店开好。", ["王小梅", "刘大刚"]),
        # a sentence without a subject goes on
        ("县政府印发《方案》。提出，发放消费券。", ["县政府"]),
        ("会议指出，要抓好项目。强调，要转变作风。", [None, None]),
        ("县长刘大刚来到青石小学。勉励同学们好好学习，要求学校抓好安全。", ["刘大刚"]),
        ("县长刘大刚来到青石镇。漫步村道，指出，要保护好古村落。", ["刘大刚"]),
        ("县总工会发出倡议书。号召全县职工踊跃参加。", ["县总工会"]),
        ("全县干部职工踊跃捐款。要求，每人不少于十元。", []),
    ],
)
def test_who_speaks_over_sentences(told: str, expected: list[str | None]) -> None:
    result = extract(f"基层新闻\n\n{told}\n", published="2026-01-15")
    found = [
        *result.statements,
        *(said for home in (*result.meetings, *result.visits) for said in home.statements),
    ]
    assert [one.speaker for one in found] == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[高某]建议，农户要选用良种。对此，[姜某]也表示认同。", "农户要选用良种。"),
        ("[罗某]要求，要抓好落实。对此，各乡镇迅速行动，连夜部署。", "要抓好落实。"),
        (
            "[孙某]指出，部分企业责任不落实。对此，要加大处罚力度。",
            "部分企业责任不落实。对此，要加大处罚力度。",
        ),
    ],
)
def test_what_others_do_about_it_is_not_said(text: str, said: str) -> None:
    reading = read(text)
    assert statement(reading, find_speeches(reading)[0]).text == said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("县长[宋某]主持会议并强调，要抓好落实。", "宋某"),
        ("县长[宋某]出席会议并作动员讲话指出，要抓好落实。", "宋某"),
        ("县长[宋某]主持召开专题会议强调，要抓好落实。", "宋某"),
        ("全县工作会议强调，要抓好落实。", None),
        ("〔3月5日〕，纪念[宋某]诞辰座谈会强调，要继承遗志。", None),
        ("〔3月5日〕，县长[宋某]主持召开专题会议，会议强调，要抓好落实。", None),
    ],
)
def test_who_leads_a_meeting_speaks_and_not_the_meeting(text: str, speaker: str | None) -> None:
    assert [one for one, _, _ in said(text)] == [speaker]


def test_an_appeal_is_words_only_behind_its_colon() -> None:
    assert said("主席[宋某]向全市读者发出倡议，市领导[姜某]赠书。") == []
    assert said("县文明办向全县市民发出倡议：从我做起。") == [("县文明办", "倡议", "从我做起。")]
    assert said("县文明办向全县市民发出倡议，希望大家从我做起。") == [("县文明办", "希望", "大家从我做起。")]


def test_what_one_speaks_of_stands_before_the_manner() -> None:
    text = "村民[宋某]说起社区食堂赞不绝口：“菜品多，价格也实惠！”"
    assert said(text) == [("宋某", "赞不绝口", "菜品多，价格也实惠！")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[宋某]指出，发展不能以生命为代价。党的二十大报告提出，要坚持安全第一。我们要抓好落实。",
            ["宋某"],
        ),
        ("会议指出，形势严峻。党的某次全会强调，要完善机制。会议要求，要压实责任。", [None, None]),
        ("党的某次全会强调，要完善机制。全会提出，要加强协作。", [None, None]),
        ("[宋某]指出，形势严峻。\n党的某次全会强调，要完善机制。", ["宋某", None]),
    ],
)
def test_a_session_of_the_party_is_cited_within_a_speech(text: str, expected: list[str | None]) -> None:
    assert [one for one, _, _ in said(text)] == expected


def test_an_office_asks_in_what_it_issues() -> None:
    text = "县政府办公室印发《关于加强防溺水工作的通知》，要求各乡镇压实责任。"
    assert said(text) == [("县政府办公室", "要求", "各乡镇压实责任。")]


def test_some_of_those_present_speak_in_turn() -> None:
    text = "会上，有代表提出，要加大支持力度；有代表建议，进一步简化审批流程。"
    assert [(who, verb) for who, verb, _ in said(text)] == [("代表", "提出"), ("代表", "建议")]
    assert said("据知情人士透露，该项目已停工近半年。") == [("知情人士", "透露", "该项目已停工近半年。")]
    assert said("视察组建议：要加强课后服务管理。") == [("视察组", "建议", "要加强课后服务管理。")]


ANSWERS = [
    (
        "近日，[宋某]接受了专访。\n记者：有何打算？\n[宋某]：今年建学校。\n一是城南小学。李某说，快了。\n记者：何时开学？\n[宋某]：秋天。\n县教育局门前人来人往。",
        [("宋某", "", "今年建学校。一是城南小学。李某说，快了。"), ("宋某", "", "秋天。")],
    ),
    (
        "县医保局有关负责人就新规答记者问。\n问：何时施行？\n答：“自下月起施行。”",
        [("县医保局有关负责人", "", "自下月起施行。")],
    ),
    (
        "主持人：先说说收成？[宋某]：收成很好。村民代表：墒情不错。主持人：明年呢？村民代表：明年再扩种百亩。",
        [("宋某", "", "收成很好。"), ("村民代表", "", "墒情不错。"), ("村民代表", "", "明年再扩种百亩。")],
    ),
    # the paper asks by its own name
    (
        "某江晚报：今年有何打算？\n[宋某]：再建两所学校。\n某江晚报：钱从哪里来？\n[宋某]：市里补六成。",
        [("宋某", "", "再建两所学校。"), ("宋某", "", "市里补六成。")],
    ),
    # who opens a press conference and who adds something is asked by nobody
    (
        "[宋某]：大家好！路修好了。\n记者：码头呢？\n[姜某]：明年建成。\n[苗某]：补充一点，水路也通了。",
        [
            ("宋某", "", "大家好！路修好了。"),
            ("姜某", "", "明年建成。"),
            ("苗某", "", "补充一点，水路也通了。"),
        ],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), ANSWERS)
def test_answers_of_an_interview(marked: str, expected: list[Said]) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "〔10月8日〕，全县召开会议。\n责任编辑：李红\n记者：王敏\n审核：张红",
        "问：何时施行？\n答：自下月起施行。",
        "记者：谁看到了？\n据村民介绍：是夜里的事。\n他俩说：都看到了。",
        "通知如下：\n时间：下月。\n地点：县会展中心。",
        "[宋某]：任县教育局局长。\n[姜某]：任县水利局局长。",
        "某江日报：县里召开会议。\n[宋某]：路修好了。",
    ],
)
def test_credits_and_answers_of_nobody_are_no_interview(marked: str) -> None:
    assert all(verb for _, verb, _ in said(marked))
