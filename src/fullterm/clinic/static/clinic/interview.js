// The interview's page: fields that no longer matter fold away as answers come, and y, n, ? answer where one stands.
// Without it the page works too: what no longer matters is left out once the page is saved.
"use strict";
(() => {
  const form = document.querySelector("form[data-matters]");
  if (!form) return;
  const parts = [...form.querySelectorAll("[data-key]")];
  let waiting = false; // something was answered while a question was on its way
  let busy = false;

  async function fold() {
    waiting = true;
    if (busy) return; // one question at a time: the newest answers are asked about once this one is back
    busy = true;
    form.setAttribute("aria-busy", "true");
    while (waiting) {
      waiting = false;
      try {
        const answer = await fetch(form.dataset.matters, { method: "POST", body: new FormData(form) });
        const keys = answer.ok ? new Set((await answer.json()).keys) : null;
        if (keys && !waiting) show(keys);
      } catch {
        break; // nothing folds while the line is down: everything stays to be answered
      }
    }
    busy = false;
    form.removeAttribute("aria-busy");
  }

  // What holds an answer stays, also one still being typed; whoever stood on what folds stands on the next.
  function show(keys) {
    const on = parts.find((part) => part.contains(document.activeElement));
    for (const part of parts) part.hidden = !keys.has(part.dataset.key) && !holds(part);
    if (on && on.hidden) next(on);
  }

  function holds(part) {
    const typed = [...part.querySelectorAll("input, textarea")];
    return typed.some((one) => (["radio", "checkbox"].includes(one.type) ? one.checked : one.value.trim() !== ""));
  }

  function next(part) {
    const rest = parts.slice(parts.indexOf(part) + 1).filter((one) => !one.hidden);
    const field = rest.map((one) => one.querySelector("input, textarea")).find(Boolean);
    (field || form.querySelector("button.go")).focus();
  }

  form.addEventListener("change", fold);
  form.addEventListener("keydown", (event) => {
    const value = { y: "yes", n: "no", "?": "unknown" }[event.key];
    const part = event.target.closest("[data-key]");
    if (!value || !part || event.target.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey) return;
    const radio = part.querySelector(`input[value="${value}"]`);
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    fold();
    next(part);
  });
  // Where there is a keyboard one begins at once; on a phone its keys would cover the page.
  const first = form.querySelector(".wrong input, .wrong textarea") || form.querySelector(".asked input");
  if (first && window.matchMedia("(pointer: fine)").matches) first.focus({ preventScroll: !first.closest(".wrong") });

  const none = form.querySelector("button[name=none]");
  if (none)
    none.addEventListener("click", (event) => {
      event.preventDefault(); // each is shown answered with no, and saved with the rest of the page
      for (const part of parts.filter((one) => one.dataset.danger && !one.querySelector(":checked")))
        part.querySelector('input[value="no"]').checked = true;
      fold();
      next(parts.filter((one) => one.dataset.danger).at(-1));
    });
})();
