// Draws a label's picture anew while somebody types, and says why when it cannot be drawn. Without script, a button of
// the form does the same.
"use strict";

const form = document.getElementById("label");
const picture = document.getElementById("preview");
const wrong = document.getElementById("wrong");
let asked = 0;

const asAddress = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

async function draw() {
  const number = ++asked;
  const address = `${form.dataset.preview}?${new URLSearchParams(new FormData(form))}`;
  const reply = await fetch(address, { headers: { Accept: "application/json" } });
  const drawn = reply.ok ? await asAddress(await reply.blob()) : null;
  const why = reply.ok ? "" : (await reply.json()).detail;
  if (number !== asked) return; // something newer has been typed
  if (drawn) picture.src = drawn;
  wrong.hidden = reply.ok;
  wrong.firstElementChild.textContent = why;
}

form.addEventListener("input", draw);
form.querySelector("[data-unneeded]").hidden = true;
