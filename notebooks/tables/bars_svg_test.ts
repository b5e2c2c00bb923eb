import assert from "node:assert/strict";
import { barsSvg } from "./bars_svg.ts";

function heights(svg: string): number[] {
  return [...svg.matchAll(/v-(\d+)h2/g)].map(([, height]) => Number(height));
}

Deno.test("barsSvg() draws heights in proportion, and sees to it that a small count is seen", () => {
  assert.deepEqual(heights(barsSvg([1000, 500, 1], "x")), [24, 12, 1]);
});

Deno.test("barsSvg() draws nothing for a count of 0, and is as wide as its counts", () => {
  const svg = barsSvg([0, 3, 0], "kwh");
  assert.deepEqual(heights(svg), [24]);
  assert.match(svg, /^<svg [^>]*width="9" height="24"[^>]*aria-label="kwh">/);
  assert.match(svg, /fill="currentColor"/);
});

Deno.test("barsSvg() says the same in at most sixteen block characters", () => {
  const blocks = (counts: number[]) => /<title>(.*)<\/title>/.exec(barsSvg(counts, "x"))![1];
  assert.equal(blocks([0, 1, 2, 4, 8]), " ▁▂▄█");
  assert.equal(blocks(Array.from({ length: 32 }, (_, i) => i < 2 ? 2 : 1)), `█${"▄".repeat(15)}`);
  assert.equal(blocks(Array.from({ length: 17 }, () => 1)), `${"█".repeat(8)}▄`);
});
