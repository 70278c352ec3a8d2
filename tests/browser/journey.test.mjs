import assert from "node:assert/strict";
import { Browser } from "./browser.mjs";
import { checkReport, driveSerial, erasureReport, inventory, serial, wipeLog } from "./laptop.mjs";
import { beforeTheFirst, hashAfter } from "./ledger.mjs";
import { Site } from "./site.mjs";
import * as station from "./stations.mjs";
import { pictureFile, story } from "./story.mjs";
import { Terminal } from "./terminal.mjs";

const tracking = "8N12345678901";
let site, terminal, browser;
let product, code, number, drive, shelf;
let association, team, logistics;
let worker, controller, label, bench;

/// The association's page says so by itself, without being loaded again.
const hears = (sentence) => association.locator("#suivi").getByText(sentence).first().waitFor();

/// Somebody takes a station by touching its name.
async function takeStation(worker, name) {
  const { screen } = await terminal.view();
  if (screen === "work") await terminal.touch("Changer");
  await terminal.shows("the stations or the sign-in", (view) => view.screen !== "work");
  await terminal.scan(worker.badge);
  await terminal.shows(worker.name, (view) => view.screen === "stations" && view.worker === worker.name);
  await terminal.touch(name);
  await terminal.shows(name, (view) => view.station === name);
}

/// The unit is saved, and the terminal says where it goes next.
async function goesTo(step) {
  const { result } = await terminal.shows("the result", (view) => view.card === "result" && view.layout === "result");
  assert.equal(result, step);
}

const unit = () => site.ask(`/api/v1/units/${code}`);

