import newsie
from newsie.identity import content_id, text_sha256, with_ids
from newsie.records import Statement


def said(text: str) -> Statement:
    return Statement(speaker=None, verb="指出", text=text)


def test_ids_depend_on_content_alone() -> None:
    first, second = with_ids([said("甲"), said("乙")])
    assert with_ids([second]) == (second,)
    assert first.id != second.id
    assert first.id.startswith("statement-")


def test_equal_records_have_ids_of_their_own() -> None:
    assert len({record.id for record in with_ids([said("甲")] * 3)}) == 3


def test_pieces_of_content_do_not_run_together() -> None:
    assert content_id("article", "ab", "c") != content_id("article", "a", "bc")


def test_the_hash_of_a_text_is_that_of_its_utf8() -> None:
    assert text_sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert text_sha256("\ud800") == text_sha256("\ufffd")  # a half of a character is kept so


def test_ids_that_are_kept_elsewhere_hold() -> None:
    """What is stored, linked and corrected is known by them: another order of fields would make them anew."""
    told = "区里召开推进会\n\n1月10日，区长李明华主持召开春耕生产推进会。李明华强调，要抓好落实。"
    (meeting,) = newsie.extract(told, published="2023-01-12").meetings
    assert meeting.id == "meeting-2c1fd6433b843a4f"
    assert [statement.id for statement in meeting.statements] == ["statement-bc2f346d1c2eb705"]
