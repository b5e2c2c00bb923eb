/** What the interop tests ask of a page in a real browser. */

import { type Browser, chromium, type Page } from "playwright-core";

/**
 * Starts a Chromium without a screen; dispose of it to end it.
 *
 * @param executablePath Path of the program, as `WATTBOOK_CHROMIUM` has it.
 * @throws {TypeError} When there is no path.
 *
 * @example
 * ```ts ignore
 * await using browser = await openBrowser(Deno.env.get("WATTBOOK_CHROMIUM"));
 * ```
 */
export function openBrowser(executablePath: string | undefined): Promise<Browser> {
  if (executablePath === undefined) {
    throw new TypeError("Cannot open the page: set WATTBOOK_CHROMIUM to the path of a Chromium");
  }
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/**
 * What is said on a page in a contrast below 4.5 : 1 against its background, WCAG 2.2.
 *
 * @param least Texts that there must be to judge.
 *
 * @example
 * ```ts ignore
 * assert.deepEqual(await faintTexts(page, 20), []);
 * ```
 */
export function faintTexts(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
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
    if (said.length < least) throw new TypeError(`Cannot judge ${said.length} texts`);
    return said.filter((element) => contrast(element) < 4.5)
      .map((element) => `${element.tagName} ${element.textContent}: ${contrast(element)}`);
  }, least);
}

/**
 * By how many pixels a page is wider than its window; at most 0 when nothing scrolls sideways.
 *
 * @example
 * ```ts ignore
 * assert.ok(await overflow(page) <= 0);
 * ```
 */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
