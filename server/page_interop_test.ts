/** The page in a real browser: the Chromium that `WATTBOOK_CHROMIUM` names. */
import assert from "node:assert/strict";
import { type Browser, chromium, type Page } from "playwright-core";
import { createApp } from "./app.ts";
import { FAULTY_METER, HOSTEL_END, hostelDeps } from "./hostel_deps_fixture.ts";

const DAY_MS = 86_400_000;

/** Width and height of a desktop, a tablet, and a phone both ways. */
const SCREENS = [[1200, 800], [768, 1024], [667, 375], [360, 740]] as const;
/** Where style.css goes over to another drawing, and one pixel after. */
const EDGES = [320, 480, 481, 688, 689, 1024, 1025, 1600];

function openBrowser(): Promise<Browser> {
  const executablePath = Deno.env.get("WATTBOOK_CHROMIUM");
  if (executablePath === undefined) {
    throw new TypeError("Cannot open the page: set WATTBOOK_CHROMIUM to the path of a Chromium");
  }
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** What is said on the page in a contrast below 4.5 : 1 against its background, WCAG 2.2. */
function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Color = [red: number, green: number, blue: number, alpha: number];
    const parse = (color: string): Color => {
      const [r, g, b, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    };
    const luminance = ([r, g, b]: Color) => {
      const [red, green, blue] = [r, g, b].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const over = (top: Color, alpha: number, under: Color) =>
      top.map((value, i) => i < 3 ? value * alpha + under[i] * (1 - alpha) : 1) as Color;
    const ancestors = (element: Element) => {
      const path = [element];
      while (path[0].parentElement !== null) path.unshift(path[0].parentElement);
      return path;
    };
    const contrast = (element: Element) => {
      const styles = ancestors(element).map((ancestor) => getComputedStyle(ancestor));
      const paper = styles.map(({ backgroundColor }) => parse(backgroundColor))
        .reduce((under, top) => over(top, top[3], under));
      const style = styles[styles.length - 1];
      const ink = parse(element.closest("svg") === null ? style.color : style.fill);
      const opacity = styles.reduce((all, { opacity }) => all * Number(opacity), ink[3]) *
        (element.closest("svg") === null ? 1 : Number(style.fillOpacity));
      const [dark, light] = [luminance(over(ink, opacity, paper)), luminance(paper)]
        .sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const said = Array.from(document.body.querySelectorAll("*")).filter((element) =>
      element.checkVisibility() && (element.matches("select, input") ||
        Array.from(element.childNodes).some(({ nodeType, textContent }) =>
            nodeType === Node.TEXT_NODE && textContent?.trim() !== ""
          ) && element.closest("select, style, title") === null)
    );
    if (said.length < 20) throw new TypeError(`Cannot judge ${said.length} texts`);
    return said.filter((element) => contrast(element) < 4.5)
      .map((element) => `${element.tagName} ${element.textContent}: ${contrast(element)}`);
  });
}

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
      overflow: document.documentElement.scrollWidth - innerWidth,
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
  await using browser = await openBrowser();

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
        assert.deepEqual(await faintTexts(page), []);
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
        const { column, charts, smallest, largest, overflow } = await chartSizes(page);
        assert.deepEqual(charts, [column, column], `${width} px`);
        assert.ok(
          smallest >= 10.5 && largest <= 22,
          `${width} px: letters ${smallest} to ${largest}`,
        );
        assert.ok(overflow <= 0, `${width} px: ${overflow} px too wide`);
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
