"""What newspapers and reports do on paper beside columns under a headline."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import pytest

from newsie.article import Article, Division
from newsie.divide import divide
from newsie.inputs import Limits
from newsie.inputs.pdf import read_pdf, read_sheets

newspaper = pytest.importorskip("newspaper", reason="needs fpdf2 and a font")
pypdfium2 = pytest.importorskip("pypdfium2")

LEADING = 14.5
ONE = (
    "3月18日，全县项目建设推进会在高新技术产业园召开，县委书记庄某出席会议并讲话，县长盛某主持会议。",
    "会议指出，今年全县计划实施重点项目126个，总投资318.6亿元，截至2月底，已开工74个，完成投资12.3亿元，同比增长9.6%。",
    "会上，县发展和改革局通报了项目建设情况，青石岭乡和县自然资源局作了交流发言。",
)
TWO = (
    "记者从县商务局获悉，前两个月全县外贸进出口总值6.48亿元，同比增长18.2%，其中出口5.12亿元，增长21.7%。",
    "机电产品出口2.07亿元，占全县出口总值的四成，有进出口实绩的企业达到63家，比去年同期增加11家。",
)
THREE = (
    "入春以来，青石岭乡组织180名护林员分片包干，对重点林区开展不间断巡护，没有发生森林火灾。",
    "全乡设立检查站9个，发放宣传资料5000余份，张贴防火标语300条。",
)


class Paper:
    """Sets lines where it is told."""

    def __init__(self) -> None:
        self.pdf = newspaper.new_pdf()
        self.turn()

    def turn(self) -> None:
        """Begin a page."""
        self.setter = newspaper.Setter(self.pdf, 1)
        self.setter.finish(1200)

    def line(self, string: str, x: float, y: float, size: float = 9.5) -> None:
        # the page was cut, so y is counted from its own top
        self.setter.pdf.set_font("noto", size=size)
        self.setter.pdf.text(x, y, string)

    def lines(self, paragraphs: Iterable[str], width: float, size: float = 9.5) -> list[tuple[float, str]]:
        return [line for text in paragraphs for line in self.setter.wrap(text, size, width, 2 * size)]

    def column(
        self,
        lines: Iterable[tuple[float, str]],
        x: float,
        y: float,
        size: float = 9.5,
        leading: float = LEADING,
    ) -> float:
        for at, (indent, string) in enumerate(lines):
            self.line(string, x + indent, y + at * leading, size)
        return y + len(list(lines)) * leading

    def divide(self) -> Division:
        text, layout = read_pdf(bytes(self.pdf.output()), Limits())
        return divide(text, layout.blocks)


def plain(words: object) -> str:
    return re.sub(r"\s+", "", str(words or ""))


def told(article: Article) -> tuple[str, str]:
    return plain(article.headline), plain(article.text)


@pytest.fixture
def paper() -> Paper:
    return Paper()


def test_the_short_line_over_or_under_an_indented_one_is_of_its_column(paper: Paper) -> None:
    paper.line("全县项目建设推进会召开", 60, 60, 24)
    paper.column(paper.lines(["会议通报了项目建设情况，三个乡镇作了交流发"], 230), 40, 90)
    paper.column([(0, "言。"), (19, "会议还研究了其他事项，听取了各乡镇的意见。")], 300, 90)
    paper.column([(19, "会后，与会人员到各个项目现场察看，并听取了汇"), (0, "报。")], 560, 90)
    (article,) = paper.divide().articles
    assert [plain(text) for text in article.body] == [
        "会议通报了项目建设情况，三个乡镇作了交流发言。",
        "会议还研究了其他事项，听取了各乡镇的意见。",
        "会后，与会人员到各个项目现场察看，并听取了汇报。",
    ]


def test_a_last_column_of_one_line_is_a_paragraph(paper: Paper) -> None:
    paper.line("森林防火巡护不松懈", 60, 60, 24)
    paper.column(paper.lines(THREE[:1], 240), 40, 90)
    paper.line(THREE[1], 314, 90)
    (article,) = paper.divide().articles
    assert [plain(text) for text in article.body] == list(THREE)


def test_a_lead_in_larger_type_is_running_text(paper: Paper) -> None:
    paper.line("全县项目建设推进会召开", 60, 60, 32)
    lines = paper.lines([*ONE, *ONE], 340, 13)
    half = len(lines) // 2
    paper.column(lines[:half], 40, 100, 13, 20)
    bottom = paper.column(lines[half:], 400, 100, 13, 20)
    y = bottom + 60
    for headline, body in (("外贸进出口增长18.2%", TWO), ("森林防火巡护不松懈", THREE)):
        paper.line(headline, 60, y, 20)
        y = paper.column(paper.lines([*body, *body], 340), 40, y + 20) + 40
    assert [told(article) for article in paper.divide().articles] == [
        ("全县项目建设推进会召开", plain("".join([*ONE, *ONE]))),
        ("外贸进出口增长18.2%", plain("".join([*TWO, *TWO]))),
        ("森林防火巡护不松懈", plain("".join([*THREE, *THREE]))),
    ]


def test_a_headline_may_be_shadowed_or_stand_on_a_ground_of_its_own(paper: Paper) -> None:
    paper.line("外贸进出口增长18.2%", 60, 60, 24)
    paper.line("外贸进出口增长18.2%", 61, 61, 24)
    y = paper.column(paper.lines(TWO, 340), 40, 90) + 30
    paper.pdf.set_fill_color(200, 200, 200)
    paper.pdf.rect(40, y, 340, 40, style="F")
    paper.pdf.set_fill_color(0, 0, 0)
    paper.line("森林防火巡护不松懈", 60, y + 30, 24)
    paper.column(paper.lines(THREE, 340), 40, y + 60)
    found = [told(article) for article in paper.divide().articles]
    assert found == [("外贸进出口增长18.2%", "".join(TWO)), ("森林防火巡护不松懈", "".join(THREE))]


def test_a_story_goes_on_at_the_top_of_the_next_column(paper: Paper) -> None:
    paper.line("全县项目建设推进会召开", 40, 60, 15)
    one = paper.lines(ONE, 220)
    y = paper.column(one, 40, 82) + 20
    paper.line("外贸进出口增长18.2%", 40, y, 15)
    two = paper.lines(TWO, 220)
    paper.column(two[:4], 40, y + 22)
    y = paper.column(two[4:], 285, 60) + 20
    paper.line("森林防火巡护不松懈", 285, y, 15)
    paper.column(paper.lines(THREE, 220), 285, y + 22)
    assert [told(article) for article in paper.divide().articles] == [
        ("全县项目建设推进会召开", "".join(ONE)),
        ("外贸进出口增长18.2%", "".join(TWO)),
        ("森林防火巡护不松懈", "".join(THREE)),
    ]


def test_an_initial_begins_the_first_line_beside_it(paper: Paper) -> None:
    paper.line("森林防火巡护不松懈", 60, 60, 24)
    paper.line("入", 40, 116, 28)
    text = "".join(THREE)
    paper.line(text[1:20], 72, 100)
    paper.line(text[20:39], 72, 100 + LEADING)
    rest = [(0.0, text[at : at + 22]) for at in range(39, len(text), 22)]
    paper.column(rest, 40, 100 + 2 * LEADING)
    (article,) = paper.divide().articles
    assert told(article) == ("森林防火巡护不松懈", text)
    assert len(article.body) == 1


def test_lines_beside_a_picture_are_no_paragraphs(paper: Paper) -> None:
    paper.line("森林防火巡护不松懈", 60, 60, 24)
    text = "".join(THREE)
    paper.pdf.image(newspaper.Image.new("RGB", (60, 40)), 40, 85, 110, 60)
    paper.column([(0.0, text[at : at + 12]) for at in range(0, 48, 12)], 160, 95)
    paper.column([(0.0, text[at : at + 24]) for at in range(48, len(text), 24)], 40, 95 + 4 * LEADING)
    (article,) = paper.divide().articles
    assert [plain(text) for text in article.body] == [text]


def test_a_quotation_set_large_inside_its_story_is_no_headline(paper: Paper) -> None:
    said = "“现在坐在屋里就能管20个仓。”"
    paper.line("小粮仓装下大民生", 60, 60, 28)
    paper.column(
        paper.lines(["走进粮库，平房仓整齐排列。", f"{said}管理员卞某说，保管费用下降了。"], 220), 40, 90
    )
    paper.setter.rule(300, 80, 520, 80)
    paper.line(said, 300, 105, 14)
    paper.setter.rule(300, 112, 520, 112)
    paper.column(paper.lines(THREE, 220), 300, 130)
    division = paper.divide()
    (article,) = division.articles
    assert plain(article.headline) == "小粮仓装下大民生"
    assert plain(article.text).count("坐在屋里") == 1
    assert [plain(text) for text in division.furniture] == [said]


def test_a_headline_in_quotation_marks_is_one(paper: Paper) -> None:
    paper.line("全县项目建设推进会召开", 60, 60, 24)
    y = paper.column(paper.lines(ONE, 340), 40, 90) + 40
    paper.line("“家门口的日子一天比一天好”", 60, y, 20)
    paper.column(paper.lines(THREE, 340), 40, y + 30)
    assert [plain(article.headline) for article in paper.divide().articles] == [
        "全县项目建设推进会召开",
        "“家门口的日子一天比一天好”",
    ]


@pytest.mark.parametrize("beside", [True, False])
def test_the_lines_of_a_caption_are_one_and_its_credit_stands_apart(beside: bool, paper: Paper) -> None:  # noqa: FBT001
    paper.line("森林防火巡护不松懈", 60, 60, 24)
    paper.pdf.image(newspaper.Image.new("RGB", (60, 40)), 40, 80, 160, 100)
    x, y = (206, 130) if beside else (42, 190)
    for at, string in enumerate(("护林员在重点", "林区巡护。 本报", "记者 柳某 摄")):
        paper.line(string, x, y + 11 * at, 8)
    paper.column(paper.lines(THREE, 340), 300, 90)
    (article,) = paper.divide().articles
    assert told(article)[1] == "".join(THREE)
    assert [plain(text) for text in article.captions] == ["护林员在重点林区巡护。"]
    assert [str(name) for name in article.byline.photographers] == ["柳某"]


def test_a_report_goes_on_from_page_to_page(paper: Paper) -> None:
    paper.line("政府工作报告", 200, 60, 30)
    paper.column(paper.lines(ONE, 700, 14), 40, 110, 14, 22)
    paper.turn()
    paper.column(paper.lines(TWO, 700, 14), 40, 60, 14, 22)
    paper.line("— 2 —", 390, 1100)
    assert [told(article) for article in paper.divide().articles] == [("政府工作报告", "".join(ONE + TWO))]


def test_pages_of_columns_do_not_go_on_with_each_other(paper: Paper) -> None:
    paper.line("全县项目建设推进会召开", 60, 60, 24)
    paper.column(paper.lines(ONE, 300), 40, 90)
    paper.turn()
    y = paper.column(paper.lines(TWO, 300), 40, 60) + 40
    paper.line("森林防火巡护不松懈", 60, y, 24)
    paper.column(paper.lines(THREE, 300), 40, y + 30)
    bodies = ["".join(body) for body in (ONE, TWO, THREE)]
    assert [plain(article.text) for article in paper.divide().articles] == bodies


def test_a_gazette_in_columns_goes_on_where_no_headline_stands(paper: Paper) -> None:
    paper.line("全县经济和社会发展情况", 200, 60, 30)
    paper.column(paper.lines(ONE, 300), 40, 110)
    paper.column(paper.lines(TWO, 300), 380, 110)
    paper.turn()
    paper.column(paper.lines(THREE, 300), 40, 60)
    assert [told(article) for article in paper.divide().articles] == [
        ("全县经济和社会发展情况", "".join(ONE + TWO + THREE))
    ]


def test_a_small_line_over_a_headline_is_its_kicker(paper: Paper) -> None:
    paper.line("全县项目建设推进会召开", 60, 60, 24)
    y = paper.column(paper.lines(ONE, 340), 40, 90) + 20
    paper.line("总投资三亿元　十月通车", 100, y, 11)
    paper.line("森林防火巡护不松懈", 60, y + 30, 24)
    paper.column(paper.lines(THREE, 340), 40, y + 60)
    articles = paper.divide().articles
    assert [told(article)[0] for article in articles] == ["全县项目建设推进会召开", "森林防火巡护不松懈"]
    assert [plain(article.kicker) for article in articles] == ["", "总投资三亿元十月通车"]


def test_figures_set_larger_are_of_their_headline(paper: Paper) -> None:
    paper.line("前两个月外贸进出口增长", 60, 60, 20)
    paper.line("18.2%", 282, 60, 36)
    paper.column(paper.lines(TWO, 340), 40, 90)
    (article,) = paper.divide().articles
    assert told(article) == ("前两个月外贸进出口增长18.2%", "".join(TWO))


def test_a_first_paragraph_in_larger_type_is_no_subhead(paper: Paper) -> None:
    paper.line("森林防火巡护不松懈", 60, 60, 24)
    paper.line("“守好每一片林子。”护林员柳某说，全乡没有发生火灾。", 40, 90, 11.5)
    paper.column(paper.lines(THREE, 340), 40, 112)
    (article,) = paper.divide().articles
    assert not article.subheads
    assert plain(article.text).startswith("“守好每一片林子。”")


def test_a_story_goes_on_where_notes_send_it(paper: Paper) -> None:
    paper.line("全县项目建设推进会召开", 60, 60, 24)
    y = paper.column([*paper.lines(ONE[:2], 340), (19, "会上，县发展和改革局（下转第3版）")], 40, 90) + 30
    paper.line("外贸进出口增长18.2%", 60, y, 24)
    paper.column([*paper.lines(TWO, 340), (19, "下一步将组织企业参加广交会等展（下转第2版）")], 40, y + 30)
    paper.turn()
    paper.line("（上接第1版）", 60, 60)
    paper.line("会，力争全年再上台阶。", 40, 60 + LEADING)
    paper.turn()
    paper.line("森林防火巡护不松懈", 60, 60, 24)
    y = paper.column(paper.lines(THREE, 340), 40, 90) + 30
    paper.setter.rule(40, y, 400, y)
    paper.line("（上接第1版）", 60, y + 20)
    paper.line("通报了项目建设情况，青石岭乡和县自然资源局作了交流发言。", 40, y + 20 + LEADING)
    division = paper.divide()
    assert [told(article) for article in division.articles] == [
        ("全县项目建设推进会召开", "".join(ONE)),
        ("外贸进出口增长18.2%", "".join(TWO) + "下一步将组织企业参加广交会等展会，力争全年再上台阶。"),
        ("森林防火巡护不松懈", "".join(THREE)),
    ]
    assert not division.warnings
    assert len(division.furniture) == 4


def test_small_headlines_over_datelines_are_items_of_a_digest(paper: Paper) -> None:
    paper.line("县域简讯", 60, 60, 24)
    y = 90.0
    bodies = {"外贸进出口增长18.2%": TWO, "森林防火巡护不松懈": THREE}
    for headline, body in bodies.items():
        paper.line(headline, 100, y, 11)
        y = paper.column(paper.lines([f"本报讯（记者 柳某）{body[0]}", *body[1:]], 340), 40, y + 18)
        y += 8
    division = paper.divide()
    assert [told(article) for article in division.articles] == [
        (headline, "".join(body)) for headline, body in bodies.items()
    ]
    assert [plain(text) for text in division.furniture] == ["县域简讯"]


def test_a_small_line_under_a_headline_is_its_subhead(paper: Paper) -> None:
    paper.line("外贸进出口增长18.2%", 60, 60, 24)
    paper.line("机电产品出口占四成", 100, 82, 11)
    paper.column(paper.lines([f"本报讯（记者 柳某）{TWO[0]}", *TWO[1:]], 340), 40, 100)
    (article,) = paper.divide().articles
    assert told(article) == ("外贸进出口增长18.2%", "".join(TWO))
    assert [plain(text) for text in article.subheads] == ["机电产品出口占四成"]


def _written(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def test_boxes_are_those_of_what_is_seen_of_a_page(paper: Paper) -> None:
    paper.line("森林防火巡护不松懈", 160, 260, 12)
    document = pypdfium2.PdfDocument(bytes(paper.pdf.output()))
    height = document[0].get_height()
    document[0].set_mediabox(-20, -10, 800, height)
    document[0].set_cropbox(100, 50, 780, height - 200)
    _, layout = read_pdf(_written(document), Limits())
    (row,) = layout.rows
    assert (row.bottom, row.edges[0]) == (pytest.approx(60 + 0.12 * 12, abs=0.2), pytest.approx(60, abs=0.2))


@pytest.mark.parametrize("shown", [True, False])
def test_a_page_that_lies_on_its_side_is_read(shown: bool) -> None:  # noqa: FBT001
    pdf = newspaper.new_pdf()
    pdf.add_page(format=(800, 600))
    pdf.set_font("noto", size=12)
    with pdf.rotation(90, x=0, y=600):
        pdf.text(50, 640, "森林防火巡护不松懈")
        pdf.text(50, 660, "青石岭乡组织护林员")
    document = pypdfium2.PdfDocument(bytes(pdf.output()))
    document[0].set_rotation(90 if shown else 0)
    text, layout = read_pdf(_written(document), Limits())
    assert text.split() == ["森林防火巡护不松懈", "青石岭乡组织护林员"]
    assert [(round(row.edges[0]), round(row.bottom)) for row in layout.rows] == [(50, 41), (50, 61)]


def test_rules_inside_a_form_stand_where_it_is_put(paper: Paper) -> None:
    paper.setter.rule(40, 100, 400, 100)
    paper.line("森林防火巡护不松懈", 60, 130)
    document = pypdfium2.PdfDocument(bytes(paper.pdf.output()))
    width, height = document[0].get_size()
    sheets = pypdfium2.raw.FPDF_ImportNPagesToOne(document, width, 2 * height, 1, 2)
    one, two = (
        list(read_sheets(_written(pdf), Limits())) for pdf in (document, pypdfium2.PdfDocument(sheets))
    )
    (rule,), (placed,) = one[0].rules, two[0].rules
    off = two[0].glyphs[0].base - one[0].glyphs[0].base
    assert placed.top == pytest.approx(rule.top + off, abs=0.5)


_FLAT = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Resources<</Font<</A 5 0 R/B 6 0 R>>>>/Contents 4 0 R>> endobj
4 0 obj <</Length 63>> stream
BT /A 10 Tf 40 300 Td (a) Tj ET BT /B 10 Tf 50 300 Td (a) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type3/FontBBox[0 0 1000 900]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a 7 0 R>>
/Encoding<</Type/Encoding/Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/ToUnicode 9 0 R>> endobj
6 0 obj <</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a 8 0 R>>
/Encoding<</Type/Encoding/Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/ToUnicode 10 0 R>> endobj
7 0 obj <</Length 40>> stream
1000 0 0 0 1000 900 d1 50 0 900 900 re f
endstream endobj
8 0 obj <</Length 43>> stream
1000 0 30 400 970 480 d1 30 400 940 80 re f
endstream endobj
9 0 obj <</Length 35>> stream
1 beginbfchar <61> <67F3> endbfchar
endstream endobj
10 0 obj <</Length 35>> stream
1 beginbfchar <61> <4E00> endbfchar
endstream endobj
trailer <</Root 1 0 R>>
%%EOF
"""


def test_a_flat_character_has_the_size_of_its_font() -> None:
    # 一 in a font that says nothing of its height, as browsers write them
    text, _ = read_pdf(_FLAT, Limits())
    assert text.strip() == "柳一"
