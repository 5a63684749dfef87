// What the report shows, and what is chosen at the moment.

const data = JSON.parse(document.getElementById("data").textContent);
const messages = JSON.parse(document.getElementById("messages").textContent);
const $ = (id) => document.getElementById(id);

const KINDS = ["meeting", "visit", "statement", "official", "project", "statistic", "custom", "warning"];
const pages = data.documents;

// a record in the report: what came with it, its page, and its number there
const records = pages.flatMap((page, index) => {
  page.index = index;
  page.articles ??= [];
  page.text ??= "";
  page.path = page.name ?? "";
  page.name = page.path.split(/[\\/]/u).pop();
  page.records = (page.entries ?? []).map((entry) => ({ ...empty(), ...entry, page }));
  return page.records;
});

function empty() {
  return { id: "", title: "", brief: "", figure: "", fields: [], articles: [], people: [], bodies: [], days: [], tags: [], reasons: [] };
}

// What is said at a meeting and the meeting know each other; a report may hold the same page twice.
for (const { records: own } of pages) {
  const byId = new Map(own.map((record) => [record.id, record]));
  for (const record of own) {
    record.parent = record.up ? byId.get(record.up) : undefined;
    if (record.parent) (record.parent.said ??= []).push(record);
  }
}

const state = {
  language: "en",
  page: undefined, // the page on the left
  shown: [], // records that fit the filters, in the order of the list
  current: undefined, // the record that is lit
  place: undefined, // [field, value] of it when a single value is
  open: new Set(), // records whose fields are shown
};

const MAIN = ["name", "text", "purpose", "quantity", "lead", "organizer"];

// The value that says best where a record stands: its name, the words that were said, the amount.
function mainPlace(record) {
  for (const name of MAIN) {
    const field = record.fields.findIndex(([one, values]) => one === name && values[0][3]?.length);
    if (field >= 0) return [field, 0];
  }
  const field = record.fields.findIndex(([, values]) => values[0][3]?.length);
  return field < 0 ? undefined : [field, 0];
}

// The places of a record, or of one value of it.
function segmentsOf(record, place) {
  const values = place ? [record.fields[place[0]][1][place[1]]] : record.fields.flatMap(([, held]) => held);
  return values.flatMap((value) => value[3] ?? []);
}
