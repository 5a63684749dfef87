"""A report in the browser, as a reader sees it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

# the words of the page that have a class, those that stand together as one
_WORDS = """(name) => {
  const found = [];
  let last;
  for (const span of document.querySelectorAll("#source span")) {
    if (!span.held) continue;
    if (!span.classList.contains(name)) { last = undefined; continue; }
    if (last !== undefined) found[found.length - 1] += span.textContent;
    else found.push(span.textContent);
    last = span;
  }
  return found;
}"""
# whether something stands in view, and nothing lies over it
_SEEN = """(element) => {
  const box = element.getClientRects()[0];
  if (!box || !box.width) return false;
  const x = box.left + Math.min(box.width / 2, 8);
  const y = box.top + box.height / 2;
  const there = document.elementFromPoint(x, y);
  return Boolean(there) && (element.contains(there) || there.contains(element));
}"""


class Opened:
    """A report that is open in a page of the browser."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.path = path
        self.said: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        page.on("request", self._asked)

    def _asked(self, request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith("file:"):
            self.said.append(f"asked for {url}")

    def open(self, at: str = "") -> None:
        self.page.goto(f"{self.path.as_uri()}{at}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def titles(self) -> list[str]:
        """The titles of the cards, in their order."""
        return self.page.locator(".card .title").all_text_contents()

    @property
    def kinds(self) -> list[str]:
        """The types that have a group in the list."""
        return [str(one.get_attribute("data-kind")) for one in self.page.locator("#records section").all()]

    @property
    def current(self) -> str:
        """The title of the chosen record, empty for none."""
        return "".join(self.page.locator(".card.current .title").all_text_contents())

    @property
    def count(self) -> str:
        return self.page.locator("#count").inner_text()

    @property
    def source(self) -> str:
        """The text of the page on the left."""
        return str(self.page.evaluate("document.getElementById('source').textContent"))

    def words(self, name: str) -> list[str]:
        """The words of the page that have a class, without the white space between them."""
        return ["".join(words.split()) for words in self.page.evaluate(_WORDS, name)]

    def seen(self, selector: str) -> bool:
        """Whether one of some elements stands in view."""
        return any(self.page.locator(selector).evaluate_all(f"(all) => all.map({_SEEN})"))

    def card(self, title: str) -> None:
        """Click the first card of a title."""
        self.page.locator(".card .head", has=self.page.get_by_text(title, exact=True)).first.click()

    def mark(self, words: str) -> None:
        """Click the first marked words of the page that hold these."""
        found = self.page.locator("#source .mark", has_text=words).first
        found.scroll_into_view_if_needed()
        found.click()

    def find(self, words: str) -> None:
        self.page.locator("#search").fill(words)

    def style(self, selector: str, name: str) -> str:
        """A computed style of the first of some elements."""
        return str(self.page.locator(selector).first.evaluate(f"(one) => getComputedStyle(one)['{name}']"))
