// A form that saves itself as a draft: <form data-autosave="/drafts/…/">, with hidden fields `draft` and `version`.
// Sends the whole form, form-encoded, at most two seconds behind the keyboard. Answers it knows:
//   200 {saved_at, version, draft?}   409 {theirs, version}   401 or 403 {sign_in_url}   any {message}: why not, in a sentence.
//   Anything else: try again, ever more slowly.
// Never stops anyone from pressing save, keeps no copy on the device, and says only what is so.

const PAUSE = 800; // after the last key
const AT_MOST = 1900; // after the first key that is not yet saved
const SLOWER = [2000, 4000, 8000, 16000, 30000];
const GIVE_UP_ON_ONE_TRY = 15000;

for (const form of document.querySelectorAll("form[data-autosave]")) watch(form);

function watch(form) {
  const state = {
    form, edits: 0, dirtySince: 0, sending: null, failures: 0, timer: 0, savedAt: 0, failedSince: 0,
    stopped: false, clashed: false, stale: false, refusedAt: -1,
  };
  form.addEventListener("input", () => changed(state));
  form.addEventListener("change", () => changed(state));
  form.addEventListener("al:changed", () => changed(state));
  form.addEventListener("submit", () => leave(state));
  window.addEventListener("online", () => again(state));
  document.addEventListener("visibilitychange", () => again(state));
  window.addEventListener("beforeunload", (event) => {
    if (state.dirtySince && !state.stopped) event.preventDefault();
  });
  pill(form)?.addEventListener("click", (event) => {
    if (event.target.closest("[data-save-again]")) again(state);
    if (event.target.closest("[data-save-copy]")) copyEverything(form);
  });
}

function changed(state) {
  if (state.stopped || state.clashed) return;
  state.edits += 1;
  state.dirtySince ||= Date.now();
  if (!state.sending && !state.failures) soon(state);
}

function soon(state) {
  clearTimeout(state.timer);
  state.timer = setTimeout(() => send(state), Math.max(0, Math.min(PAUSE, state.dirtySince + AT_MOST - Date.now())));
}

function again(state) {
  if (document.hidden || !state.dirtySince || state.stopped || state.clashed || state.sending) return;
  clearTimeout(state.timer);
  send(state);
}

// The press on save goes first: whatever we were about to send is in it.
function leave(state) {
  state.stopped = true;
  clearTimeout(state.timer);
  state.sending?.abort();
  window.addEventListener("pageshow", (event) => { if (event.persisted) state.stopped = false; }, { once: true });
}

async function send(state) {
  const { form } = state;
  state.sending = new AbortController();
  const slow = setTimeout(() => state.sending?.abort(), GIVE_UP_ON_ONE_TRY);
  if (!state.failures) say(form, "saving");
  try {
    if (state.stale && !(await renewed(state))) return signedOut(state);
    const upTo = state.edits;
    const response = await fetch(form.dataset.autosave, {
      method: "POST", body: new URLSearchParams(textOnly(new FormData(form))), headers: { Accept: "application/json" },
      credentials: "same-origin", redirect: "manual", signal: state.sending.signal,
    });
    await answered(state, response, upTo);
  } catch {
    failed(state);
  } finally {
    clearTimeout(slow);
    state.sending = null;
  }
  if (state.dirtySince && !state.failures && !state.stopped && !state.clashed && state.edits !== state.refusedAt) soon(state);
}

async function answered(state, response, upTo) {
  const { form } = state;
  const answer = await response.json().catch(() => ({}));
  if (response.ok && "version" in answer) return saved(state, answer, upTo);
  if (response.status === 409) {
    state.clashed = true;
    return say(form, "clash");
  }
  if (response.type === "opaqueredirect" || response.status === 401 || answer.sign_in_url) return signedOut(state, answer.sign_in_url);
  if (answer.message) return refused(state, answer.message, upTo);
  if (response.status === 403) state.stale = true;
  return failed(state);
}

function saved(state, answer, upTo) {
  const { form } = state;
  const version = form.elements.namedItem("version");
  if (version) version.value = answer.version;
  const draft = form.elements.namedItem("draft");
  if (draft && answer.draft) draft.value = answer.draft;
  state.dirtySince = state.edits === upTo ? 0 : Date.now(); // keys pressed while it was on its way are not in it
  state.failures = 0;
  state.failedSince = 0;
  state.savedAt = Date.now();
  say(form, "saved", `Saved ${clock(new Date(answer.saved_at ?? Date.now()))} on the server`);
}

function signedOut(state, address) {
  state.stale = true;
  say(state.form, "signed-out");
  const link = pill(state.form)?.querySelector("[data-save-now] [data-sign-in]");
  if (link && address) link.href = address;
  later(state);
}

// The server knows why, and trying the same again would not help: the next key tries anew.
function refused(state, why, upTo) {
  state.failures = 0;
  say(state.form, "refused", why);
  state.refusedAt = upTo;
}

function failed(state) {
  if (state.stopped) return;
  state.failedSince ||= Date.now();
  if (navigator.onLine === false) say(state.form, "offline");
  else say(state.form, "failed", `Not saved on the server since ${clock(new Date(state.savedAt || state.failedSince))}`);
  later(state);
}

function later(state) {
  const wait = SLOWER[Math.min(state.failures, SLOWER.length - 1)];
  state.failures += 1;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => again(state), wait);
}

// Files are not part of a draft.
function textOnly(data) {
  return [...data.entries()].filter(([, value]) => typeof value === "string");
}

// Signing in again, in another tab, changes the secret the server checks this form by: a fresh copy of this page holds the new one.
async function renewed(state) {
  const response = await fetch(location.href, { credentials: "same-origin", redirect: "manual", signal: state.sending.signal });
  if (!response.ok) return false;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("form[data-autosave] [name=csrfmiddlewaretoken]");
  if (!fresh) return false;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = fresh.value;
  state.stale = false;
  return true;
}

function pill(form) {
  return form.querySelector("[data-save-pill]") ?? document.querySelector("[data-save-pill]");
}

function say(form, which, words) {
  const place = pill(form);
  const template = place?.querySelector(`template[data-save="${which}"]`);
  if (!template) return;
  const now = place.querySelector("[data-save-now]");
  const wanted = template.content.cloneNode(true);
  if (words) wanted.querySelector("[data-say]").textContent = words;
  if (now.dataset.state === which && now.textContent === wanted.textContent) return;
  now.dataset.state = which;
  now.replaceChildren(wanted);
}

function clock(moment) {
  return moment.toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit", hour12: true, timeZone: "Europe/London" }).replace(" ", "");
}

async function copyEverything(form) {
  const words = [...form.querySelectorAll("textarea, input[type=text]")].map((field) => field.value.trim()).filter(Boolean);
  await navigator.clipboard?.writeText(words.join("\n\n"));
}
