// The contents on the left: the pages, and the articles of the one that is shown.

function showPages(words) {
  const list = $("documents");
  list.hidden = pages.length < 2;
  if (list.hidden) return;
  const rows = list.querySelector("ol");
  if (!rows.childElementCount) rows.append(...pages.map(pageRow));
  pages.forEach((page, index) => {
    const button = rows.children[index].firstElementChild;
    const there = !state.filtered || page.fitting > 0 || (words.length > 0 && holds(page, words));
    rows.children[index].classList.toggle("out", !there);
    button.lastElementChild.textContent = page.fitting;
    if (page === state.page) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  });
}

function holds(page, words) {
  page.folded ??= folded(page.text);
  return words.every((word) => page.folded.flat.includes(word));
}

function pageRow(page) {
  const button = makeButton({ title: page.path });
  const first = page.articles[0];
  button.append(
    make("span", { class: "name", lang: "zh", text: page.outlet ?? page.name }),
    make("span", { class: "day", lang: "zh", text: page.outlet ? [page.day ?? "", page.name].filter(Boolean).join(" · ") : page.day ?? first?.head ?? "" }),
    make("span", { class: "n" }),
  );
  button.addEventListener("click", () => openPage(page));
  return make("li", {}, button);
}

function showArticles() {
  const rows = state.page.articles.map((article, index) => {
    const button = makeButton();
      const head = article.head ?? article.lead ?? say("untitled");
    if (article.kicker) button.append(make("span", { class: "kicker", lang: "zh", text: article.kicker }));
    button.append(make("span", { class: article.head ? "name" : "name lead", lang: "zh", text: head }));
    if (article.by) button.append(make("span", { class: "by", lang: "zh", text: article.by }));
    button.addEventListener("click", () => openArticle(index));
    return make("li", {}, button);
  });
  $("articles").querySelector("ol").replaceChildren(...rows);
}

function openArticle(index) {
  const parts = state.page.articles[index].parts ?? [];
  const head = parts.find(([role]) => role === "headline") ?? parts[0];
  if (!head) return;
  closeRail();
  for (const { element, stretch } of state.page.spans) element.classList.toggle("article", stretch.article === index);
  reveal(head[1]);
}

// The article that stands in the upper third of the page.
function followArticle() {
  const pane = $("page").getBoundingClientRect();
  const line = document.elementFromPoint(pane.left + pane.width / 2, pane.top + pane.height / 3)?.closest(".line");
  const article = [...(line?.children ?? [])].find((one) => one.held?.stretch.article !== undefined)?.held.stretch.article;
  if (article === undefined) return;
  $("articles").querySelectorAll("button").forEach((button, index) => {
    if (index === article) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
}

function openRail() {
  document.body.classList.add("railed");
  $("rail-toggle").setAttribute("aria-expanded", "true");
}

function closeRail() {
  document.body.classList.remove("railed");
  $("rail-toggle").setAttribute("aria-expanded", "false");
}
