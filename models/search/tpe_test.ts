import assert from "node:assert/strict";
import { randomSearch } from "./random_search.ts";
import type { Observation, SearchMethod } from "./search_method.ts";
import type { Point, SearchSpace } from "./parameter.ts";
import { tpe } from "./tpe.ts";

const SEEDS = 60;

function bestValue(
  method: SearchMethod,
  space: SearchSpace,
  value: (point: Point) => number | null,
  { trials, seed }: { trials: number; seed: number },
): number {
  const history: Observation[] = [];
  while (history.length < trials) {
    const proposal = method.propose(space, seed, history);
    history.push({ ...proposal, value: value(proposal.point) });
  }
  return Math.max(...history.map(({ value }) => value ?? -Infinity));
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

Deno.test("tpe finds the top of a quadratic better than chance does", () => {
  const space: SearchSpace = [
    { name: "x", kind: "real", low: -5, high: 5 },
    { name: "y", kind: "log", low: 1e-3, high: 10 },
  ];
  // The top is 0, at x = 2 and y = 0.1.
  const value = ({ x, y }: Point) => -((Number(x) - 2) ** 2) - (Math.log10(Number(y)) + 1) ** 2;
  const run = (method: SearchMethod, seed: number) =>
    bestValue(method, space, value, { trials: 40, seed });
  const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);
  const wins = seeds.filter((seed) => run(tpe, seed) > run(randomSearch, seed)).length;
  // By chance 30 of 60 with a standard deviation of 3.9.
  assert.ok(wins >= 42, `${wins} of ${SEEDS}`);
  const [ours, floor] = [tpe, randomSearch].map((method) =>
    median(seeds.map((seed) => -run(method, seed)))
  );
  assert.ok(ours < floor / 2, `${ours} against ${floor}`);
});

Deno.test("tpe prefers the word that was good", () => {
  const space: SearchSpace = [
    { name: "kernel", kind: "choice", values: ["a", "b", "c", "d"] },
    { name: "x", kind: "real", low: 0, high: 1 },
  ];
  const history = Array.from({ length: 40 }, (_, i) => {
    const kernel = "abcd"[i % 4];
    return { point: { kernel, x: i / 40 }, share: 1, value: kernel === "c" ? 1 : 0 };
  });
  for (let seed = 0; seed < 20; seed++) {
    assert.equal(tpe.propose(space, seed, history).point.kernel, "c");
  }
});

Deno.test("tpe keeps away from points that could not be tried", () => {
  const space: SearchSpace = [{ name: "x", kind: "real", low: 0, high: 1 }];
  const history = Array.from({ length: 40 }, (_, i) => {
    const x = (i + 0.5) / 40;
    return { point: { x }, share: 1, value: x > 0.5 ? null : 1 };
  });
  const far = Array.from({ length: 50 }, (_, seed) => tpe.propose(space, seed, history))
    .filter(({ point }) => Number(point.x) > 0.5).length;
  assert.ok(far < 5, `${far} of 50`);
});
