// The keyboard.

function typing(target) {
  return target instanceof HTMLInputElement && target.type !== "checkbox" && target.type !== "range";
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => $("search").focus(),
  "?": () => $("help").showModal(),
  "[": () => turn(-1),
  "]": () => turn(1),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
  if (event.key === "Escape") return leave(event);
  if (event.target.classList?.contains("mark")) return onMarkKey(event);
  if (typing(event.target)) {
    if (event.key === "Enter" && event.target === $("search")) {
      event.preventDefault();
      step(1);
    }
    return;
  }
  if (event.key === "Enter" && !event.target.closest("button, input") && state.current) toggle(state.current);
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

// Leave the innermost thing first: the contents, the search, the record, the filters.
function leave(event) {
  if (document.body.classList.contains("railed")) return closeRail();
  if (typing(event.target) && event.target.value) {
    event.preventDefault();
    event.target.value = "";
    return filter();
  }
  if (typing(event.target)) return event.target.blur();
  if (state.current) return choose(undefined);
  return clearFilters();
}

function onMarkKey(event) {
  const marks = state.page.marked.map(({ element }) => element).filter((one) => one.classList.contains("mark"));
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const next = marks[marks.indexOf(event.target) + step];
    if (!next) return;
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
    reveal(next.held.start);
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    readHere(event.target.held);
  } else {
    KEYS[event.key]?.();
    if (KEYS[event.key]) event.preventDefault();
  }
}

// Go to the next record of the list.
function step(by) {
  const { shown, current } = state;
  if (!shown.length) return;
  const now = shown.indexOf(current);
  const next = now < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(now + by, 0), shown.length - 1);
  choose(shown[next], undefined, { focus: true });
}

// Turn to the next page that the filters leave.
function turn(by) {
  for (let index = state.page.index + by; index >= 0 && index < pages.length; index += by) {
    if (!state.filtered || pages[index].fitting) return openPage(pages[index]);
  }
}
