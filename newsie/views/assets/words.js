// The language of the interface. Words of the page are never translated.

function say(key, values = {}) {
  const text = messages[state.language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// A field's or a code's name; a user's own type has names of its own.
function called(group, name, otherwise = name) {
  return messages[state.language][`${group}.${name}`] ?? otherwise;
}

function speak(language) {
  state.language = language;
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = say(element.dataset.hint);
  for (const line of document.querySelectorAll("[data-page]")) line.dataset.said = say("page-number", { n: line.dataset.page });
  $("language").textContent = say("language");
  $("language").lang = language === "zh" ? "en" : "zh";
}

function firstLanguage() {
  const wished = navigator.languages?.[0] ?? navigator.language ?? "en";
  return wished.toLowerCase().startsWith("zh") ? "zh" : "en";
}
