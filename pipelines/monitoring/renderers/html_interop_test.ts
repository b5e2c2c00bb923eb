/** A report in a real browser: the Chromium that `WATTBOOK_CHROMIUM` names. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { driftChart } from "../../../notebooks/charts/mod.ts";
import {
  faintTexts,
  openBrowser,
  overflow,
} from "../../../registry/tracking_server/pages/browser_page_fixture.ts";
import type { SectionReport } from "../report.ts";
import { DRIFT_REPORT } from "../report_fixture.ts";
import { html } from "./html.ts";

/** Width and height of a desktop, a tablet, and a phone both ways. */
const SCREENS = [[1200, 800], [768, 1024], [667, 375], [360, 740]] as const;
/** Where style.css goes over to another drawing, and one pixel after. */
const EDGES = [320, 480, 481, 688, 689, 1600];
/** Pixels between the margins of a sheet of A4. */
const SHEET = 680;
const NAME = `residual_week_mean_24h<b>"'&`;

/** Real charts, a table wider than a phone, names that are markup, one section of each verdict. */
function page(): string {
  const rows = Array.from({ length: 16 }, (_, i) => ({
    column: `${NAME}${i}`,
    severity: 8 / (i + 1),
    drifted: i < 8,
  }));
  const { features, meters } = DRIFT_REPORT.sections;
  const full: SectionReport = {
    ...features,
    tables: [{
      title: "Every feature",
      columns: ["feature", "median before", "median now", "test", "score", "limit", "floor"],
      rows: rows.map(({ column, severity }) => [column, 1e6, 2.5, "psi", severity, 1, 1e-4]),
    }],
    charts: [{ caption: "How far", draw: (width) => driftChart(rows, { width }).svg }],
  };
  const failed = { ...meters, error: `RangeError: ${NAME.repeat(8)}` };
  const quiet = { ...meters, verdict: "no_drift" as const };
  return html.render({ ...DRIFT_REPORT, title: NAME.repeat(3), sections: { full, failed, quiet } });
}

/** Widths of the drawings that are seen, and the height of their smallest letters. */
function drawings(page: Page) {
  return page.evaluate(() => {
    const drawn = Array.from(document.querySelectorAll("figure svg"))
      .filter((svg) => svg.checkVisibility());
    return {
      column: document.querySelector("main")?.getBoundingClientRect().width,
      widths: drawn.map((svg) => svg.getBoundingClientRect().width),
      smallest: Math.min(
        ...drawn.flatMap((svg) => Array.from(svg.querySelectorAll("text")))
          .map((text) =>
            text.getBoundingClientRect().height / (text.querySelectorAll("tspan").length || 1)
          ),
      ),
    };
  });
}

Deno.test("a report in Chromium", async (t) => {
  const text = page();
  await using browser = await openBrowser(Deno.env.get("WATTBOOK_CHROMIUM"));

  for (const colorScheme of ["light", "dark"] as const) {
    for (const [width, height] of SCREENS) {
      await t.step(`${width} × ${height}, ${colorScheme}`, async () => {
        const page = await browser.newPage({ viewport: { width, height }, colorScheme });
        const complaints: string[] = [];
        page.on("console", (message) => complaints.push(message.text()));
        page.on("request", (request) => complaints.push(request.url().slice(0, 40)));
        await page.setContent(text);
        assert.deepEqual(complaints.filter((told) => !told.startsWith("data:")), []);
        assert.deepEqual(await faintTexts(page, 40), []);
        assert.equal(await page.locator("figure svg:visible").count(), 1);
        await page.close();
      });
    }
  }

  await t.step(
    "one drawing fills the column and can be read, nothing scrolls sideways",
    async () => {
      const page = await browser.newPage();
      await page.setContent(text);
      for (const width of [...SCREENS.map(([width]) => width), ...EDGES]) {
        await page.setViewportSize({ width, height: 800 });
        const { column, widths, smallest } = await drawings(page);
        assert.deepEqual(widths, [column], `${width} px`);
        assert.ok(smallest >= 10.5, `${width} px: letters of ${smallest} px`);
        const tooWide = await overflow(page);
        assert.ok(tooWide <= 0, `${width} px: ${tooWide} px too wide`);
      }
      await page.close();
    },
  );

  await t.step("a wide table scrolls by itself, by keyboard too", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.setContent(text);
    const table = page.getByRole("region", { name: "Every feature" });
    await table.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector(".wide")!.scrollLeft > 0);
    await page.close();
  });

  await t.step("is dark on white on paper, with the whole of each table", async () => {
    const page = await browser.newPage({
      viewport: { width: SHEET, height: 960 },
      colorScheme: "dark",
    });
    await page.emulateMedia({ media: "print" });
    await page.setContent(text);
    assert.deepEqual(await faintTexts(page, 40), []);
    const { column, widths } = await drawings(page);
    assert.deepEqual(widths, [column]);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(paper, "rgb(255, 255, 255)");
    const clipped = await page.evaluate(() =>
      Array.from(document.querySelectorAll(".wide"))
        .map((wide) => wide.scrollWidth - wide.clientWidth)
    );
    assert.deepEqual(clipped.filter((pixels) => pixels > 1), []);
    await page.close();
  });

  await t.step("tells a program that reads aloud the same as the eye", async () => {
    const page = await browser.newPage();
    await page.setContent(text);
    for (const role of ["banner", "main", "navigation", "contentinfo"] as const) {
      assert.equal(await page.getByRole(role).count(), 1, role);
    }
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
    const headings = page.getByRole("heading", { level: 2 });
    assert.deepEqual(await headings.allTextContents(), [
      "Features Drift",
      "Meters Cannot tell",
      "Meters No drift",
    ]);
    assert.equal(await page.getByRole("img", { name: "Drift per feature, 1 = limit" }).count(), 1);
    await page.getByRole("link", { name: "Features" }).click();
    assert.ok(page.url().endsWith("#full"));
    await page.close();
  });
});
