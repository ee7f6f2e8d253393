"use strict";
// Shows a stance or a name in the text. Nothing of the data ever becomes markup: all of it goes
// through textContent.
(() => {
  const root = document.documentElement;
  const { marks } = JSON.parse(document.getElementById("data").textContent);
  const text = document.getElementById("text");
  const here = document.getElementById("here");
  const SHOWN = ["on", "on-cue", "on-step", "on-holder", "on-target", "on-thing"];
  const MOST_TOLD = 12; // marks that are named for one place

  // ---- where each mark stands, and whose it is ------------------------------------------------
  const runsOf = marks.map(() => []);
  for (const run of text.querySelectorAll("[data-m]")) {
    for (const mark of run.dataset.m.split(" ")) runsOf[Number(mark)].push(run);
  }
  const marksOf = new Map();
  marks.forEach((mark, place) => {
    for (const ref of mark.refs) {
      if (!marksOf.has(ref)) marksOf.set(ref, []);
      marksOf.get(ref).push(place);
    }
  });
  const cards = [...document.querySelectorAll(".stance")];
  const cardOf = new Map(cards.map((card) => [card.dataset.stance, card]));

  // ---- show -----------------------------------------------------------------------------------
  let lit = [];
  let pressed = null;

  function clear() {
    for (const run of lit) run.classList.remove(...SHOWN);
    lit = [];
    if (pressed !== null) {
      pressed.setAttribute("aria-pressed", "false");
      pressed.closest(".stance")?.classList.remove("chosen");
    }
    pressed = null;
  }

  function light(ref, kinds, look) {
    for (const place of marksOf.get(ref) ?? []) {
      if (kinds !== null && !kinds.includes(marks[place].kind)) continue;
      for (const run of runsOf[place]) {
        run.classList.add(look);
        lit.push(run);
      }
    }
  }

  function press(button) {
    clear();
    pressed = button;
    button.setAttribute("aria-pressed", "true");
  }

  function show(button) {
    if (pressed === button) return;
    press(button);
    const card = button.closest(".stance");
    if (card === null) {
      light(button.dataset.ref, null, "on-thing");
      return;
    }
    card.classList.add("chosen");
    light(card.dataset.holder, null, "on-holder");
    light(card.dataset.target, null, "on-target");
    light(card.dataset.stance, ["evidence"], "on");
    light(card.dataset.stance, ["step"], "on-step");
    light(card.dataset.stance, ["cue"], "on-cue");
  }

  function bringToView() {
    const first = text.querySelector(".on-cue") ?? text.querySelector(".on, .on-thing");
    first?.scrollIntoView({ block: "center" });
  }

  for (const button of document.querySelectorAll(".pick, .thing")) {
    button.addEventListener("focus", () => show(button));
    button.addEventListener("click", () => {
      show(button);
      bringToView();
    });
  }

  // ---- from the text to a stance --------------------------------------------------------------
  function chooseByAddress() {
    const card = document.getElementById(location.hash.slice(1));
    const button = card?.querySelector(".pick");
    if (!button) return;
    button.focus({ preventScroll: true });
    show(button);
    card.scrollIntoView({ block: "nearest" });
  }
  globalThis.addEventListener("hashchange", chooseByAddress);

  function told(mark) {
    if (mark.kind === "evidence") {
      const numbers = mark.refs.map((ref) => cardOf.get(ref)?.id.replace("stance-", ""));
      const more = numbers.length > MOST_TOLD ? " …" : "";
      return `words for stance ${numbers.slice(0, MOST_TOLD).join(", ")}${more}`;
    }
    return mark.label === "" ? mark.words : `${mark.words}: ${mark.label}`;
  }

  text.addEventListener("click", (event) => {
    const run = event.target.closest("[data-m]");
    const found = run === null ? [] : run.dataset.m.split(" ").map((place) => marks[Number(place)]);
    const listed = found.filter((mark) => mark.kind !== "cue" && mark.kind !== "step");
    here.textContent = listed.slice(0, MOST_TOLD).map(told).join(" · ");
  });

  // ---- filter and keys ------------------------------------------------------------------------
  for (const box of document.querySelectorAll("input[name=kind]")) {
    const apply = () => root.classList.toggle(`hide-${box.value}`, !box.checked);
    box.addEventListener("change", apply);
    apply();
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    clear();
    here.textContent = "";
  });

  chooseByAddress();
  root.dataset.ready = "true";
})();
