// Which records are shown.

const only = new Set(); // types that are asked for; none asks for all
const asked = (kind) => !only.size || only.has(kind);

function terms() {
  return $("search").value.split(/\s+/).map((word) => folded(word).flat).filter(Boolean);
}

// What is compared of a record when searching: its title, its fields and who stands in it.
function searchable(record) {
  record.flat ??= folded(
    [
      record.title,
      record.brief,
      record.figure,
      ...record.fields.flatMap(([, values]) => values.map(([words = "", note = ""]) => `${words}\n${note}`)),
      ...record.people,
      ...record.bodies,
    ].join("\n"),
  ).flat;
  return record.flat;
}

function wanted() {
  return {
    words: terms(),
    person: folded($("person").value).flat,
    body: folded($("body").value).flat,
    since: $("since").value,
    until: $("until").value,
    sure: Number($("sure").value) / 100,
  };
}

function fits(record, wish) {
  if (wish.words.some((word) => !searchable(record).includes(word))) return false;
  if (wish.person && !record.people.some((name) => folded(name).flat.includes(wish.person))) return false;
  if (wish.body && !record.bodies.some((name) => folded(name).flat.includes(wish.body))) return false;
  if (wish.sure && !(record.sure >= wish.sure)) return false;
  return !(wish.since || wish.until) || spans(record).some((days) => touches(days, wish));
}

// The days of a record; of one that says none, the day of its page.
function spans(record) {
  if (record.days.length) return record.days;
  return record.page.day ? [[record.page.day, record.page.day]] : [];
}

// Tell whether days reach into the wished ones. A day without its year (--07-15) is in any year.
function touches([start, end], { since, until }) {
  const first = start ?? "";
  const last = end ?? "\uffff";
  if (first.startsWith("--") || last.startsWith("--")) return anyYear(first.slice(2), last.slice(2), since, until);
  return (!until || first <= until) && (!since || last >= since);
}

function anyYear(first, last, since, until) {
  if (!since || !until || since.slice(0, 4) !== until.slice(0, 4)) return true;
  return first <= until.slice(5) && last >= since.slice(5);
}

function filter() {
  const wish = wanted();
  const fitting = records.filter((record) => fits(record, wish));
  const everywhere = $("scope").checked;
  const here = fitting.filter((record) => everywhere || record.page === state.page);
  for (const page of pages) page.fitting = 0;
  for (const record of fitting) if (asked(record.kind)) record.page.fitting += 1;
  showKinds(here);
  state.shown = KINDS.flatMap((kind) => (asked(kind) ? here.filter((record) => record.kind === kind) : []));
  const all = everywhere ? records : state.page.records;
  state.filtered = isFiltered(wish);
  showList();
  showCount(all.length, wish.words);
  showPages(wish.words);
  restyle();
  paintFinds(wish.words);
}

function isFiltered({ words, person, body, since, until, sure }) {
  return only.size > 0 || words.length > 0 || Boolean(person || body || since || until || sure);
}

function showCount(all, words) {
  const shown = state.shown.length;
  const parts = [shown === all ? say("count-all", { all }) : say("count", { shown, all })];
  if (words.length) {
    state.page.folded ??= folded(state.page.text);
    const n = words.reduce((sum, word) => sum + finds(state.page.folded, word).length, 0);
    parts.push(say("hits", { n }));
  }
  $("count").textContent = parts.join(" · ");
  $("clear").hidden = !state.filtered;
}

// The types as buttons, with the numbers of what fits.
function offerKinds() {
  const there = KINDS.filter((kind) => records.some((record) => record.kind === kind));
  const chips = there.map((kind) => makeButton({ class: `chip is-${kind}`, "data-kind": kind }, make("span"), make("span", { class: "n" })));
  $("kinds").replaceChildren(...chips);
}

function showKinds(found) {
  $("kinds").classList.toggle("some", only.size > 0);
  for (const chip of $("kinds").children) {
    const { kind } = chip.dataset;
    chip.setAttribute("aria-pressed", String(only.has(kind)));
    chip.firstElementChild.textContent = called("kind", kind);
    chip.lastElementChild.textContent = found.filter((record) => record.kind === kind).length;
  }
}

function clearFilters() {
  only.clear();
  for (const id of ["search", "person", "body", "since", "until"]) $(id).value = "";
  $("sure").value = 0;
  showSure();
  filter();
}

function showSure() {
  $("sure-shown").textContent = `${$("sure").value}%`;
}

function offerNames() {
  for (const [id, field] of [["people", "people"], ["bodies", "bodies"]]) {
    const numbers = new Map();
    for (const record of records) for (const name of record[field]) numbers.set(name, (numbers.get(name) ?? 0) + 1);
    const names = [...numbers].sort((a, b) => b[1] - a[1]).slice(0, 500);
    $(id).replaceChildren(...names.map(([name]) => make("option", { value: name })));
  }
  $("sure-row").hidden = !records.some((record) => record.sure !== undefined);
}
