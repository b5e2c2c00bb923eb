import assert from "node:assert/strict";
import type { Observation } from "./search_method.ts";
import { randomSearch } from "./random_search.ts";

const space = [{ name: "x", kind: "real", low: 0, high: 1 }] as const;

function values(count: number, value: (x: number) => number): number[] {
  const history: Observation[] = [];
  while (history.length < count) {
    const proposal = randomSearch.propose(space, 3, history);
    history.push({ ...proposal, value: value(Number(proposal.point.x)) });
  }
  return history.map(({ point }) => Number(point.x));
}

Deno.test("randomSearch draws evenly from the range", () => {
  const drawn = values(400, () => 0);
  // Of a uniform number: mean 1/2 and standard deviation √(1/12), here over √400.
  const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
  assert.ok(Math.abs(mean - 0.5) < 4 * Math.sqrt(1 / 12 / 400), `${mean}`);
  for (const quarter of [0, 1, 2, 3]) {
    const inside = drawn.filter((x) => Math.floor(4 * x) === quarter).length;
    // 100 expected, with a standard deviation of 8.7.
    assert.ok(Math.abs(inside - 100) < 35, `${inside}`);
  }
});

Deno.test("randomSearch does not look at values", () => {
  assert.deepEqual(values(20, (x) => x), values(20, (x) => -x));
});
