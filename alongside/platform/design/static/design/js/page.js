// On every page. Additions only: each page reads and works without any of this.
import { Button, ErrorSummary, PasswordInput, createAll } from "../vendor/govuk-frontend-6.6.0.min.js";

const root = document.documentElement;
root.classList.add("al-js");
document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(ErrorSummary);
createAll(Button);
createAll(PasswordInput);

// Menus that are folded on a phone.
for (const button of document.querySelectorAll(".al-menu, .al-sections__toggle")) {
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
  });
}

// What is already filled in, and what only chooses, starts folded on a phone.
if (window.matchMedia("(max-width: 47.99rem)").matches) {
  for (const part of document.querySelectorAll("details.al-prefill, details.al-filter")) part.open = false;
}

// "n" starts a record; never while someone is typing.
document.addEventListener("keydown", (event) => {
  if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const record = document.querySelector('[aria-keyshortcuts="n"]');
  if (record) location.href = record.href;
});
