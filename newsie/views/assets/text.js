// Text on its way to the screen, always as text, and in a form for searching.

const LOST = "\ufffd";
const FEED = "\f"; // before each page of a PDF but the first
// acted on by a browser instead of shown: controls, zero-width characters, marks of direction
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\ufffd+/gu;

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "text") put(element, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function makeButton(properties = {}, ...children) {
  return make("button", { type: "button", ...properties }, ...children);
}

// Append a string. A control stands in an isolate of its own, which ends what it would do (U+202E would turn
// the rest of the line round), with its code beside it; the text of the element stays the string.
function put(parent, string) {
  let done = 0;
  for (const match of string.matchAll(CONTROL)) {
    if (match.index > done) parent.append(string.slice(done, match.index));
    done = match.index + match[0].length;
    if (match[0] === FEED) parent.append(make("span", { class: "feed" }, FEED));
    else if (match[0][0] === LOST) parent.append(make("span", { class: "lost" }, match[0]));
    else {
      const code = match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      parent.append(make("bdi", { class: "control", "data-code": `U+${code}` }, match[0]));
    }
  }
  if (done < string.length) parent.append(string.slice(done));
  return parent;
}

const SPACE = /[\s\u200b\ufeff\ufffd]/;

// What is compared when searching: no white space, for a page breaks its lines anywhere; letters and digits of one width.
function folded(string) {
  const at = [];
  let flat = "";
  for (let index = 0; index < string.length; index += 1) {
    let code = string.charCodeAt(index);
    if (code <= 32 || (code > 127 && SPACE.test(string[index]))) continue;
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
    if (code >= 65 && code <= 90) code += 32;
    flat += String.fromCharCode(code);
    at.push(index);
  }
  return { flat, at };
}

// Where a term stands in a text, as pairs of offsets.
function finds({ flat, at }, term) {
  const found = [];
  for (let from = flat.indexOf(term); from >= 0; from = flat.indexOf(term, from + term.length)) {
    found.push([at[from], at[from + term.length - 1] + 1]);
  }
  return found;
}
