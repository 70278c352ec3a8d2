import assert from "node:assert/strict";
import { Browser, desk, phone } from "./browser.mjs";
import { Site } from "./site.mjs";
import { story } from "./story.mjs";

let site, browser, number;

/// Who reads which pages.
const readers = [
  { who: "everybody", pages: ["/", "/produits/POR-T480-B", "/connexion", "/inscription"] },
  { who: "an association", as: () => site.association, pages: ["/", "/produits/POR-T480-B", "/mes-demandes"] },
  { who: "the team", as: () => site.person("team"), pages: ["/equipe"] },
  { who: "logistics", as: () => site.person("logistics"), pages: ["/logistique"] },
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

  await step("an association orders and follows without script, by reloading", async () => {
    const page = await browser.signedIn(site.association, { javaScriptEnabled: false, viewport: phone });
    await page.goto("/produits/POR-T480-B");
    await page.getByRole("radio", { name: /^Commander/ }).check();
    await page.getByLabel("C'est pour quoi ?").selectOption({ label: "Le travail de l'équipe" });
    await page.getByRole("button", { name: "Envoyer" }).click();
    await page.getByText("Nous avons reçu votre demande.").waitFor();
    number = page.url().split("/").at(-1);

    const team = await browser.signedIn(site.person("team"));
    await team.goto(`/equipe/demandes/${number}`);
    await team.getByRole("button", { name: "Valider la demande" }).click();
    await team.getByRole("button", { name: "Valider la demande" }).waitFor({ state: "detached" });

    await page.reload();
    await page.getByText("Votre commande est validée.").waitFor();
    await page.goto("/mes-demandes");
    await page.getByRole("link", { name: number }).waitFor();
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
