// <div data-show-when="reason=other">: shown only while a field of that name in the same form has that value. Without this it stands open.
for (const part of document.querySelectorAll("[data-show-when]")) {
  const [name, wanted] = part.dataset.showWhen.split("=");
  const form = part.closest("form");
  const show = () => { part.hidden = !new FormData(form).getAll(name).includes(wanted); };
  form.addEventListener("change", show);
  show();
}
