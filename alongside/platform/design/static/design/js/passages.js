// Passages of a note, in place. Without this every button here is a submit of its form, and the server draws the page again.
const list = document.querySelector("[data-passages]");
const blank = document.querySelector("template[data-passage]");
const MARKS = ["saw", "said", "think", "next"];

if (list && blank) {
  const form = list.closest("form");
  form.addEventListener("click", pressed);
  form.addEventListener("input", (event) => splitsOf(event.target.closest(".al-passage")));
  form.addEventListener("change", (event) => splitsOf(event.target.closest(".al-passage")));
  document.addEventListener("keydown", keyed);
}

function pressed(event) {
  const button = event.target.closest("button[name]");
  if (!button) return;
  const { name, value } = button;
  if (name === "add") add(value);
  else if (name === "remove") remove(button.closest(".al-passage"));
  else if (name === "up" || name === "down") move(button, name);
  else return;
  event.preventDefault();
}

function keyed(event) {
  const mark = event.altKey && MARKS[Number(event.code?.replace("Digit", "")) - 1];
  if (mark) {
    event.preventDefault();
    add(mark);
  } else if (event.ctrlKey && event.key === "Enter") {
    const finish = document.querySelector("[data-finish]");
    if (finish) finish.form.requestSubmit(finish);
  }
}

function add(mark) {
  const numbers = [...list.children].map((passage) => Number(passage.dataset.n));
  const n = Math.max(-1, ...numbers) + 1;
  const made = document.createElement("template");
  made.innerHTML = blank.innerHTML.replaceAll("__n__", n).replaceAll("__at__", list.children.length + 1);
  const passage = made.content.querySelector(".al-passage");
  passage.querySelector(".al-passage__mark").value = mark;
  passage.className = `al-passage al-passage--${mark}`;
  list.append(passage);
  passage.querySelector(".al-passage__text").focus();
  told();
}

function remove(passage) {
  if (list.children.length < 2) return;
  const text = passage.querySelector(".al-passage__text");
  if (text.value.trim() && !window.confirm("Take this passage out? Its words go with it.")) return;
  const next = passage.nextElementSibling ?? passage.previousElementSibling;
  passage.remove();
  next.querySelector(".al-passage__text").focus();
  told();
}

function move(button, way) {
  const passage = button.closest(".al-passage");
  if (way === "up") passage.previousElementSibling?.before(passage);
  else passage.nextElementSibling?.after(passage);
  button.focus();
  told();
}

function told() {
  [...list.children].forEach((passage, at) => {
    for (const place of passage.querySelectorAll("[data-at]")) place.textContent = at + 1;
    passage.querySelector(".al-passage__about").setAttribute("aria-label", `Where passage ${at + 1} goes`);
  });
  list.closest("form").dispatchEvent(new Event("al:changed"));
}

// A passage ticked for a second child, that names another of the children, asks what this child's file should say.
function splitsOf(passage) {
  if (!passage) return;
  const words = passage.querySelector(".al-passage__text").value;
  const ticks = [...passage.querySelectorAll("[data-called]")];
  for (const box of passage.querySelectorAll("[data-split]")) {
    const tick = ticks.find((one) => one.value === box.dataset.split);
    const names = ticks.filter((one) => one !== tick).map((one) => one.dataset.called).filter((name) => says(words, name));
    const filled = box.querySelector("textarea").value.trim() !== "";
    box.hidden = !(tick?.checked && (names.length || filled));
    if (names.length) box.querySelector("[data-names]").textContent = names.join(" and ");
  }
}

function says(words, name) {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(^|[^\\p{L}])${plain}([^\\p{L}]|$)`, "iu").test(words);
}
