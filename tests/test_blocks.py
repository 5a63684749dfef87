"""Pages whose blocks are known: nothing of them is lost, whatever the blocks hold."""

from __future__ import annotations

from newsie.article import Division
from newsie.divide import divide
from newsie.layout import Block, BlockRole

BODY = "本报讯（记者 王某）3月5日，县里召开会议，部署春耕生产工作。会议要求，各乡镇要抓好落实。"
HEAD = "县里召开春耕会议"


def divided(*blocks: tuple[BlockRole, str, int]) -> tuple[str, Division]:
    """Divide a page of blocks: what each is for, its text, its story."""
    page = ""
    placed = []
    for role, text, story in blocks:
        placed.append(Block(role, len(page), len(page) + len(text), story, 20.0 if role == "head" else 9.5))
        page += f"{text}\n\n"
    return page, divide(page, tuple(placed))


def lost(page: str, division: Division) -> str:
    """Return what of a page is neither in an article nor furniture."""
    texts = [part.text for article in division.articles for part in article.parts]
    kept = {place for text in (*texts, *division.furniture) for place in text.origin}
    return "".join(sign for place, sign in enumerate(page) if place not in kept and not sign.isspace())


def test_a_digest_keeps_its_captions_and_what_stands_over_its_items() -> None:
    page, division = divided(
        ("head", "简明新闻", 0),
        ("body", "各乡镇本周传来好消息。", 0),
        (
            "body",
            "●【东河村修成水渠】3月5日，东河村修成水渠。\n●【西河村种下果树】3月6日，西河村种下果树。",
            0,
        ),
        ("caption", "图为果园一角。", 0),
    )
    assert [str(article.headline) for article in division.articles] == ["东河村修成水渠", "西河村种下果树"]
    assert [str(caption) for caption in division.articles[1].captions] == ["图为果园一角。"]
    assert [str(text) for text in division.furniture] == ["简明新闻", "各乡镇本周传来好消息。"]
    assert set(lost(page, division)) <= set("●【】")


def test_a_headline_and_a_credit_without_a_story_are_furniture() -> None:
    page, division = divided(
        ("head", "奋进新征程", 0), ("caption", "本报记者 王某 摄", 1), ("head", HEAD, 2), ("body", BODY, 2)
    )
    assert [str(article.headline) for article in division.articles] == [HEAD]
    assert [str(text) for text in division.furniture] == ["奋进新征程", "本报记者 王某 摄"]
    assert not lost(page, division)


def test_the_line_before_a_note_that_a_story_goes_on_is_kept() -> None:
    more = "会议还听取了各乡镇的汇报，并对下一步的工作作了安排部署，（下转第3版）"
    page, division = divided(("head", HEAD, 0), ("body", f"{BODY}\n{more}", 0))
    assert str(division.articles[0].body[-1]).endswith("作了安排部署，")
    assert [str(text) for text in division.furniture] == ["（下转第3版）"]
    assert not lost(page, division)
