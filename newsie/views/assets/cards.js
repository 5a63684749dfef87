// The records on the right: a card for each, grouped by type; made as far as one scrolls.

const STEP = 80;
const DOUBTFUL = 0.8;
let made = 0;

function showList() {
  made = 0;
  $("records").replaceChildren();
  if (!state.shown.length) $("records").append(make("p", { class: "none" }, say("none")));
  showMore();
}

// Make further cards, up to a number.
function showMore(upto = made + STEP) {
  const list = $("records");
  list.querySelector(".more")?.remove();
  for (; made < Math.min(upto, state.shown.length); made += 1) {
    const record = state.shown[made];
    groupOf(list, record.kind).append(card(record));
  }
  const left = state.shown.length - made;
  if (left <= 0) return;
  const button = makeButton({ class: "more" }, say("show-more", { n: left }));
  button.addEventListener("click", () => showMore());
  list.append(button);
  watcher.observe(button);
}

const watcher = new IntersectionObserver((seen) => {
  if (seen.some((one) => one.isIntersecting)) showMore();
}, { rootMargin: "600px" });

function groupOf(list, kind) {
  const last = list.querySelector(`section[data-kind="${kind}"] > ul`);
  if (last) return last;
  const number = state.shown.filter((record) => record.kind === kind).length;
  const title = make("h2", { id: `group-${kind}`, class: `is-${kind}` }, called("kind", kind), make("span", { class: "n" }, String(number)));
  const group = make("section", { "data-kind": kind, "aria-labelledby": `group-${kind}` }, title, make("ul"));
  list.append(group);
  return group.lastElementChild;
}

function card(record) {
  const item = make("li", { class: `card is-${record.kind}` });
  const head = makeButton({ class: "head", "aria-expanded": "false" });
  const title = make("span", { class: "title", lang: "zh", text: titleOf(record) });
  const tags = record.tags.map((code) => make("span", { class: "tag" }, codeName(code)));
  head.append(make("span", { class: "first" }, title, ...tags, ...figure(record)));
  if (record.brief) head.append(make("span", { class: "brief", lang: "zh", text: record.brief }));
  if ($("scope").checked) head.append(make("span", { class: "where", lang: "zh", text: record.page.name }));
  item.append(head);
  item.record = record;
  record.item = item;
  if (state.open.has(record)) expand(record);
  if (state.current === record) item.classList.add("current");
  return item;
}

// A doubt is said in the language of the interface as far as it has the words; all else is the page's.
function titleOf(record) {
  return record.kind === "warning" ? called("doubt", record.fields[0]?.[0], record.title) : record.title;
}

function figure(record) {
  const parts = [];
  if (record.figure) parts.push(make("span", { class: "figure", lang: "zh", text: record.figure }));
  // only what is doubtful says so at first sight
  if (record.sure < DOUBTFUL) parts.push(make("span", { class: "sure", title: say("sure-of") }, percent(record)));
  return parts;
}

function percent(record) {
  return `${Math.round(record.sure * 100)}%`;
}

function codeName(code) {
  const [group, ...name] = code.split(".");
  return called(group, name.join("."));
}

// Show the fields of a record; made when first asked for.
function expand(record) {
  state.open.add(record);
  const { item } = record;
  if (!item) return;
  item.firstElementChild.setAttribute("aria-expanded", "true");
  item.classList.add("open");
  if (!item.querySelector(".fields")) item.append(body(record));
}

function collapse(record) {
  state.open.delete(record);
  const { item } = record;
  if (!item) return;
  item.firstElementChild.setAttribute("aria-expanded", "false");
  item.classList.remove("open");
  item.querySelector(".fields")?.remove();
}

function body(record) {
  const list = make("dl", { class: "fields" });
  record.fields.forEach(([name, values], field) => {
    const doubt = record.kind === "warning";
    list.append(make("dt", {}, called("field", doubt ? "warning" : name)));
    const shown = doubt ? values.map(([, ...rest]) => [titleOf(record), ...rest]) : values;
    list.append(make("dd", {}, ...shown.map((value, number) => valueOf(record, [field, number], value))));
  });
  const { parent, said } = record;
  if (parent) list.append(make("dt", {}, say("said-at")), make("dd", {}, reference(parent)));
  if (said) list.append(make("dt", {}, say("statements")), make("dd", {}, ...said.map(reference)));
  if (record.sure !== undefined) {
    const reasons = record.reasons.map((reason) => make("span", { class: "note", text: reasonOf(reason) }));
    list.append(make("dt", {}, say("sure-of")), make("dd", {}, make("span", { class: "plain" }, percent(record), ...reasons)));
  }
  if (record.review) {
    const [verdict, note] = record.review;
    list.append(make("dt", {}, say("review")), make("dd", {}, make("span", { class: "plain", text: `${say(`review.${verdict}`)} ${note}` })));
  }
  return list;
}

// `field: reason`, in the language of the interface as far as it has the words.
function reasonOf(reason) {
  const [field, ...why] = reason.split(": ");
  return why.length ? `${called("field", field)}: ${called("reason", why.join(": "))}` : called("reason", reason);
}

// A value: a button that leads to its place, or plain words where it has none.
function valueOf(record, place, [words = "", note = "", code = "", segments = [], rule = ""]) {
  const parts = [];
  if (code) parts.push(make("span", { class: "code" }, codeName(code)));
  if (words) parts.push(make("span", { class: "words", lang: "zh", text: words }));
  if (note) parts.push(make("span", { class: "note", lang: "zh", text: note }));
  if (!segments.length) return make("span", { class: "plain" }, ...parts);
  const button = makeButton({ class: "value", title: rule }, ...parts);
  button.place = place;
  if (record === state.current && String(place) === String(state.place)) button.classList.add("lit");
  return button;
}

function reference(record) {
  const button = makeButton({ class: `reference is-${record.kind}`, lang: "zh", text: titleOf(record) });
  button.reference = record;
  return button;
}
