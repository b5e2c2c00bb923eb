/** The page in a real browser: the Chromium that `WATTBOOK_CHROMIUM` names. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import {
  faintTexts,
  openBrowser,
  overflow,
} from "../registry/tracking_server/pages/browser_page_fixture.ts";
import { createApp } from "./app.ts";
import { FAULTY_METER, HOSTEL_END, hostelDeps } from "./hostel_deps_fixture.ts";

const DAY_MS = 86_400_000;

/** Width and height of a desktop, a tablet, and a phone both ways. */
const SCREENS = [[1200, 800], [768, 1024], [667, 375], [360, 740]] as const;
/** Where style.css goes over to another drawing, and one pixel after. */
const EDGES = [320, 480, 481, 688, 689, 1024, 1025, 1600];

/** Heights of the letters of the charts, and the widths of the charts beside that of the text. */
function chartSizes(page: Page) {
  return page.evaluate(() => {
    const drawn = Array.from(document.querySelectorAll("figure svg"))
      .filter((svg) => svg.checkVisibility());
    const letters = drawn.flatMap((svg) => Array.from(svg.querySelectorAll("text")))
      .map((text) =>
        text.getBoundingClientRect().height / (text.querySelectorAll("tspan").length || 1)
      );
    return {
      column: document.querySelector("main")?.getBoundingClientRect().width,
      charts: drawn.map((svg) => svg.getBoundingClientRect().width),
      smallest: Math.min(...letters),
      largest: Math.max(...letters),
    };
  });
}

Deno.test("GET / in Chromium", async (t) => {
  await using deps = await hostelDeps();
  const scoring = await deps.latestScoring();
  const shown = await scoring?.meterSeries(FAULTY_METER, HOSTEL_END - 28 * DAY_MS, HOSTEL_END);
  const events = shown?.events.length ?? 0;
  assert.ok(events >= 3);
  const app = createApp(deps);
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
  const url = `http://127.0.0.1:${server.addr.port}/`;
  await using browser = await openBrowser(Deno.env.get("WATTBOOK_CHROMIUM"));

  for (const colorScheme of ["light", "dark"] as const) {
    for (const [width, height] of SCREENS) {
      await t.step(`${width} × ${height}, ${colorScheme}`, async () => {
        const page = await browser.newPage({ viewport: { width, height }, colorScheme });
        const complaints: string[] = [];
        page.on("console", (message) => complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(error.message));
        await page.goto(url);

        assert.deepEqual(complaints, []);
        assert.equal(await page.locator("tbody th").count(), events);
        const marks = page.locator("figure div:visible .event rect");
        assert.equal(await marks.count(), events);
        for (const mark of await marks.all()) {
          const box = await mark.boundingBox();
          assert.ok(box !== null && box.width >= 1 && box.height > 50);
        }
        assert.deepEqual(await faintTexts(page, 20), []);
        await page.close();
      });
    }
  }

  await t.step(
    "charts fill the column and stay readable, and nothing scrolls sideways",
    async () => {
      const page = await browser.newPage();
      await page.goto(url);
      for (const width of [...SCREENS.map(([width]) => width), ...EDGES]) {
        await page.setViewportSize({ width, height: 800 });
        const { column, charts, smallest, largest } = await chartSizes(page);
        assert.deepEqual(charts, [column, column], `${width} px`);
        assert.ok(
          smallest >= 10.5 && largest <= 22,
          `${width} px: letters ${smallest} to ${largest}`,
        );
        const tooWide = await overflow(page);
        assert.ok(tooWide <= 0, `${width} px: ${tooWide} px too wide`);
      }
      await page.close();
    },
  );

  await t.step("the form and an event's link lead to other days", async () => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.locator("tbody a").first().click();
    assert.equal(await page.locator("tbody th").count(), 1);
    await page.getByLabel("Meter").selectOption("room-2-01");
    await page.getByRole("button", { name: "Show" }).click();
    assert.equal(await page.locator("h1").textContent(), "room-2-01");
    await page.close();
  });
});
