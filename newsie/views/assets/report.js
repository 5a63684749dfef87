// Choosing: a record or one of its values lights its places on the page; words on the page choose their record.

function choose(record, place, { focus = false, fromPage = false } = {}) {
  state.current?.item?.classList.remove("current");
  document.querySelectorAll(".value.lit").forEach((one) => one.classList.remove("lit"));
  document.querySelectorAll(".card.here").forEach((one) => one.classList.remove("here"));
  state.current = record;
  state.place = place;
  if (!record) {
    remember("");
    return restyle();
  }
  if (record.page !== state.page) openPage(record.page);
  if (!state.shown.includes(record)) clearFilters();
  const number = state.shown.indexOf(record);
  if (number >= made) showMore(number + 1);
  record.item?.classList.add("current");
  if (place) expand(record);
  const { item } = record;
  if (item) {
    const lit = place && [...item.querySelectorAll(".value")].find((one) => String(one.place) === String(place));
    lit?.classList.add("lit");
    show(lit ?? item);
    if (focus) item.firstElementChild.focus({ preventScroll: true });
  }
  restyle();
  const segments = segmentsOf(record, place ?? mainPlace(record));
  if (!fromPage && segments.length) reveal(segments[0][0]);
  remember(record.id);
  return undefined;
}

// The record that the address names.
function followAddress() {
  const record = records.find(({ id }) => id && encodeURIComponent(id) === location.hash.slice(1));
  if (!record || record === state.current) return;
  choose(record);
  expand(record);
  show(record.item);
}

// Scroll the list no more than is needed.
function show(element) {
  const pane = $("records");
  const around = pane.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const margin = 44;
  let by = 0;
  if (box.top < around.top + margin) by = box.top - around.top - margin;
  else if (box.bottom > around.bottom - 12) by = Math.min(box.bottom - around.bottom + 12, box.top - around.top - margin);
  if (by) pane.scrollBy({ top: by, behavior: calm() });
}

function remember(id) {
  if (location.protocol !== "about:") history.replaceState(undefined, "", `#${encodeURIComponent(id)}`);
}

// Choose what was read at a place of the page; again, the next that was read there.
function readHere({ stretch }) {
  const visible = new Set(state.shown);
  const marks = stretch.marks.filter(({ record }) => visible.has(record));
  const different = marks.filter((mark, index) => marks.findIndex(({ record }) => record === mark.record) === index);
  if (!different.length) return;
  const now = different.findIndex(({ record }) => record === state.current);
  const { record, place } = different[(now + 1) % different.length];
  choose(record, place, { fromPage: true });
  for (const one of different) one.record.item?.classList.add("here");
}

function toggle(record) {
  if (state.open.has(record)) collapse(record);
  else {
    expand(record);
    show(record.item);
  }
}

function openPage(page) {
  if (page === state.page) return;
  const { current } = state;
  if (current && current.page !== page) state.current = undefined;
  showPage(page);
  showTop();
  showArticles();
  if ($("scope").checked) {
    showPages(terms());
    paintFinds(terms());
  } else filter();
  closeRail();
}

function showTop() {
  const { page } = state;
  $("title").replaceChildren();
  put($("title"), page.outlet ?? page.name);
  const rest = [page.outlet ? page.name : "", page.day ?? ""].filter(Boolean);
  $("subtitle").replaceChildren();
  $("subtitle").title = page.path;
  put($("subtitle"), rest.join(" · "));
}

function onList(event) {
  const value = event.target.closest(".value");
  const item = event.target.closest(".card");
  const reference = event.target.closest(".reference");
  if (reference) choose(reference.reference, undefined, { focus: true });
  else if (value) choose(item.record, value.place);
  else if (event.target.closest(".head")) {
    const { record } = item;
    if (state.current === record && !state.place) toggle(record);
    else {
      expand(record);
      choose(record);
    }
  }
}

function switchLanguage(language) {
  speak(language);
  showArticles();
  filter();
}

function listen() {
  $("source").addEventListener("click", (event) => {
    const mark = event.target.closest?.(".mark");
    if (mark && getSelection().isCollapsed) readHere(mark.held);
  });
  $("records").addEventListener("click", onList);
  $("kinds").addEventListener("click", (event) => {
    const kind = event.target.closest("button")?.dataset.kind;
    if (!kind) return;
    if (!only.delete(kind)) only.add(kind);
    filter();
  });
  for (const id of ["search", "person", "body", "since", "until", "scope"]) $(id).addEventListener("input", filter);
  $("sure").addEventListener("input", () => {
    showSure();
    filter();
  });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("clear").addEventListener("click", clearFilters);
  $("more").addEventListener("click", () => {
    const hidden = !$("more-filters").hidden;
    $("more-filters").hidden = hidden;
    $("more").setAttribute("aria-expanded", String(!hidden));
  });
  $("language").addEventListener("click", () => switchLanguage(state.language === "zh" ? "en" : "zh"));
  $("help-open").addEventListener("click", () => $("help").showModal());
  $("rail-toggle").addEventListener("click", () => (document.body.classList.contains("railed") ? closeRail() : openRail()));
  let waiting;
  $("page").addEventListener("scroll", () => {
    waiting ??= requestAnimationFrame(() => {
      waiting = undefined;
      followArticle();
    });
  });
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", followAddress);
  // paper has no "show more": all records of the page stand open on it
  let closed = [];
  addEventListener("beforeprint", () => {
    showMore(state.shown.length);
    closed = state.shown.filter((record) => !state.open.has(record));
    closed.forEach(expand);
  });
  addEventListener("afterprint", () => closed.forEach(collapse));
}

function start() {
  speak(firstLanguage());
  listen();
  offerKinds();
  offerNames();
  showSure();
  $("scope-row").hidden = pages.length < 2;
  if (!pages.length) return;
  openPage(pages[0]);
  followAddress();
  followArticle();
}

start();
