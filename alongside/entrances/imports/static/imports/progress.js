// While a file is read or brought in: look every two seconds, draw how far it is, and show the next page when it is there.
const place = document.querySelector("[data-progress]");
const seconds = 2;

async function look() {
  let said;
  try {
    const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json" } });
    if (!answer.ok) return location.reload();
    said = await answer.json();
  } catch {
    return wait(); // no network for a moment: the work goes on without us
  }
  if (said.status !== place.dataset.status) return location.reload();
  draw(said);
  return wait();
}

function draw(said) {
  const share = said.of ? Math.round((100 * said.done) / said.of) : 0;
  const bar = place.querySelector("svg");
  if (!bar) return;
  bar.setAttribute("aria-label", `${share}% done`);
  bar.querySelector("rect").setAttribute("width", String(share));
  const words = place.querySelector("b");
  words.textContent = words.textContent.replace(/: [\d,]+ of [\d,]+/, `: ${said.done.toLocaleString("en-GB")} of ${said.of.toLocaleString("en-GB")}`);
}

function wait() {
  setTimeout(look, seconds * 1000);
}

if (place) wait();
