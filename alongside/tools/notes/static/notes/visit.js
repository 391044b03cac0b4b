// Record a visit: additions only, the page works without any of this.
const form = document.querySelector("form[data-when-you-save]");
const effects = document.querySelector("[data-effects]");
const ANSWERS = /^(child$|seen-|alone-|day$)/;
let asked = 0;

form.addEventListener("change", (event) => {
  const { name } = event.target;
  if (ANSWERS.test(name)) whatItMeets();
  if (name === "child") ticksOfChildren();
  if (name.startsWith("said_by-")) ownWords(event.target);
});
form.addEventListener("al:changed", ticksOfChildren);
ticksOfChildren();

// What was typed before this script had loaded, or came back with the browser's Back, is saved too.
const early = [...form.querySelectorAll("textarea, input[type=text]")].some((field) => field.value !== field.defaultValue);
if (early) form.dispatchEvent(new Event("al:changed"));

// A child who is not on this visit is not offered as a file, unless already ticked.
function ticksOfChildren() {
  const going = new FormData(form).getAll("child");
  for (const tick of form.querySelectorAll(".al-passage input[data-called]")) {
    tick.closest("label").hidden = !going.includes(tick.value) && !tick.checked;
  }
}

// What a child said goes in that child's own file; to another only by a tick made after.
function ownWords(select) {
  const [kind, child] = select.value.split(":");
  if (kind !== "child") return;
  for (const tick of select.closest(".al-passage").querySelectorAll("input[data-called]")) {
    tick.checked = tick.value === child;
  }
  ticksOfChildren();
}

// The panel "When you save" is asked for anew, so that it never says what is no longer so.
async function whatItMeets() {
  const mine = ++asked;
  try {
    const response = await fetch(form.dataset.whenYouSave, {
      method: "POST", body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")),
      credentials: "same-origin", redirect: "manual",
    });
    if (mine !== asked) return;
    if (response.ok) effects.innerHTML = await response.text();
    else unknown();
  } catch {
    if (mine === asked) unknown();
  }
}

function unknown() {
  const line = document.createElement("p");
  line.className = "al-card__body al-meta";
  line.textContent = "This is worked out again when you save.";
  effects.replaceChildren(line);
}
