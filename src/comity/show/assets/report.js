"use strict";
// Everything here is a convenience: without it each coding stands beside its paragraph and the links lead there.
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const root = document.documentElement;
  const form = document.getElementById("filter");
  const panel = document.getElementById("panel");
  if (!form) { return; }
  const cards = [...document.querySelectorAll(".notes .card")];
  const lines = new Map(cards.map((card) => [card.id.slice(2), []]));
  for (const line of document.querySelectorAll("[data-s]")) { lines.get(line.dataset.s).push(line); }
  const found = document.getElementById("found");
  const order = new Map(cards.map((card, place) => [card.id.slice(2), place]));
  const names = new Map(cards.map((card) => [card.id.slice(2), []]));
  for (const [role, key] of Object.entries({ actor: "a", object: "o", partner: "p" })) {
    for (const name of document.querySelectorAll(`[data-${key}]`)) {
      for (const id of name.dataset[key].split(" ")) { names.get(id).push([name, role]); }
    }
  }
  let shown = cards;
  let pinned = null;
  let lit = [];

  const within = (segment) => [...segment.querySelectorAll("[data-s]:not(.off)")].map((line) => line.dataset.s);
  const cardOf = (id) => document.getElementById("s-" + id);

  // Light the words of some statements: their lines, and who and what is named in them.
  function light(ids) {
    for (const [element, style] of lit) { element.classList.remove(style); }
    lit = [];
    for (const id of ids) {
      const marks = [...lines.get(id).map((line) => [line, "on"]), ...names.get(id)];
      for (const [element, style] of marks) { element.classList.add(style); lit.push([element, style]); }
    }
  }

  function copy(id) {
    const card = cardOf(id).cloneNode(true);
    card.removeAttribute("id");
    card.addEventListener("mouseenter", () => light([id]));
    card.addEventListener("focusin", () => light([id]));
    return card;
  }

  function hint(words) {
    const line = document.createElement("p");
    line.className = "hint";
    line.textContent = words;
    return line;
  }

  function show(ids) {
    light(ids);
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "shut";
    shut.textContent = "Close";
    shut.addEventListener("click", release);
    const inOrder = [...ids].sort((one, other) => order.get(one) - order.get(other));
    panel.classList.toggle("many", ids.length > 2);
    panel.replaceChildren(shut, ...inOrder.map(copy));
    panel.scrollTop = 0;
  }

  function rest() {
    light([]);
    panel.replaceChildren(hint("Point at an underlined passage, or go to it with Tab, to read how it was coded. A click keeps it here."));
  }

  function pin(ids, address) {
    pinned = address;
    root.classList.add("picked");
    show(ids);
    history.replaceState(null, "", "#s-" + address);
  }

  function release() {
    pinned = null;
    root.classList.remove("picked");
    history.replaceState(null, "", location.pathname + location.search);
    rest();
  }

  function go(id) {
    const line = lines.get(id)[0];
    if (!line) { return; }
    pin([id], id);
    line.scrollIntoView({ block: "center" });
  }

  // Filter: what is left out loses its line in the text and its card.
  function choose() {
    const wanted = [...form.querySelectorAll("[data-by]")].filter((choice) => choice.value);
    shown = cards.filter((card) => wanted.every((choice) => card.dataset[choice.dataset.by] === choice.value));
    const kept = new Set(shown);
    for (const card of cards) {
      const off = !kept.has(card);
      card.hidden = off;
      for (const line of lines.get(card.id.slice(2))) { line.classList.toggle("off", off); }
    }
    for (const segment of document.querySelectorAll(".s")) {
      const off = within(segment).length === 0;
      segment.classList.toggle("off", off);
      segment.tabIndex = off ? -1 : 0;
    }
    found.textContent = shown.length === cards.length ? `${cards.length} statements` : `${shown.length} of ${cards.length}`;
    if (pinned && !kept.has(cardOf(pinned))) { release(); }
  }

  function step(by) {
    if (!shown.length) { return; }
    const at = shown.findIndex((card) => card.id === "s-" + pinned);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    go(shown[next].id.slice(2));
    found.textContent = `${next + 1} of ${shown.length}`;
  }

  // A count in a table picks what it counts.
  function asButton(cell) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    button.title = "Show these statements";
    button.addEventListener("click", () => {
      for (const choice of form.querySelectorAll("[data-by]")) { choice.value = cell.dataset[choice.dataset.by] ?? ""; }
      choose();
      form.scrollIntoView({ block: "start" });
    });
    cell.append(button);
  }

  function follow() {
    const id = location.hash.slice(3);
    if (/^#[st]-/.test(location.hash) && lines.has(id)) { go(id); }
  }

  document.addEventListener("mouseover", (event) => {
    const segment = event.target.closest(".s:not(.off)");
    if (segment && !pinned) { show(within(segment)); }
  });
  document.addEventListener("focusin", (event) => {
    const segment = event.target.closest(".s:not(.off)");
    if (segment && !pinned) { show(within(segment)); }
  });
  document.addEventListener("click", (event) => {
    const segment = event.target.closest(".s");
    if (root.classList.contains("margin")) { return; }
    if (!segment) {
      if (pinned && event.target.closest(".texts")) { release(); }
      return;
    }
    event.preventDefault();
    const ids = within(segment);
    if (ids.length) {
      pin(ids, ids[ids.length - 1]);
      segment.scrollIntoView({ block: "nearest" });
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { release(); } });
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.getElementById("margin").addEventListener("click", (event) => {
    const on = root.classList.toggle("margin");
    event.currentTarget.setAttribute("aria-pressed", String(on));
  });
  window.addEventListener("hashchange", follow);
  for (const cell of document.querySelectorAll("th[data-actor], th[data-kind], th[data-force], td[data-act]")) { asButton(cell); }
  form.hidden = false;
  panel.hidden = false;
  rest();
  follow();
});
