/** The page in a real browser: the Chromium that `WATTBOOK_CHROMIUM` names. */
import assert from "node:assert/strict";
import { type Browser, chromium, type Page } from "playwright-core";
import { createApp } from "./app.ts";
import { FAULTY_METER, HOSTEL_END, hostelDeps } from "./hostel_deps_fixture.ts";

const DAY_MS = 86_400_000;

const SCREENS = [
  { name: "wide, light", width: 1200, height: 800, colorScheme: "light" },
  { name: "wide, dark", width: 1200, height: 800, colorScheme: "dark" },
  { name: "phone, light", width: 360, height: 740, colorScheme: "light" },
  { name: "phone, dark", width: 360, height: 740, colorScheme: "dark" },
] as const;

function openBrowser(): Promise<Browser> {
  const executablePath = Deno.env.get("WATTBOOK_CHROMIUM");
  if (executablePath === undefined) {
    throw new TypeError("Cannot open the page: set WATTBOOK_CHROMIUM to the path of a Chromium");
  }
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** Contrast ratio of an element's text against the page, WCAG 2.2. */
function contrast(page: Page, selector: string): Promise<number> {
  return page.evaluate((selector) => {
    const luminance = (color: string) => {
      const [r, g, b] = (color.match(/[\d.]+/g) ?? []).map(Number).map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const element = document.querySelector(selector);
    if (element === null) throw new TypeError(`Cannot find ${selector}`);
    const [dark, light] = [
      luminance(getComputedStyle(element).color),
      luminance(getComputedStyle(document.body).backgroundColor),
    ].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }, selector);
}

Deno.test("GET / in Chromium", async (t) => {
  await using deps = await hostelDeps();
  const scoring = await deps.latestScoring();
  const shown = await scoring?.meterSeries(FAULTY_METER, HOSTEL_END - 28 * DAY_MS, HOSTEL_END);
  const events = shown?.events.length ?? 0;
  assert.ok(events >= 3);
  const app = createApp(deps);
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
  await using browser = await openBrowser();

  for (const { name, width, height, colorScheme } of SCREENS) {
    await t.step(name, async () => {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(`http://127.0.0.1:${server.addr.port}/`);

      assert.deepEqual(complaints, []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
      assert.equal(await page.locator("tbody tr").count(), events);
      const marks = page.locator("figure div:visible .event rect");
      assert.equal(await marks.count(), events);
      for (const mark of await marks.all()) {
        const box = await mark.boundingBox();
        assert.ok(box !== null && box.width >= 1 && box.height > 50);
      }
      const smallest = await page.locator("figure svg:visible text").evaluateAll((texts) =>
        Math.min(...texts.map((text) => text.getBoundingClientRect().height))
      );
      assert.ok(smallest >= 10, `letters of ${smallest} px`);
      for (const selector of ["h1", ".days", "figcaption", "thead th", "footer", "footer a"]) {
        assert.ok(await contrast(page, selector) >= 4.5, selector);
      }
      await page.close();
    });
  }

  await t.step("the form and an event's link lead to other days", async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.addr.port}/`);
    await page.locator("tbody a").first().click();
    assert.equal(await page.locator("tbody tr").count(), 1);
    await page.getByLabel("Meter").selectOption("room-2-01");
    await page.getByRole("button", { name: "Show" }).click();
    assert.equal(await page.locator("h1").textContent(), "room-2-01");
    await page.close();
  });
});
