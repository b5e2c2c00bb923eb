import assert from "node:assert/strict";
import { palette } from "./palette.ts";

Deno.test("palette keeps a contrast of 3 : 1 on light and on dark paper", () => {
  const defaults = Object.values(palette).flatMap((color) => color.match(/#[0-9a-f]{6}/) ?? []);
  assert.equal(defaults.length, 3);
  for (const color of defaults) {
    for (const paper of ["#ffffff", "#0d1117"]) {
      const ratio = contrast(color, paper);
      assert.ok(ratio >= 3, `${color} on ${paper} has ${ratio.toFixed(2)} : 1`);
    }
  }
});

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
