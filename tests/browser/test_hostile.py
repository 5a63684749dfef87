"""A page is shown, never run, whatever stands on it."""

from __future__ import annotations

from collections.abc import Callable

from browser.reading import Opened

from newsie.records import Article, Extraction, Meeting, Piece, Warning

Show = Callable[..., Opened]

TEXT = (
    "<script>alert('run')</script>\n"
    "</script><script>alert('broken out')</script>\n"
    "<img src=x onerror=alert('image')> <b>未闭合 <!-- \n"
    "<a href=\"javascript:alert('link')\">链接</a> &lt;b&gt; &amp; \u2028\u2029\n"
    "正文\u202e反过来的字\u202c之后\x00\x1b[31m红\x07\n"
    "]]> ${alert(1)} {{ 7 * 7 }} \\u003cscript\\u003e\n"
)


def hostile() -> Extraction:
    """A result every string of which is hostile."""
    piece = Piece(segments=((0, len(TEXT) - 1),), text=TEXT, rule=TEXT)
    return Extraction(
        id=TEXT,
        source=TEXT,
        text_sha256="",
        outlet=TEXT,
        articles=(Article(id="a", headline=TEXT, kicker=TEXT, kind="news", reporters=(TEXT,), body=(TEXT,)),),
        meetings=(
            Meeting(
                id=TEXT, article="a", name=TEXT, kind="other", chair=(TEXT,), evidence={"name": (piece,)}
            ),
        ),
        warnings=(Warning(code=TEXT, message=TEXT, article="a", segments=((0, 4),)),),
    ).with_text(TEXT)


def test_hostile_text_is_shown_and_never_run(show: Show) -> None:
    opened = show(hostile())
    assert opened.source == TEXT
    opened.press("j", "Enter", "j", "Enter")
    assert opened.titles == [TEXT, TEXT]
    assert (
        opened.page.locator("#source script, #source img, #source a, #records img, #records script").count()
        == 0
    )
    assert opened.page.locator("#title").text_content() == TEXT
    assert opened.page.title() == " ".join(TEXT.replace("\x00", "\ufffd").split()) or opened.page.title()


def test_a_mark_of_direction_turns_nothing_round_and_is_seen(show: Show) -> None:
    opened = show(hostile())
    left = opened.page.evaluate(
        """() => {
          const line = [...document.querySelectorAll(".line")].find((one) => one.textContent.includes("\\u202e"));
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const found = {};
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            [...node.data].forEach((one, index) => {
              const range = new Range();
              range.setStart(node, index);
              range.setEnd(node, index + 1);
              found[one] = range.getBoundingClientRect().left;
            });
          }
          return [found["反"], found["过"], found["来"], found["之"]];
        }"""
    )
    assert left == sorted(left)
    assert opened.page.locator(".control[data-code='U+202E']").count() >= 1


def test_a_browser_is_told_to_refuse_every_other_script(show: Show) -> None:
    opened = show(hostile())
    ran = opened.page.evaluate(
        """() => {
          const script = document.createElement("script");
          try { script.textContent = "globalThis.ran = 1"; document.body.append(script); } catch { return "refused"; }
          return globalThis.ran ?? "refused";
        }"""
    )
    assert ran == "refused"
    assert opened.said
    opened.said.clear()


def test_a_line_of_a_hundred_thousand_characters_is_wrapped(show: Show) -> None:
    text = "长" * 60_000 + "x" * 40_000
    opened = show(Extraction(id="d", source="long", text_sha256="").with_text(text))
    assert opened.source == text
    wide = opened.page.locator("#page").evaluate("(pane) => pane.scrollWidth - pane.clientWidth")
    assert wide <= 1


def test_a_long_word_makes_no_pane_wider(show: Show) -> None:
    name = "x" * 3000
    result = Extraction(
        id="d",
        source=name,
        text_sha256="",
        articles=(Article(id="a", headline=name, kicker=None, kind="news"),),
        meetings=(Meeting(id="m", article="a", name=name, kind="other", organizer=name),),
    ).with_text(name)
    opened = show(result, width=390, height=844)
    opened.press("j", "Enter")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert opened.page.locator("#records").evaluate("(pane) => pane.scrollWidth - pane.clientWidth") <= 1
