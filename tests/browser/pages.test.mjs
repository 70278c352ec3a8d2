import assert from "node:assert/strict";
import { Browser, desk, phone } from "./browser.mjs";
import { frenchFinder } from "./french.mjs";
import { driveSerial, inventory } from "./laptop.mjs";
import { Site } from "./site.mjs";
import { story } from "./story.mjs";

let site, browser, number;

/// Who reads which pages.
const readers = [
  { who: "everybody", pages: ["/", "/produits/POR-T480-B", "/connexion", "/inscription"] },
  { who: "an association", as: () => site.association, pages: ["/", "/produits/POR-T480-B", "/mes-demandes"] },
  { who: "the team", as: () => site.person("team"), pages: ["/equipe"] },
  { who: "logistics", as: () => site.person("logistics"), pages: ["/logistique", "/etiquettes", "/etiquettes/parcel"] },
  { who: "a leader", as: () => site.person("leader"), pages: ["/atelier"] },
  { who: "a manager", as: () => site.person("manager"), pages: ["/pilotage"] },
];

/// What sticks out on the right, by its tag and class; a table that scrolls within itself does not.
const sticksOut = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    const out = [...document.querySelectorAll("body *")].filter(
      (e) => e.getBoundingClientRect().right > wide + 1 && !e.closest(".table > *"),
    );
    return ["something", ...out.slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className}`)];
  });

async function readsWell(page, path) {
  const reply = await page.goto(path);
  assert.equal(reply.status(), 200, path);
  assert.deepEqual(await sticksOut(page), [], `${path} scrolls sideways`);
}

/// Every page that can be reached from `starts`, a few of each sort: of all requests, all products, all passports.
async function* walk(page, starts) {
  const sortOf = (path) => path.replace(/[0-9A-Z]{2,}[-0-9A-Za-z]*|[0-9a-f]{8}-[-0-9a-f]+/g, "*");
  const waiting = [...starts], seen = new Set(starts), ofSort = new Map();
  while (waiting.length > 0) {
    const path = waiting.shift();
    const reply = await page.goto(path);
    assert.equal(reply.status(), 200, path);
    yield path;
    // Papers are no pages.
    const links = (await page.locator("a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href"))))
      .filter((href) => !href.endsWith(".pdf"));
    for (const link of links.map((href) => href.split(/[?#]/)[0])) {
      const count = ofSort.get(sortOf(link)) ?? 0;
      if (seen.has(link) || link.startsWith("/langue/") || count > 5) continue;
      seen.add(link);
      ofSort.set(sortOf(link), count + 1);
      waiting.push(link);
    }
  }
}

/// Orders one laptop; gives the number of the request whose page is then shown.
async function order(page) {
  await page.goto("/produits/POR-T480-B");
  await page.getByRole("radio", { name: /^Commander/ }).check();
  await page.getByLabel("C'est pour quoi ?").selectOption({ label: "Le travail de l'équipe" });
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByText("Nous avons reçu votre commande.").waitFor();
  return page.url().split("/").at(-1);
}

/// The team presses a button on a request's page.
async function teamSays(button, prepare = () => {}) {
  const team = await browser.signedIn(site.person("team"));
  await team.goto(`/equipe/demandes/${number}`);
  await prepare(team);
  await team.getByRole("button", { name: button }).click();
  await team.getByRole("button", { name: button }).waitFor({ state: "detached" });
  await team.context().close();
}

story("pages read well", async (step) => {
  await step("the demo site opens, with a browser", async () => {
    site = await Site.open();
    browser = await Browser.open(site);
  });

  for (const { who, as, pages } of readers) {
    await step(`${who} reads on a phone and on a desk, without scrolling sideways and without a script's error`, async () => {
      for (const viewport of [phone, desk]) {
        const page = as ? await browser.signedIn(as(), { viewport }) : await browser.page({ viewport });
        for (const path of pages) await readsWell(page, path);
        assert.deepEqual(page.troubles, []);
        await page.context().close();
      }
    });
  }

  await step("anybody reads a passport on a phone", async () => {
    const { units } = await site.ask("/api/v1/units?stage=in_stock&limit=1");
    const page = await browser.page({ viewport: phone });
    await readsWell(page, `/u/${units[0].code}`);
    await page.context().close();
  });

  await step("a label is drawn while its words are typed, says why when it cannot be, and becomes a sheet", async () => {
    const page = await browser.signedIn(site.person("logistics"));
    await page.goto("/etiquettes/badge");
    await page.getByLabel("Nom").fill("Moussa");
    await page.locator("#preview[src^='data:image/png']").waitFor();
    assert.deepEqual(page.troubles, []);
    await page.getByLabel("Nom").fill("");
    await page.getByText("Il manque «\u00a0Nom\u00a0» pour cette étiquette.").waitFor();
    await page.getByLabel("Nom").fill("Moussa");
    await page.locator("#wrong").waitFor({ state: "hidden" });
    const [sheet] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Feuille A4" }).click(),
    ]);
    assert.equal(sheet.suggestedFilename(), "badge.pdf");
    await page.context().close();
  });

  await step("a label is drawn without script, too, when a button is pressed", async () => {
    const page = await browser.signedIn(site.person("leader"), { javaScriptEnabled: false, viewport: phone });
    await page.goto("/etiquettes/badge");
    await page.getByLabel("Nom").fill("Moussa");
    await page.getByRole("button", { name: "Voir" }).click();
    assert.match(await page.locator("#preview").getAttribute("src"), /^\/etiquettes\/badge\.png\?.*name=Moussa/);
    assert.equal(await page.getByLabel("Nom").inputValue(), "Moussa");
    await page.context().close();
  });

  await step("an association orders and follows without script, by reloading", async () => {
    const page = await browser.signedIn(site.association, { javaScriptEnabled: false, viewport: phone });
    number = await order(page);
    await teamSays("Valider la demande");
    await page.reload();
    await page.getByText("Votre commande est validée.").waitFor();
    await page.goto("/mes-demandes");
    await page.getByRole("link", { name: number }).waitFor();
  });

  await step("what happens before a page's stream is open is shown once it is, and read aloud", async () => {
    const page = await browser.signedIn(site.association);
    number = await order(page);
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await page.route("**/flux", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`/mes-demandes/${number}`);
    await teamSays("Valider la demande");
    assert.equal(await page.locator("#suivi").getByText("Votre commande est validée.").count(), 0);
    letGo();
    await page.locator("#suivi").getByText("Votre commande est validée.").waitFor();
    await page.getByRole("status").getByText("Votre commande est validée.").waitFor({ state: "attached" });
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  await step("a page that tells a refusal follows on, and whoever stands on a button stays there", async () => {
    const page = await browser.signedIn(site.association);
    number = await order(page);
    await teamSays("Demander un complément", (team) => team.getByLabel("Il manque").selectOption("papers"));
    await page.getByRole("button", { name: "C'est complété" }).waitFor();
    // Somebody else of the association was quicker, and this page has not heard of it.
    const other = await page.context().newPage();
    let isDeaf = true;  // until its own answer is on the way
    await page.route("**/flux", (route) => (isDeaf ? route.abort() : route.continue()));
    page.on("request", (request) => { isDeaf &&= request.method() !== "POST"; });
    await page.reload();
    await other.goto(`/mes-demandes/${number}`);
    await other.getByRole("button", { name: "C'est complété" }).click();
    await other.getByText("Nous avons reçu votre commande.").first().waitFor();
    await page.getByRole("button", { name: "C'est complété" }).click();
    await page.getByRole("alert").waitFor();
    await page.locator("summary", { hasText: "Annuler cette commande" }).focus();
    await teamSays("Valider la demande");
    await page.locator("#suivi").getByText("Votre commande est validée.").waitFor();
    const focused = await page.evaluate(() => document.activeElement.textContent);
    assert.equal(focused, "Annuler cette commande");
    await page.context().close();
  });

  await step("the page of the benches follows its machines without reloading, on a phone and on a desk", async () => {
    const report = await site.machineOnBench(inventory);
    const says = (state) => site.ask(`/api/v1/benches/${report}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ machine, ...state }),
    });
    const machine = { maker: "LENOVO", model: "ThinkPad T490", bench: "banc 3" };
    const drives = [{
      serial: driveSerial, model: "SAMSUNG MZVLB512HAJQ-000L7", bytes: 512110190592, medium: "nvme", state: "erasing",
      permil: 420, bytes_per_second: 212000000, remaining_s: 720, bad_sectors: 3,
    }];
    await says({ phase: "waiting", needs: "scan" });
    const pages = [];
    for (const viewport of [phone, desk]) {
      const page = await browser.signedIn(site.person("leader"), { viewport });
      await readsWell(page, "/atelier/bancs");
      await page.locator("#bancs").getByText("Attend un scan").waitFor();
      await page.evaluate(() => { document.body.dataset.same = "page"; });
      pages.push(page);
    }
    await says({ phase: "erasing", drives });
    for (const page of pages) {
      await page.locator("#bancs").getByText("encore 12 min").waitFor();
      assert.deepEqual(await sticksOut(page), []);
    }
    await says({ phase: "failed", needs: "destroy", drives: [{ ...drives[0], state: "failed" }] });
    for (const page of pages) {
      await page.locator("#bancs .notice.stop").getByText("Sors le disque").waitFor();
      assert.equal(await page.getAttribute("body", "data-same"), "page");
      assert.deepEqual(page.troubles, []);
      await page.context().close();
    }
  });

  await step("every page reads in English, without a word of the French catalogues", async () => {
    const findFrench = await frenchFinder();
    assert.notDeepEqual(findFrench("Nous avons reçu votre demande."), []);
    for (const { as, pages } of readers) {
      const page = as ? await browser.signedIn(as()) : await browser.page();
      await page.context().addCookies([{ name: "lang", value: "en", url: site.url }]);
      for await (const path of walk(page, pages)) {
        assert.equal(await page.getAttribute("html", "lang"), "en", path);
        assert.deepEqual(findFrench(await page.innerText("body")), [], path);
      }
      await page.context().close();
    }
  });

  await step("that request reads well on a phone, for those who asked and for the team", async () => {
    for (const [reader, path] of [[site.association, "/mes-demandes"], [site.person("team"), "/equipe/demandes"]]) {
      const page = await browser.signedIn(reader, { viewport: phone });
      await readsWell(page, `${path}/${number}`);
      assert.deepEqual(page.troubles, []);
    }
  });
}, async () => {
  await browser?.close();
  await site?.close();
});
