import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { program, run, start, stop } from "./processes.mjs";
import { until } from "./waiting.mjs";

const width = 1280, height = 800, scannerStrip = 44;

/// The real terminal on a screen of its own. It is used as on the floor: a scanner types, a finger touches.
export class Terminal {
  /// With a printer at its emulated USB (usb.mjs), or without: then labels are pictures in its folder.
  static async open(site, usb = { around: (command) => command, words: [] }) {
    const terminal = new Terminal();
    terminal.folder = join(site.folder, "terminal");
    await mkdir(terminal.folder);
    await terminal.#openScreen();
    const words = ["--server", site.url, "--data", terminal.folder, "--token", site.terminal_token, "--simulate",
      "--windowed", `${width}x${height}`, ...usb.words];
    const [command, ...rest] = usb.around([program("remise-terminal"), ...words]);
    terminal.program = start(command, rest, { env: terminal.environment });
    await terminal.#focus();
    await terminal.shows("the sign-in", (view) => view.card === "signIn");
    return terminal;
  }

  async #openScreen() {
    this.screen = start("Xvfb", ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"], {
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    let display = "";
    this.screen.stdio[3].on("data", (digits) => (display += digits));
    await until("a screen", () => display.endsWith("\n"));
    this.environment = { ...process.env, DISPLAY: `:${display.trim()}`, QT_QPA_PLATFORM: "xcb" };
  }

  async #focus() {
    const found = await this.#xdotool("search", "--sync", "--onlyvisible", "--name", "^Remise$");
    const window = found.trim().split("\n").at(-1);
    await this.#xdotool("windowfocus", "--sync", window);
    const place = await this.#xdotool("getwindowgeometry", "--shell", window);
    this.left = Number(/X=(-?\d+)/.exec(place)[1]);
    this.top = Number(/Y=(-?\d+)/.exec(place)[1]);
  }

  #xdotool(...args) {
    return run("xdotool", args, { env: this.environment });
  }

  /// What is on the screen, and where it can be touched.
  async view() {
    const text = await readFile(join(this.folder, "terminal-view.json"), "utf8").catch(() => "null");
    return JSON.parse(text);
  }

  /// Waits for a screen, and gives it.
  async shows(what, isThere) {
    let seen = null;
    return until(
      () => `${what} at the terminal, which shows ${JSON.stringify(seen)} and said: ${this.program.said}`,
      async () => {
        if (this.program.hasEnded()) throw new Error(`The terminal ended: ${this.program.said}`);
        seen = await this.view();
        return seen && isThere(seen) ? seen : null;
      },
    );
  }

  /// Waits for a card that can be answered.
  at(card) {
    return this.shows(`the card “${card}”`, (view) => view.card === card && !["wait", "refusal"].includes(view.layout));
  }

  refuses(code) {
    return this.shows(`the refusal ${code}`, (view) => view.refusal === code);
  }

  /// As a scanner: all keys at once, then Return.
  async scan(text) {
    await this.#xdotool("type", "--delay", "0", "--args", "1", text, "key", "Return");
  }

  async scanAt(card, text) {
    await this.at(card);
    await this.scan(text);
  }

  async touch(label) {
    const { x, y, width: w, height: h } = await this.#standsStill(label);
    const middle = [this.left + x + w / 2, this.top + y + h / 2].map((place) => String(Math.round(place)));
    await this.#xdotool("mousemove", ...middle, "click", "1");
  }

  /// Where the answer of that name, or of that first line, can be touched once it no longer moves: a new card finds
  /// its place within a frame or two, sooner than any finger.
  async #standsStill(label) {
    let place, looks = 0;
    const isMeant = (answer) => answer.label === label || answer.label.split("\n")[0] === label;
    await this.shows(`“${label}”`, ({ answers }) => {
      const now = answers.find(isMeant);
      looks = JSON.stringify(now) === JSON.stringify(place) ? looks + 1 : 0;
      place = now;
      return place && looks >= 5;
    });
    return place;
  }

  /// Each touch waits for its card: the next card may have an answer of the same name.
  async answer(card, ...labels) {
    await this.at(card);
    for (const label of labels) await this.touch(label);
  }

  /// Label number `n` of this code that came out of the printer: {png, zpl}, as files.
  async printedLabel(code, n = 1) {
    const folder = join(this.folder, "labels");
    const name = await until(`the label of ${code}`, async () => {
      const files = await readdir(folder).catch(() => []);
      return files.filter((file) => file.endsWith(`-${code}.png`)).sort()[n - 1];
    });
    const png = join(folder, name);
    return { png, zpl: png.replace(/png$/, "zpl") };
  }

  /// What the worker sees: without the strip at the bottom that stands for a scanner.
  async picture(file) {
    const crop = `${width}x${height - scannerStrip}+0+0`;
    await run("import", ["-window", "root", "-crop", crop, "+repage", file], { env: this.environment });
  }

  async close() {
    if (this.program) await stop(this.program);
    await stop(this.screen);
  }
}
