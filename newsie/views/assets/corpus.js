// A view of an archive: the language of its words, and a search through the rows of its tables.

const messages = JSON.parse(document.getElementById("messages").textContent);
const state = { language: "en" };
const $ = (id) => document.getElementById(id);
const rows = [...document.querySelectorAll("tbody tr")];

function speakCorpus(language) {
  speak(language);
  for (const image of document.querySelectorAll("[data-alt]")) image.alt = say(image.dataset.alt);
  for (const element of document.querySelectorAll("[data-n]")) element.textContent = say(element.dataset.say, element.dataset);
  for (const row of rows) row.flat = undefined; // codes are words of the language
  find();
}

// Full-width letters and digits are those of a keyboard, as are capitals.
function flat(text) {
  return text.normalize("NFKC").toLowerCase();
}

// Leave the rows that hold all the words, and open the tables that have one.
function find() {
  const words = flat($("search").value).split(/\s+/u).filter(Boolean);
  let found = 0;
  for (const row of rows) {
    row.flat ??= flat([...row.cells].map((cell) => cell.textContent).join("\t"));
    row.hidden = !words.every((word) => row.flat.includes(word));
    if (!row.hidden) found += 1;
  }
  for (const table of document.querySelectorAll("details")) {
    const some = table.querySelector("tbody tr:not([hidden])");
    table.classList.toggle("out", words.length > 0 && !some);
    if (words.length) table.open = Boolean(some);
    else if (state.searched) table.open = false;
  }
  state.searched = words.length > 0;
  $("count").textContent = words.length ? say("rows-found", { n: found }) : "";
}

$("search").addEventListener("input", find);
$("language").addEventListener("click", () => speakCorpus(state.language === "zh" ? "en" : "zh"));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && event.target !== $("search")) {
    event.preventDefault();
    $("search").focus();
  } else if (event.key === "Escape" && $("search").value) {
    event.preventDefault();
    $("search").value = "";
    find();
  }
});
// on paper all tables stand open
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const table of closed) table.open = true;
});
addEventListener("afterprint", () => {
  for (const table of closed) table.open = false;
});
speakCorpus(firstLanguage());
