// The page on the left: its text just as it was given, with a mark on all that was read.

// Cut a page into stretches over which nothing changes: [start, end, role, article, [[record, field, value], …]].
function stretches(page) {
  const starts = new Map();
  const ends = new Map();
  const cuts = new Set([0, page.text.length]);
  const add = (start, end, what) => {
    if (start >= end) return;
    for (const [map, key] of [[starts, start], [ends, end]]) {
      if (!map.has(key)) map.set(key, []);
      map.get(key).push(what);
      cuts.add(key);
    }
  };
  page.articles.forEach(({ parts = [] }, article) => {
    for (const [role, start, end] of parts) add(start, end, { role, article });
  });
  for (const record of page.records) {
    record.fields.forEach(([, values], field) => {
      values.forEach((value, number) => {
        const segments = value[3] ?? [];
        const length = segments.reduce((sum, [start, end]) => sum + end - start, 0);
        for (const [start, end] of segments) add(start, end, { record, place: [field, number], length });
      });
    });
  }
  const found = [];
  const live = new Set();
  const order = [...cuts].sort((a, b) => a - b);
  order.slice(0, -1).forEach((start, index) => {
    for (const what of ends.get(start) ?? []) live.delete(what);
    for (const what of starts.get(start) ?? []) live.add(what);
    const marks = [...live].filter((what) => what.record).sort((a, b) => a.length - b.length);
    const part = [...live].find((what) => what.role);
    found.push({ start, end: order[index + 1], role: part?.role, article: part?.article, marks });
  });
  return found;
}

// Show a page: a block for each line, in it a span for each stretch. Their text together is the page's.
function showPage(page) {
  if (state.page === page) return;
  state.page = page;
  page.spans = [];
  page.marked = [];
  const source = $("source");
  const lines = [];
  let line;
  let printed = 0;
  const heads = page.pages ?? [];
  const begin = (offset) => {
    line = make("div", { class: "line" });
    while (printed < heads.length && heads[printed][0] <= offset) {
      line.dataset.page = heads[printed][1];
      line.dataset.said = say("page-number", { n: heads[printed][1] });
      printed += 1;
    }
    lines.push(line);
  };
  begin(0);
  for (const stretch of stretches(page)) {
    let from = stretch.start;
    while (from < stretch.end) {
      const feed = page.text.indexOf("\n", from);
      const to = feed < 0 || feed >= stretch.end ? stretch.end : feed + 1;
      line.append(span(page, stretch, from, to));
      if (to === feed + 1 && to < page.text.length) begin(to);
      from = to;
    }
  }
  source.replaceChildren(...lines);
  source.style.setProperty("--measure", `${measure(page.text)}em`);
  $("page").scrollTop = 0;
  restyle();
}

// The width of the page's own lines, so that a narrow column stands in the middle; a few long ones are wrapped.
function measure(text) {
  const lines = text.slice(0, 200000).split("\n");
  const widths = lines.map((line) => [...line].reduce((sum, one) => sum + (one > "\u2e80" ? 1 : 0.52), 0));
  widths.sort((a, b) => a - b);
  return Math.min(40, Math.max(22, Math.ceil(widths[Math.floor(widths.length * 0.97)] * 1.04)));
}

function span(page, stretch, start, end) {
  const element = put(make("span"), page.text.slice(start, end));
  element.className = stretch.role ? `part ${stretch.role}` : "furniture";
  const held = { element, start, end, stretch, blank: !/[^\s\ufffd]/.test(element.textContent) };
  element.held = held;
  page.spans.push(held);
  if (stretch.marks.length && !held.blank) page.marked.push(held);
  return element;
}

// Colour what the filters let through, and light what is chosen.
function restyle() {
  const { page, current, place } = state;
  const visible = new Set(state.shown);
  let stop;
  for (const { element, stretch } of page.marked) {
    const marks = stretch.marks.filter(({ record }) => visible.has(record));
    const chosen = stretch.marks.filter(({ record }) => record === current);
    const exact = chosen.some((mark) => !place || (mark.place[0] === place[0] && mark.place[1] === place[1]));
    const list = element.classList;
    const kind = (exact || chosen.length ? current : marks[0]?.record)?.kind;
    for (const one of [...list]) if (one.startsWith("is-")) list.remove(one);
    list.toggle("mark", marks.length > 0);
    list.toggle("lit", exact);
    list.toggle("kin", chosen.length > 0 && !exact);
    if (kind) list.add(`is-${kind}`);
    list.toggle("long", marks.length > 0 && marks[0].length > 60);
    if (marks.length) {
      element.setAttribute("role", "button");
      element.tabIndex = -1;
      stop ??= element;
      if (exact) stop = stop.classList.contains("lit") ? stop : element;
    } else {
      element.removeAttribute("role");
      element.removeAttribute("tabindex");
    }
  }
  if (stop) stop.tabIndex = 0;
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}

// Scroll the page so that an offset stands in its upper third.
function reveal(offset) {
  const held = state.page.spans.find(({ end }) => end > offset);
  if (!held) return;
  const pane = $("page");
  const box = held.element.getClientRects()[0] ?? held.element.getBoundingClientRect();
  const top = box.top - pane.getBoundingClientRect().top;
  if (top > 48 && top < pane.clientHeight - 96) return;
  pane.scrollTo({ top: pane.scrollTop + top - pane.clientHeight / 3, behavior: calm() });
}

// Paint what the search finds, without touching the elements.
function paintFinds(terms) {
  if (!globalThis.Highlight) return;
  const page = state.page;
  CSS.highlights.delete("found");
  page.folded ??= folded(page.text);
  const places = terms.flatMap((term) => finds(page.folded, term));
  if (!places.length) return;
  CSS.highlights.set("found", new Highlight(...places.map(([start, end]) => rangeOf(page, start, end))));
}

function rangeOf(page, start, end) {
  const range = new Range();
  range.setStart(...pointOf(page, start));
  range.setEnd(...pointOf(page, end - 1, 1));
  return range;
}

function pointOf(page, offset, more = 0) {
  let low = 0;
  let high = page.spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (page.spans[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  const { element, start } = page.spans[low];
  let left = offset - start;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left < node.length) return [node, left + more];
    left -= node.length;
  }
  return [element, element.childNodes.length];
}
