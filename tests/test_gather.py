"""Names by grammar, without a model: where they stand, how long they are, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.extractor import extract
from newsie.reader.gather import gather
from newsie.reader.occurrences import Occurrences
from newsie.reader.organizations import find_organizations, find_places
from newsie.reader.shapes import is_ordinary, shape
from newsie.reader.titles import find_titles
from newsie.reading import Mention
from newsie.spans import Spans


def named(text: str, *, known: tuple[str, ...] = (), votes: tuple[Mention, ...] = ()) -> list[str]:
    (found,) = gather([text], [votes], [()], known)
    return [text[one.start : one.end] for one in found if one.label == "PERSON"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县委书记罗开明主持会议。", ["罗开明"]),
        ("县长罗开在主持会议时强调，要抓好落实。", ["罗开"]),
        ("县政府任免通知：罗开明任县水利局局长。", ["罗开明"]),
        ("原书记罗开明、时任县长李薇被查。", ["罗开明", "李薇"]),
        ("副市长王维、李薇、赵为民和秘书长覃远出席。", ["王维", "李薇", "赵为民", "覃远"]),
        ("市长欧阳春说，要抓好落实。", ["欧阳春"]),
        ("区人大主任丁永康、区政协主席萧桂兰出席。", ["丁永康", "萧桂兰"]),
        ("罗开明县长来到现场。罗开明县长说，要抓好落实。", ["罗开明", "罗开明"]),
        ("副县长成 功，市政协副主席单 良出席。", ["成 功", "单 良"]),
        ("任命于是为县科技局局长，高峰为县应急管理局局长。", ["于是", "高峰"]),
        ("免去钟声的县水利局局长职务。", ["钟声"]),
        ("县长巴合提·木拉提率团来访，巴合提·木拉提表示感谢。", ["巴合提·木拉提"] * 2),
        ("村民龙老六、石巧云当场报名。", ["龙老六", "石巧云"]),
        ("田向野，男，汉族，1981年9月生，现任县水利局局长。", ["田向野"]),
        ("图为第一书记岳小川（右）和村民。", ["岳小川"]),
        ("县长沙马尔哈要求，沙马尔哈强调，沙马尔哈一行走进企业。", ["沙马尔哈"] * 3),
        ("认真学习贯彻习近平总书记重要讲话精神。", ["习近平"]),
        ("马新瑞、姜治平出席会议。", ["马新瑞", "姜治平"]),
        ("桐岭县县长蓝芳随同走访。", ["蓝芳"]),
        ("副县长李红参加调研，李红汇报情况。", ["李红", "李红"]),
        ("技术员秦川系好安全带，爬上塔架。", ["秦川"]),
        ("果农郭拴牢直言，今年行情好。", ["郭拴牢"]),
        ("店主郭芳称，今年行情好。", ["郭芳"]),
        ("跑出租的任建社算了一笔账。", ["任建社"]),
        ("市数据局局长盛开作交流发言。", ["盛开"]),
        ("说起修路，81岁的石有根直抹眼泪。", ["石有根"]),
        ("农民工代表郝有田接过工资。", ["郝有田"]),
        ("村党总支书记易刚牙一咬，带头入股。", ["易刚"]),
        ("任命：\n索南为市民族宗教局局长；\n冷峰为市审计局局长。", ["索南", "冷峰"]),
        ("2.李卫国同卢森堡国民议会议长会谈；3.易刚向世界数据论坛致贺信。", ["李卫国", "易刚"]),
        ("但单位同企业共同努力。", []),
        ("本报评论员文章指出，要用好优势。", []),
        ("免去：曲波的市财政局局长职务；冷峰的市审计局局长职务。", ["曲波", "冷峰"]),
    ],
)
def test_names_are_found_where_names_stand(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("责任编辑 鹿 鸣 版式 丛 林", ["鹿 鸣", "丛 林"]),
        ("责任编辑：窦晓棠 美编：温 暖", ["窦晓棠", "温 暖"]),
        ("（记者 姬海洋 通讯员 王 允）", ["姬海洋", "王 允"]),
        ("本报记者马晓伟摄", ["马晓伟"]),
        ("联系人：粟勇、蒋小满；电话", ["粟勇", "蒋小满"]),
        ("组长：盘 龙江 县委书记\n成员：查理 县水利局局长", ["查理"]),
        ("组长：盘龙江 县委书记\n成员：查理 县水利局局长", ["盘龙江", "查理"]),
        ("石河 总河长", []),
    ],
)
def test_names_of_those_who_made_the_page_are_found(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_names_with_their_units_in_brackets_are_found_where_a_model_sees_a_third() -> None:
    text = "先进个人\n洪老三（下湾村）、冉启明（向阳社区）\n谷雨（县教育局）滕飞（县公安局）"
    votes = tuple(
        Mention("PERSON", text.index(name), text.index(name) + len(name), ("model",))
        for name in ("冉启明", "滕飞")
    )
    assert named(text, votes=votes) == ["洪老三", "冉启明", "谷雨", "滕飞"]
    assert named(text, votes=votes[:1]) == ["冉启明"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("抓获江东的钱某、河西的霍某某。", ["钱某", "霍某某"]),
        ("由于某种原因，江阴某部队对某说，任某职，南宁某住宅区。", []),
        ("国防部长舍拉利·海鲁拉耶夫中将、部长皮尔·戴维斯将军到访。", ["舍拉利·海鲁拉耶夫", "皮尔·戴维斯"]),
        ("副县长古丽娜、阿不都拉参加。", ["古丽娜", "阿不都拉"]),
        ("市委副书记周天明亲切会见了代表团。", ["周天明"]),
        ("县长任双喜、副县长何栓牢分片包抓。", ["任双喜", "何栓牢"]),
    ],
)
def test_names_end_where_their_style_begins(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_name_that_hides_its_characters_is_whole() -> None:
    assert named("犯罪嫌疑人熊某某被抓。犯罪嫌疑人熊某和王某说，") == ["熊某某", "熊某", "王某"]


def test_names_in_columns_are_found_with_and_without_their_spaces() -> None:
    names = ["宋词", "区向前", "石磊", "吴隆武", "姚本忠"]
    assert [
        name.replace(" ", "") for name in named("县领导还有：\n宋 词 区向前 石 磊 吴隆武 姚本忠")
    ] == names
    assert named("县领导还有：\n宋词区向前石磊吴隆武姚本忠县人民法院") == names


@pytest.mark.parametrize(
    "text",
    [
        "会议要求，全区各级各部门要提高政治站位。",
        "今年，李庄镇计划建设高标准农田。",
        "高标准、高质量推进片区建设，高效率服务项目。",
        "各单位负责人参加会议，记者从市统计局获悉。",
        "县委书记、县长和有关部门负责同志参加。",
        "公司长期坚持质量第一，书记处研究部署，主席台就座。",
        "领导干部要带头，人大代表和政协委员视察。",
        "把成效交给企业和群众来评判。",
        "办复率百分之百，委员满意和基本满意率达97%。",
        "校长及师生代表60余人、文艺家代表参加。",
        "他没有接受任何采访，家长应该通过言传身教引导。",
        "清河（柳河镇）、石坝（青石乡）、高庄（大坪镇）已完工。",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("走访桐岭县农户。桐岭县将加快建设。", "桐岭县"),
        ("建设者接连闯过洪峰和溶洞两道难关。", "洪峰"),
        ("查干高勒日报 要闻", "查干高勒日报"),
        ("医疗队在满都拉嘎查义诊。", "满都拉嘎查"),
        ("连队分给他一把坎土曼、一间房。", "坎土曼"),
        ("坚持“周调度、旬通报、月排名”。", "周调度"),
        ("副县长当主播，土特产卖得好。", "当主播"),
        ("来这里赏雪、滑好雪、泡温泉。", "滑好雪"),
        ("确保建一处、成一处。", "成一处"),
        ("管子没接，等于白建。", "白建"),
        ("乌方在卢甘斯克等地击退进攻。", "卢甘斯克"),
        ("俄方称乌军仍在后撤。", "乌军"),
        ("宣布组长授权任职和分工。", "任职"),
        ("乌称击退进攻。", "乌称"),
        ("主席发表新年贺词。", "贺词"),
    ],
)
def test_places_and_common_nouns_are_no_names_although_the_model_says_so(text: str, place: str) -> None:
    start = text.index(place)
    assert named(text, votes=(Mention("PERSON", start, start + len(place), ("model",)),)) == []


def test_a_vote_that_takes_in_whose_home_it_is_is_trimmed() -> None:
    text = "走进示范户朝鲁家的棚圈。"
    assert named(text, votes=(Mention("PERSON", 5, 8, ("model",)),)) == ["朝鲁"]


def test_a_vote_that_begins_inside_a_title_is_trimmed() -> None:
    text = "快递小哥焦阳说，快递小哥焦阳笑。"
    assert named(text, votes=(Mention("PERSON", 3, 6, ("model",)),)) == ["焦阳", "焦阳"]


@pytest.mark.parametrize(
    ("text", "vote", "name"),
    [
        ("局长袁文汇报了有关情况。", "袁文汇", "袁文"),
        ("县长周刚陪同检查。", "周刚陪", "周刚"),
        ("王志强调研重点项目。", "王志强", "王志强"),
        ("副秘书长秦川等陪同调研。", "秦川等", "秦川"),
        ("县长吴光兼任组长。", "吴光兼", "吴光"),
        ("县长彭纯代表县委讲话。", "彭纯代", "彭纯"),
        ("李强国同卡尼会谈。", "李强国同卡尼", "李强国"),
        ("致电祝贺楚普连任。", "贺楚普", "楚普"),
    ],
)
def test_a_vote_that_cuts_a_verb_in_two_is_trimmed(text: str, vote: str, name: str) -> None:
    start = text.index(vote)
    assert named(text, votes=(Mention("PERSON", start, start + len(vote), ("model",)),)) == [name]


@pytest.mark.parametrize(
    ("text", "vote", "names"),
    [
        ("宋力还主持召开座谈会。", "宋力还", ["宋力"]),
        ("县长宋力出席。宋力曾在该村驻村。", "宋力曾", ["宋力", "宋力"]),
        ("县长宋力出席。宋力才说明来意。", "宋力才", ["宋力", "宋力"]),
        ("焦文阳则要求抓好安全。", "焦文阳则", ["焦文阳"]),
        ("焦阳再主持会议，要求抓好防汛。焦阳均参加。", "焦阳再", ["焦阳", "焦阳"]),
        # a given name ends in such a character
        ("李英才说明来意。", "李英才", ["李英才"]),
        ("宋力曾、李红到会。宋力曾汇报情况。", "宋力曾", ["宋力曾", "李红", "宋力曾"]),
        # the first character of the title behind
        ("宋力主任宣布开工。", "宋力主", ["宋力"]),
    ],
)
def test_a_vote_that_takes_in_an_adverb_is_trimmed(text: str, vote: str, names: list[str]) -> None:
    start = text.rindex(vote)
    assert named(text, votes=(Mention("PERSON", start, start + len(vote), ("model",)),)) == names


@pytest.mark.parametrize("manner", ["郑重", "温馨", "明确", "高度"])
def test_a_manner_behind_the_title_of_a_name_is_none(manner: str) -> None:
    text = f"县委书记宋力书记{manner}宣布开工。"
    assert named(text) == ["宋力"]
    votes = tuple(
        Mention("PERSON", text.index(word), text.index(word) + 2, ("model",)) for word in ("宋力", manner)
    )
    assert named(text, votes=votes) == ["宋力"]


def test_a_surname_that_is_a_verb_makes_no_name_of_the_whole_country() -> None:
    text = "总书记祝全国的小朋友们节日快乐。"
    assert named(text, votes=(Mention("PERSON", 3, 6, ("model",)),)) == []
    assert named("县长陈全国主持会议。") == ["陈全国"]


def test_an_everyday_word_is_a_name_only_where_names_stand() -> None:
    text = "副市长成功出席。水库成功下闸蓄水。成功说，要再接再厉。"
    (found,) = gather([text], [()], [()], [])
    assert [one.start for one in found if one.label == "PERSON"] == [3, 17]


def test_a_name_seen_once_is_found_in_every_region() -> None:
    regions = ["罗开明调研重点项目", "县委书记罗开明说，要抓紧。", "罗开明（前）察看工地"]
    found = gather(regions, [()] * 3, [()] * 3, [])
    assert [[one.start for one in region if one.label == "PERSON"] for region in found] == [[0], [4], [0]]


def test_a_longer_name_keeps_its_beginning() -> None:
    text = "区长张晓明主持。张晓明指出，要落实。"
    vote = Mention("PERSON", 8, 10, ("model",))
    assert named(text, votes=(vote,)) == ["张晓明", "张晓明"]


def test_the_verb_after_a_name_is_no_part_of_it() -> None:
    text = "书记宋力主持会议。宋力强调，宋力一行察看。"
    vote = Mention("PERSON", 2, 5, ("model",))
    assert named(text, votes=(vote,)) == ["宋力"] * 3


def test_votes_are_kept() -> None:
    text = "书记宋力主持会议。"
    (found,) = gather([text], [(Mention("PERSON", 2, 4, ("model",)),)], [()], ["宋力"])
    assert next(one.by for one in found if one.label == "PERSON") == ("model", "rule title")


@pytest.mark.parametrize(
    ("text", "vote", "head"),
    [
        ("石墙镇组织“红马甲”志愿者慰问老人。", "红马甲", False),
        ("看现场、查台账、问整改。", "查台账", False),
        ("为独居、空巢老人提供服务。", "空巢", False),
        ("监测点布雷图指数超标。", "布雷图", False),
        ("抢农时 保归仓", "保归仓", True),
        ("前三月全县出口量价齐升", "齐升", True),
        # members of a row that end or begin alike
        ("引导党员明大德、守公德、严私德。", "守公德", False),
        ("明大德、守公德、严私德成为风尚。", "严私德", False),
        ("推行河长制、林长制、田长制。", "林长制", False),
        ("架起连心桥、发放连心卡、铺就连心路，连心桥、连心卡、连心路相通。", "连心卡", False),
        ("做到学史明理、学史增信、学史崇德、学史力行。", "史增信", False),
    ],
)
def test_words_that_a_model_alone_takes_for_names_are_none(text: str, vote: str, *, head: bool) -> None:
    start = text.index(vote)
    votes = (Mention("PERSON", start, start + len(vote), ("model",)),)
    (found,) = gather([text], [votes], [()], [], {0} if head else ())
    assert [one for one in found if one.label == "PERSON"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("罗成、买尔旦参加比赛。", "罗成"),
        ("王建国、李建国参加比赛。", "王建国"),
        ("王建国、王建军、李建军参加比赛。", "王建国"),
        ("（邱建明 温小兰）", "邱建明"),
        ("“邱建明，快来！”", "邱建明"),
        # one that looks like none stands beside it
        ("由李大林、次仁占堆、宝林、王强组成的中国队夺得金牌。", "王强"),
    ],
)
def test_names_of_a_row_that_a_model_alone_sees_are_kept(text: str, name: str) -> None:
    start = text.index(name)
    assert name in named(text, votes=(Mention("PERSON", start, start + len(name), ("model",)),))


@pytest.mark.parametrize("text", ["83岁老人端着碗吃饭。", "牧民都懂这个理。", "村民种核桃致富。"])
def test_what_people_do_is_no_name(text: str) -> None:
    assert named(text) == []


def test_no_name_is_read_inside_a_literal() -> None:
    (found,) = gather(["《县长王某某的一天》"], [()], [((0, 10),)], [])
    assert [one for one in found if one.label == "PERSON"] == []


def test_a_byline_name_is_found_although_it_is_a_word() -> None:
    assert named("（记者 冷静 通讯员 和平）", known=("冷静", "和平")) == ["冷静", "和平"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("记者从市城乡一体化示范区文昌办事处获悉", ["市城乡一体化示范区文昌办事处"]),
        ("据渔桥县农业农村局介绍", ["渔桥县农业农村局"]),
        ("市人力资源和社会保障局联合市教育局举办", ["市人力资源和社会保障局", "市教育局"]),
        ("局长来了，办理业务", []),
    ],
)
def test_organizations_are_read_in_their_fullest_form(text: str, bodies: list[str]) -> None:
    assert [text[start:end] for start, end in find_organizations(text, Spans())] == bodies


def test_places_nest() -> None:
    text = "前往青岷县禹坝镇龙洞村察看"
    assert [text[start:end] for start, end in find_places(text, Spans())] == ["青岷县禹坝镇龙洞村"]


def test_titles_keep_their_rank() -> None:
    text = "市委常委、常务副市长，原副局长，委员会，主席台"
    titles = [(text[one.start : one.end], one.former) for one in find_titles(text)]
    assert titles == [("常委", False), ("常务副市长", False), ("副局长", True)]


def test_shapes_are_ordered() -> None:
    assert shape("欧阳某某") > shape("王某某") > shape("书记")
    assert is_ordinary("成功")
    assert not is_ordinary("罗开明")


@given(st.text(alphabet="王书记县长成功、，。说任为张三同志原副 \n·阿", max_size=60))
def test_gathering_never_fails_and_mentions_of_a_label_never_overlap(text: str) -> None:
    (found,) = gather([text], [()], [()], [])
    for label in ("PERSON", "ORG", "PLACE", "TITLE"):
        spans = [(one.start, one.end) for one in found if one.label == label]
        assert all(one[1] <= two[0] for one, two in pairwise(spans))


@given(st.lists(st.text(alphabet="甲乙丙", min_size=2, max_size=4)), st.text(alphabet="甲乙丙 ", max_size=30))
def test_names_stand_where_a_plain_search_finds_them(names: list[str], text: str) -> None:
    dense = text.replace(" ", "")
    expected = {name: sum(dense.startswith(name, i) for i in range(len(dense))) for name in set(names)}
    page = Occurrences([text])
    assert {name: page.count(name) for name in names} == expected
    found = [text[start:end] for name in set(names) for _, start, end in page.spans(name)]
    assert all("".join(words.split()) in names for words in found)
    assert len(found) == sum(expected.values())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "旗领导布和朝鲁、孙桂芝、阿拉坦仓、鲍玉山在主席台就座。",
            ["布和朝鲁", "孙桂芝", "阿拉坦仓", "鲍玉山"],
        ),
        ("旗委副书记、代旗长斯琴毕力格陪同。", ["斯琴毕力格"]),
        ("一行先后来到嘎查牧民朝鲁门家、村民李大山家。", ["朝鲁门", "李大山"]),
        ("特别是事关长治久安的根本性、基础性、长远性工作。", []),
        ("国家主席王建国致电祝贺他当选总统。", ["王建国"]),
        ("两会“部长通道”、“委员通道”开启。", []),
        ("并请区政协委员和列席会议的同志提出意见。", []),
        ("要合理安排工序，确保安全度汛。", []),
        ("巴勒斯坦伊斯兰圣战组织（杰哈德）下属武装称，已停火。", []),
    ],
)
def test_names_of_a_page_as_people_bear_them(text: str, names: list[str]) -> None:
    page = extract(f"基层新闻\n{text}\n", published="2023-06-15")
    assert [mention.text for mention in page.mentions if mention.label == "PERSON"] == names


def test_posts_with_a_quoted_task_are_bound_as_the_others() -> None:
    text = "市委常委、组织部部长、市“百千万工程”指挥部办公室主任司徒倩怡通报了情况。"
    (official,) = extract(f"基层新闻\n{text}\n", published="2023-06-15").officials
    assert [(post.organization, post.title) for post in official.posts] == [
        ("市委", "常委"),
        ("组织部", "部长"),
        ("市“百千万工程”指挥部办公室", "主任"),
    ]


def test_what_is_said_behind_a_title_is_no_name() -> None:
    text = (
        "王大明表示，在峰会上，李小明主席强调要坚持互信。全市上下要牢记总书记殷殷嘱托，干字当头。\n"
        "王大明在看望参加会议的工商联界委员时强调正确引导企业发展。"
    )
    page = extract(text, published="2023-06-15")
    assert {mention.text for mention in page.mentions if mention.label == "PERSON"} == {"王大明", "李小明"}


def test_surname_and_title_are_no_name_and_a_title_begins_none() -> None:
    page = "驻村书记那日苏、嘎查长巴特尔走访牧民，李科长、王主任陪同。"
    found = extract(page).mentions
    assert [one.text for one in found if one.label == "PERSON"] == ["那日苏", "巴特尔"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what goes with a name's last character, and what does not
        ("市教育局局长孙家正在全市教育工作会议上强调，要抓好工作。", ["孙家正"]),
        ("市教育局局长孙家正在现场指挥。", ["孙家"]),
        ("县长罗开于当天返回。", ["罗开"]),
        ("黑龙江籍男子钱某长期住在宾馆。", ["钱某"]),
        ("严某团伙、李某委托他人走私。", ["严某", "李某"]),
        # whom one addresses
        ("会后，他向陈光明书记汇报了情况。", ["陈光明"]),
        ("向李鹏总理发来慰问电的有各国领导人。", []),
        ("向建国书记主持会议。", ["向建国"]),
        # words behind a title
        ("他们共同抢劫司机钱财。", []),
        ("祝贺某国总统时说，合作成果丰硕。", []),
        # a name between a body and the one that heads it
        ("学习公安部孟立柱部长的讲话。", ["孟立柱"]),
    ],
)
def test_where_names_end_and_what_is_none(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_name_with_its_post_behind_stands_in_no_row_of_words() -> None:
    text = "陈明远总书记、李鹏总理让我来看望乡亲们。"
    assert named(text, votes=(Mention("PERSON", 7, 9, ("model",)),)) == ["陈明远", "李鹏"]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("三水区委统战部部长陈必成，常务副部长梁悦平陪同。", {("三水区委统战部", "常务副部长")}),
        ("市长陈必成主持会议，常务副市长梁悦平出席。", {(None, "常务副市长")}),
        ("水利部长陈必成和常务副部长梁悦平出席。", {("水利部", "常务副部长")}),
        ("例如平川市某厂团委书记梁悦平最先报名。", {("平川市某厂团委", "书记")}),
    ],
)
def test_a_first_deputy_is_of_the_body_of_its_head(text: str, posts: set[tuple[str | None, str]]) -> None:
    found = extract(text, published="2023-06-15").officials[-1]
    assert found.name == "梁悦平"
    assert {(post.organization, post.title) for post in found.posts} == posts
