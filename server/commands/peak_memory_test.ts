import assert from "node:assert/strict";
import process from "node:process";
import { peakMemoryMb } from "./peak_memory.ts";

const MEBIBYTE = 2 ** 20;

Deno.test("peakMemoryMb() takes kibibytes and bytes for the same peak", () => {
  for (const resident of [30 * MEBIBYTE, 900 * MEBIBYTE]) {
    assert.equal(peakMemoryMb(900 * 1024, resident), 900);
    assert.equal(peakMemoryMb(900 * MEBIBYTE, resident), 900);
  }
});

Deno.test("peakMemoryMb() of this process is at least what it holds now", () => {
  const { rss } = Deno.memoryUsage();
  const peak = peakMemoryMb(process.resourceUsage().maxRSS, rss);
  assert.ok(peak >= Math.floor(rss / MEBIBYTE) && peak < 100 * rss / MEBIBYTE);
});
