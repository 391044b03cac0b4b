// Who was seen: only the children ticked on this page have a row. Without this every row stands, and those not ticked are not read.
const table = document.querySelector("[data-seen]");
const ticks = [...document.querySelectorAll('input[type="checkbox"][name="child"]')];

function show() {
  for (const row of table.querySelectorAll("[data-child]")) {
    const tick = ticks.find((one) => one.value === row.dataset.child);
    row.hidden = tick !== undefined && !tick.checked;
  }
}

if (table && ticks.length) {
  for (const tick of ticks) tick.addEventListener("change", show);
  show();
}
