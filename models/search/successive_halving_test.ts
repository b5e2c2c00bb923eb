import assert from "node:assert/strict";
import type { Observation } from "./search_method.ts";
import { successiveHalving } from "./successive_halving.ts";

const space = [{ name: "x", kind: "real", low: 0, high: 1 }] as const;

function search(trials: number, value: (x: number, trial: number) => number | null) {
  const history: Observation[] = [];
  while (history.length < trials) {
    const proposal = successiveHalving.propose(space, 5, history);
    history.push({ ...proposal, value: value(Number(proposal.point.x), history.length) });
  }
  return history;
}

Deno.test("successiveHalving tries nine, the best three of them and the best of those", () => {
  const history = search(26, (x) => -((x - 0.4) ** 2));
  for (const bracket of [history.slice(0, 13), history.slice(13)]) {
    const shares = bracket.map(({ share }) => share);
    assert.deepEqual(shares, [...Array(9).fill(1 / 9), ...Array(3).fill(1 / 3), 1]);
    const byDistance = bracket.slice(0, 9).map(({ point }) => Number(point.x))
      .sort((a, b) => Math.abs(a - 0.4) - Math.abs(b - 0.4));
    assert.deepEqual(bracket.slice(9, 12).map(({ point }) => point.x), byDistance.slice(0, 3));
    assert.equal(bracket[12].point.x, byDistance[0]);
  }
  const first = history.slice(0, 9).concat(history.slice(13, 22)).map(({ point }) => point.x);
  assert.equal(new Set(first).size, 18);
});

Deno.test("successiveHalving judges a rung by its own values", () => {
  // With a third of the rows the last one to go on turns out to be the best.
  const history = search(13, (_, trial) => trial);
  assert.deepEqual(
    history.slice(9).map(({ point }) => history.findIndex((first) => first.point === point)),
    [8, 7, 6, 6],
  );
});

Deno.test("successiveHalving goes on where nothing could be tried", () => {
  const history = search(13, () => null);
  assert.equal(history[12].point, history[0].point);
});
