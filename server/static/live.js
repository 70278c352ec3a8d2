// Follows what happens without reloading. A region
//   <section id="suivi" data-live="/its/stream" data-page="/its/page" data-version="7" data-teller="nouvelles">
// is taken afresh from its page whenever the stream tells of something and the page's version is another one; with
// data-again="5" every five seconds too, for what changes because nobody says anything any more. What
// is new is also written into the teller, outside the region, so that it is read aloud: the text of [data-news].
// Without script the page is the same, and reloading it does the same.
"use strict";

const pressable = "a, button, summary";
const typable = "input, select, textarea";

/// The one that says the same.
const likeness = (place, element) =>
  [...place.querySelectorAll(element.tagName)].find((other) => other.textContent === element.textContent);

/// Whoever stood on a button or had opened something still does afterwards.
function replace(region, fresh) {
  const pressed = region.contains(document.activeElement) ? document.activeElement.closest(pressable) : null;
  const opened = [...region.querySelectorAll("details[open] > summary")];
  region.replaceChildren(...fresh.childNodes);
  region.dataset.version = fresh.dataset.version;
  for (const summary of opened) likeness(region, summary)?.parentElement.setAttribute("open", "");
  if (pressed) (likeness(region, pressed) ?? region).focus();
}

/// An answer that never ends is none: the next word of the stream asks again.
const patience = 10_000; // ms

async function read(region) {
  const reply = await fetch(region.dataset.page, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(patience) });
  if (!reply.ok) throw new Error(`${region.dataset.page}: ${reply.status}`);
  return new DOMParser().parseFromString(await reply.text(), "text/html").getElementById(region.id);
}

for (const region of document.querySelectorAll("[data-live][id]")) {
  const stream = new EventSource(region.dataset.live);
  const teller = document.getElementById(region.dataset.teller);
  let isBusy = false, isStale = false, isHeldBack = false;

  const refresh = async () => {
    isStale = true;
    if (isBusy) return;
    isBusy = true;
    try {
      while (isStale) {
        isStale = false;
        // While the line is cut there is nothing to show: the stream opens again once it is back.
        const fresh = await read(region).catch(() => null);
        if (!fresh || fresh.dataset.version === region.dataset.version) continue;
        const news = fresh.querySelector("[data-news]")?.textContent.trim();
        if (news && teller && teller.textContent !== news) teller.textContent = news;
        // Nobody's half-written answer is taken away from under their hands.
        isHeldBack = region.contains(document.activeElement?.closest(typable) ?? null);
        if (!isHeldBack) replace(region, fresh);
      }
    } finally {
      isBusy = false;
    }
  };

  // What happened between the page's making and the opening, or while the line was cut, nobody has told us.
  stream.addEventListener("open", refresh);
  stream.addEventListener("message", refresh);
  if (region.dataset.again) setInterval(refresh, Number(region.dataset.again) * 1000);
  region.addEventListener("focusout", () => isHeldBack && refresh());
}
