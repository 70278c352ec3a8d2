import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, run } from "./processes.mjs";
import { until } from "./waiting.mjs";

/// A USB with one emulated label printer, whose cable is out at first. No program knows its numbers: what it speaks it
/// tells when it is there.
export class UsbPrinter {
  id = "usb:1d0f:0184:D2J1";
  words = ["--printer", this.id];

  static async open() {
    const printer = new UsbPrinter();
    printer.folder = await mkdtemp(join(tmpdir(), "remise-usb-"));
    [printer.capture, printer.orders] = [join(printer.folder, "taken"), join(printer.folder, "orders")];
    await run("mkfifo", [printer.orders]);
    return printer;
  }

  /// The command, run on that USB.
  around(command) {
    const device = `zpl,serial=D2J1,vendor=1d0f,id=MFG:Acme;CMD:ZPL;MDL:Imprimante 9;,away=yes,capture=${this.capture},orders=${this.orders}`;
    return ["umockdev-wrapper", program("usb-emulator"), device, "--", ...command];
  }

  /// Something befalls it (tests/support/usb/device_words.h).
  befalls(what) {
    return writeFile(this.orders, `${what}\n`);
  }

  /// The labels that it has been sent whole, as its language has them.
  async labels() {
    const taken = await readFile(this.capture, "latin1").catch(() => "");
    return taken.match(/\^XA[^^]*(\^(?!X)[^^]*)*\^XZ/g) ?? [];
  }

  /// What a scanner reads on label number `n`, once it has come out.
  async read(n) {
    const label = await until(`label ${n} out of the printer`, async () => (await this.labels())[n - 1]);
    const [zpl, png] = [join(this.folder, `${n}.zpl`), join(this.folder, `${n}.png`)];
    await writeFile(zpl, label, "latin1");
    await run(program("remise-label"), ["decode", zpl, "-o", png]);
    return (await run(program("remise-label"), ["read", png])).trim().split("\n");
  }

  close() {
    return rm(this.folder, { recursive: true, force: true });
  }
}