story("one laptop goes from the donor's dock to an association's desk", async (step) => {
  await step("the demo site opens, with a terminal and a browser", async () => {
    site = await Site.open();
    [worker, controller] = site.workersAs("worker");
    terminal = await Terminal.open(site);
    browser = await Browser.open(site);
  });

  await step("an association asks for a laptop that is not in stock yet", async () => {
    const { products } = await site.ask("/api/v1/catalogue");
    product = products.find((one) => one.category === "laptop" && one.in_stock === 0);
    assert.ok(product, "the demo's catalogue needs a laptop that is not in stock");
    association = await browser.signedIn(site.association);
    await association.goto(`/produits/${product.sku}`);
    await association.getByRole("radio", { name: /^Demander/ }).check();
    await association.getByLabel("Combien ?").fill("1");
    await association.getByLabel("C'est pour quoi ?").selectOption({ label: "Des formations" });
    await association.getByRole("button", { name: "Envoyer" }).click();
    await association.waitForURL(/\/mes-demandes\/[^/]+$/);
    number = association.url().split("/").at(-1);
    await hears("Nous avons reçu votre demande.");
  });

  await step("the team validates the request, and the association's page says so at once", async () => {
    team = await browser.signedIn(site.person("team"));
    await team.goto("/equipe");
    await team.getByRole("link", { name: number }).click();
    await team.getByRole("button", { name: "Valider la demande" }).click();
    await hears("Votre demande est validée.");
    await team.getByText("Il manque 1 en stock.").waitFor();
  });

  await step("a worker receives a laptop, and a label comes out of the printer", async () => {
    await takeStation(worker, "Réception");
    code = await station.receive(terminal, "LOT-2026-31");
    label = await station.readLabel(await terminal.printedLabel(code));
    assert.ok(label.barcodes.includes(`${site.url}/u/${code}`), `the label reads ${label.barcodes}`);
    assert.match(label.zpl, /^\^XA[^]*\^GF[^]*\^XZ/);
    assert.doesNotMatch(label.zpl, /\^FD|\^BC|\^BQ/, "a label is a picture in dots");
  });

  await step("another machine's label is refused in words, and the right one goes on", async () => {
    const { units } = await site.ask("/api/v1/units?stage=in_stock&limit=1");
    await terminal.scanAt("scan_back", units[0].code);
    const { refusal_text: words } = await terminal.refuses("other_label");
    assert.match(words, new RegExp(code.replace(/(.{4})(.{4})/, "$1\u00a0$2")));
    await terminal.scan(label.barcodes[0]);
    await goesTo("à trier");
  });

  await step("sorting keeps it", async () => {
    await takeStation(worker, "Tri");
    await station.sort(terminal, code);
    await goesTo("à tester");
  });

  await step("an inventory says what is in it", async () => {
    await site.report("inventories", code, worker, "application/json", inventory);
    const { maker, model, drives } = await unit();
    assert.deepEqual([maker, model], ["LENOVO", "ThinkPad T490"]);
    assert.equal(drives.length, 1);
    assert.equal(drives[0].certified, false);
    drive = drives[0];
  });

  await step("every function is tested", async () => {
    await takeStation(worker, "Test");
    await station.test(terminal, code, () => terminal.picture(pictureFile("journey-terminal")));
    await goesTo("à effacer");
  });

  await step("a log of the erasure is evidence, and certifies nothing by itself", async () => {
    await site.report("erasures", code, worker, "text/plain", wipeLog);
    const [said] = (await unit()).drives;
    assert.equal(said.certified, false);
  });

  await step("the machine on the bench erases its drive and reads it again; the drive is drawn for a second check", async () => {
    await site.acceptOverwriting(100);
    bench = await site.machineOnBench(inventory);
    await takeStation(worker, "Effacement");
    await station.letBegin(terminal, code, "ThinkPad T490");
    await terminal.shows("that it works", (view) => view.layout === "result");
    const { job } = await site.heard(bench, inventory);
    assert.equal(job.erase, "purge");
    assert.deepEqual(job.drives.map((one) => one.serial), [driveSerial]);
    const [said] = await site.erasure(code, erasureReport(job.id));
    assert.deepEqual([said.second_check, said.certified], [true, false]);
    assert.equal((await unit()).next, "check");
  });

  await step("another person has it read once more, and that certifies it", async () => {
    const tile = `${code.slice(0, 4)}\u00a0${code.slice(4)}`;
    await terminal.touch("Machine suivante");
    await station.letBegin(terminal, code, tile);
    await terminal.refuses("other_person_checks");
    await takeStation(controller, "Effacement");
    await station.letBegin(terminal, code, tile);
    await terminal.shows("that it works", (view) => view.layout === "result");
    const { job } = await site.heard(bench, inventory);
    assert.deepEqual([job.erase, job.drives[0].expected], ["check", "random"]);
    const [said] = await site.erasure(code, checkReport(job.id));
    assert.deepEqual([said.certified, said.reason], [true, ""]);
    const now = await unit();
    assert.equal(now.next, "grade");
    assert.deepEqual([now.drives[0].certified, now.drives[0].proof], [true, "verified"]);
  });

  await step("its certificate is there, signed", async () => {
    const leader = await browser.signedIn(site.person("leader"));
    const reply = await leader.request.get(`${site.url}/api/v1/drives/${drive.code}/certificate`);
    const certificate = await reply.json();
    assert.deepEqual([certificate.format, certificate.drive.serial], ["remise-certificate-1", driveSerial]);
    assert.match(certificate.signature, /^[0-9a-f]{128}$/);
    await leader.context().close();
  });

  await step("it is graded, installed and cleaned", async () => {
    await takeStation(worker, "Grade");
    await station.grade(terminal, code);
    await goesTo("système à installer");
    await takeStation(worker, "Installation");
    await station.install(terminal, code);
    await goesTo("à nettoyer");
    await takeStation(worker, "Nettoyage");
    await station.clean(terminal, code);
    await goesTo("à contrôler");
  });

  await step("its spoilt label comes out again with the same code, once the old one is torn up", async () => {
    await takeStation(worker, "Étiquette");
    await station.relabel(terminal, code);
    const { barcodes } = await station.readLabel(await terminal.printedLabel(code, 2));
    assert.deepEqual(barcodes, label.barcodes);
    await terminal.scan(barcodes[0]);
    await goesTo("à contrôler");
    const { kind, data } = (await unit()).events.at(-1);
    assert.deepEqual([kind, data], ["relabel", { reason: "damaged", old: "destroyed" }]);
  });

  await step("another person controls it", async () => {
    await takeStation(controller, "Contrôle");
    await station.control(terminal, code);
    await goesTo("à ranger en stock");
  });

  await step("it stands on a shelf, with a product and a grade", async () => {
    const { locations } = await site.ask("/api/v1/locations");
    shelf = locations[0].code;
    await takeStation(worker, "Mise en stock");
    await station.putInStock(terminal, code, product.name, shelf);
    await goesTo("en stock");
    const stocked = await unit();
    assert.deepEqual([stocked.grade, stocked.product, stocked.location], [product.grade, product.sku, shelf]);
  });

  await step("leaders see on the board what waits where", async () => {
    const leader = await browser.signedIn(site.person("leader"));
    await leader.goto("/atelier");
    await leader.screenshot({ path: pictureFile("journey-board") });
    assert.deepEqual(leader.troubles, []);
    await leader.context().close();
  });

  await step("the team proposes it, and the association is asked at once", async () => {
    await team.reload();
    await team.getByRole("checkbox", { name: code }).waitFor();
    await team.getByRole("button", { name: "Proposer ce matériel" }).click();
    await hears("Nous vous proposons ce matériel.");
  });

  await step("the association accepts", async () => {
    await association.getByRole("button", { name: "Oui, j'accepte" }).click();
    await hears("Vous avez accepté.");
  });

  await step("logistics picks it from its shelf and packs it", async () => {
    const [packer] = site.workersAs("logistics");
    await takeStation(packer, "Préparation");
    await station.pick(terminal, code, shelf);
    await goesTo("à emballer");
    await hears("Nous préparons votre colis.");
    await takeStation(packer, "Emballage");
    await station.pack(terminal, code);
    await goesTo("à expédier");
  });

  await step("logistics ships it, and the association reads the tracking number", async () => {
    logistics = await browser.signedIn(site.person("logistics"));
    await logistics.goto("/logistique");
    const task = logistics.getByRole("listitem").filter({ hasText: code });
    await task.getByLabel("Transporteur").selectOption({ label: "Colissimo" });
    await task.getByLabel("Numéro de suivi").fill(tracking);
    await task.getByRole("button", { name: "Expédié" }).click();
    await hears("Votre colis est en route.");
    await hears(tracking);
    await association.screenshot({ path: pictureFile("journey-association") });
  });

  await step("it arrives", async () => {
    await logistics.getByRole("listitem").filter({ hasText: code }).getByRole("button", { name: "Livré" }).click();
    await hears("Votre matériel est livré.");
  });

  await step("its passport tells everybody what it is, and nobody whose it was", async () => {
    const visitor = await browser.page();
    await visitor.goto(`/u/${code}`);
    await visitor.screenshot({ path: pictureFile("journey-passport") });
    const page = await visitor.content();
    const passport = await (await fetch(`${site.url}/u/${code}`, { headers: { Accept: "application/json" } })).text();
    for (const told of [page, passport]) {
      assert.match(told, /ThinkPad T490/);
      for (const secret of secrets()) assert.ok(!told.includes(secret), `the passport tells ${secret}`);
    }
    assert.deepEqual(visitor.troubles, []);
  });

  await step("the ledger tells the same story in the same order", async () => {
    const { events } = await unit();
    assert.deepEqual(events.map((event) => event.kind), [
      "receive", "sort", "record_inventory", "attach_drive", "record_test", "record_inventory", "certify_drive", "check_drive", "grade", "install",
      "clean", "relabel", "control", "stock", "reserve", "pick", "pack", "ship", "deliver",
    ]);
    assert.deepEqual(events.map((event) => event.seq), events.map((_, index) => index + 1));
  });

  await step("whoever recomputes the chain of hashes finds the same", async () => {
    let previous = beforeTheFirst;
    for (const event of (await unit()).events) {
      assert.equal(event.previous, previous);
      assert.equal(event.entity, `unit:${code}`);
      assert.equal(event.hash, hashAfter(previous, event), `event ${event.seq}`);
      previous = event.hash;
    }
  });

  await step("the whole history is sound, and no page had a fault", async () => {
    await site.verify();
    for (const page of [association, team, logistics]) assert.deepEqual(page.troubles, []);
  });

  await step("everything ends when it is asked to", async () => {
    await browser.close();
    await terminal.close();
    assert.equal(await site.close(), 0);
  });
}, async (broken) => {
  if (broken) await terminal?.picture(pictureFile("failed-terminal"));
  if (broken) await association?.screenshot({ path: pictureFile("failed-association") });
  await browser?.close();
  await terminal?.close();
  await site?.close();
});

/// What must not be told to the public: serials, people, the association, its request, the lot.
function secrets() {
  return [
    serial, driveSerial, number, "LOT-2026-31", site.association.email,
    ...site.workers.flatMap((one) => [one.name, one.badge]),
  ];
}
