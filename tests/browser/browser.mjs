import { chromium } from "playwright-core";

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

/// Chromium, in which several people sign in side by side.
export class Browser {
  static async open(site) {
    const browser = new Browser();
    browser.site = site;
    browser.chromium = await chromium.launch({ executablePath: "/usr/bin/chromium" });
    return browser;
  }

  /// A page of somebody who is not signed in. `page.troubles` gathers what went wrong in it.
  async page(options = {}) {
    const context = await this.chromium.newContext({
      baseURL: this.site.url, locale: "fr-FR", timezoneId: "Europe/Paris", viewport: desk, ...options,
    });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    page.troubles = [];
    page.on("pageerror", (error) => page.troubles.push(`${page.url()}: ${error.message}`));
    page.on("console", (line) => {
      if (["error", "warning"].includes(line.type())) page.troubles.push(`${page.url()}: ${line.text()}`);
    });
    return page;
  }

  async signedIn({ email, password }, options) {
    const page = await this.page(options);
    await page.goto("/connexion");
    await page.getByLabel("Adresse e-mail").fill(email);
    await page.getByLabel("Mot de passe").fill(password);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.waitForURL((url) => url.pathname !== "/connexion");
    return page;
  }

  close() {
    return this.chromium.close();
  }
}
