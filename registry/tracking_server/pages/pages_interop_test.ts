/** The pages in a real browser: the Chromium that `WATTBOOK_CHROMIUM` names. */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { faintTexts, openBrowser, overflow } from "./browser_page_fixture.ts";
import { pageHref } from "./links.ts";
import { hostile, records, withPages } from "./pages_fixture.ts";

const { experiment, run, otherRun, model } = records;
const addresses = [
  "experiments?view=ALL",
  `experiment?id=${experiment}&view=ALL`,
  pageHref("experiment", { id: experiment, filter: "metrics.auc > 'a'" }),
  `run?id=${run}`,
  `compare?run=${run}&run=${otherRun}`,
  pageHref("artifact", { run_id: run, path: "plots/deep/x.json" }),
  pageHref("artifact", { run_id: run, path: "plots/load.svg" }),
  `logged-model?id=${records.loggedModel}`,
  "models",
  pageHref("model", { name: model }),
  "run?id=none",
];
/** Phones, where the layout changes, a tablet, a desktop. */
const widths = [320, 360, 640, 641, 768, 1280, 1600];

/** Serves the pages and opens a browser at a pretended screen. */
async function withBrowser(use: (root: string, open: Open) => Promise<void>): Promise<void> {
  await withPages(async (_get, app) => {
    await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
    await using browser = await openBrowser(Deno.env.get("WATTBOOK_CHROMIUM"));
    const root = `http://127.0.0.1:${server.addr.port}/pages/`;
    await use(
      root,
      (colorScheme, width = 1280) =>
        browser.newPage({
          viewport: { width, height: 800 },
          colorScheme,
          javaScriptEnabled: false,
        }),
    );
  });
}
type Open = (colorScheme: "light" | "dark", width?: number) => Promise<Page>;

Deno.test("pages in Chromium can be read in light and dark, and nothing is refused", async (t) => {
  await withBrowser(async (root, open) => {
    for (const scheme of ["light", "dark"] as const) {
      for (const address of addresses) {
        await t.step(`${address.slice(0, 40)}, ${scheme}`, async () => {
          const page = await open(scheme);
          const complaints: string[] = [];
          page.on("console", (message) => complaints.push(message.text()));
          page.on("pageerror", (error) => complaints.push(error.message));
          page.on("dialog", (dialog) => complaints.push(dialog.message()));
          await page.goto(root + address);
          await page.locator("details").evaluateAll((all) => {
            for (const one of all) one.setAttribute("open", "");
          });
          const refused = complaints.filter((text) => !/status of (400|404)/.test(text));
          assert.deepEqual(refused, []);
          assert.deepEqual(await faintTexts(page, 5), []);
          const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
          assert.equal(paper, scheme === "light" ? "rgb(251, 250, 247)" : "rgb(20, 22, 26)");
          await page.close();
        });
      }
    }
  });
});

Deno.test("pages in Chromium do not scroll sideways, and charts stay readable, at any width", async () => {
  await withBrowser(async (root, open) => {
    const page = await open("light");
    for (const address of addresses) {
      await page.goto(root + address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        assert.ok(await overflow(page) <= 0, `${address} at ${width} px`);
        const letters = await page.locator("svg.chart text").evaluateAll((texts) =>
          texts.map((text) => text.getBoundingClientRect().height)
        );
        for (const height of letters) {
          assert.ok(height >= 10.5 && height <= 22, `${width}: ${height}`);
        }
      }
    }
    await page.close();
  });
});

Deno.test("pages in Chromium: search, order, columns and comparison work without script", async () => {
  await withBrowser(async (root, open) => {
    const page = await open("light");
    await page.goto(new URL("/", root).href);
    assert.equal(page.url(), `${root}experiments`);
    await page.getByRole("link", { name: hostile }).click();
    const names = () => page.locator("form.runs tbody th").allTextContents();
    assert.equal((await names()).length, 2);

    await page.getByLabel("Filter").fill("params.depth = '6'");
    await page.getByRole("button", { name: "Search" }).click();
    assert.deepEqual((await names()).map((name) => name.trim()), ["other"]);
    await page.getByLabel("Filter").fill("params.depth > '6'");
    await page.keyboard.press("Enter");
    assert.match(await page.locator(".wrong").textContent() ?? "", /^Invalid comparator '>'/);
    await page.getByLabel("Filter").fill("");
    await page.keyboard.press("Enter");

    await page.getByText("Columns").click();
    await page.getByLabel("auc").uncheck();
    await page.getByRole("button", { name: "Search" }).click();
    assert.equal(await page.getByRole("link", { name: "auc" }).count(), 0);
    await page.getByRole("link", { name: "Run", exact: true }).click();
    assert.equal(await page.locator("th[aria-sort=ascending]").textContent(), "Run");
    assert.equal(await page.getByRole("link", { name: "auc" }).count(), 0);

    for (const box of await page.locator("form.runs input[type=checkbox]").all()) await box.check();
    await page.getByRole("button", { name: "Compare ticked runs" }).click();
    assert.equal(await page.locator("h1").textContent(), "Compare 2 runs");
    await page.close();
  });
});

Deno.test("pages in Chromium show where the keyboard is", async () => {
  await withBrowser(async (root, open) => {
    const page = await open("light");
    await page.goto(`${root}experiment?id=${experiment}`);
    const unmarked: string[] = [];
    for (let i = 0; i < 25; i++) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const marked = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
        return element === document.body || marked ? "" : element.outerHTML;
      });
      if (focused !== "") unmarked.push(focused);
    }
    assert.deepEqual(unmarked, []);
    await page.close();
  });
});
