// Follows what happens without reloading. <section id="suivi" data-live="/address/of/the/stream"> is fetched
// again, from the page it stands on, whenever that stream tells of something. Without script the page is the
// same, and reloading it does the same.
"use strict";

for (const region of document.querySelectorAll("[data-live][id]")) {
  const stream = new EventSource(region.dataset.live);
  let isBusy = false, isStale = false;

  const refresh = async () => {
    isStale = true;
    if (isBusy) return;
    isBusy = true;
    while (isStale) {
      isStale = false;
      const reply = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
      if (!reply || !reply.ok) break;
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const fresh = page.getElementById(region.id);
      // Nobody's half-written answer is taken away from under their hands.
      if (fresh && !region.contains(document.activeElement?.closest("input, select, textarea")))
        region.replaceChildren(...fresh.childNodes);
    }
    isBusy = false;
  };

  stream.addEventListener("message", refresh);
}
