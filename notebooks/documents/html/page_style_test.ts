import assert from "node:assert/strict";
import { PAGE_STYLE } from "./page_style.ts";

Deno.test("PAGE_STYLE loads nothing, and every colour that it names is set for light and dark", () => {
  assert.doesNotMatch(PAGE_STYLE, /url\(|@import|</);
  const [light, dark] = PAGE_STYLE.split("prefers-color-scheme: dark").map((part) =>
    new Set(part.match(/--[\w-]+(?=:)/g))
  );
  const used = new Set([...PAGE_STYLE.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
  assert.ok(used.size > 5);
  for (const name of used) assert.ok(light.has(name) && dark.has(name), name);
});

Deno.test("PAGE_STYLE has text of a contrast of 4.5 and more on its grounds", () => {
  // WCAG 2.2, relative luminance and contrast ratio.
  const luminance = (hex: string) => {
    const digits = hex.length === 4
      ? [...hex.slice(1)].map((digit) => digit + digit)
      : hex.slice(1).match(/../g)!;
    const [r, g, b] = digits.map((pair) => {
      const share = parseInt(pair, 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  for (const part of PAGE_STYLE.split("@media").slice(0, 2)) {
    const colours = new Map(
      [...part.matchAll(/(--[\w-]+): (#[0-9a-f]{3,6})/g)].map(([, k, v]) => [k, v]),
    );
    const ratio = (ink: string, ground: string) =>
      contrast(colours.get(ink)!, colours.get(ground)!);
    for (
      const ink of ["--ink", "--soft", "--link", "--keyword", "--string", "--number", "--name"]
    ) {
      for (const ground of ["--paper", "--well"]) {
        assert.ok(ratio(ink, ground) >= 4.5, `${ink} on ${ground}: ${ratio(ink, ground)}`);
      }
    }
    assert.ok(ratio("--fail-ink", "--fail") >= 4.5);
    for (const ground of ["--warn", "--gone", "--new"]) assert.ok(ratio("--ink", ground) >= 4.5);
  }
});
