import assert from "node:assert/strict";
import { greedySelection } from "./greedy_selection.ts";

/** Rows × members, from the scores of each member. */
function scoresOf(members: Record<string, number[]>) {
  const columns = Object.values(members);
  const rows = columns[0].length;
  const values = Array.from({ length: rows }, (_, row) => columns.map((column) => column[row]));
  return { members: Object.keys(members), rows, values: Float64Array.from(values.flat()) };
}

async function weightsOf(members: Record<string, number[]>, labels: number[], rounds?: number) {
  const scores = scoresOf(members);
  const fitted = await greedySelection({ rounds }).fit(scores, {
    seed: 7,
    labels: Uint8Array.from(labels),
  });
  return fitted.toJSON();
}

Deno.test("greedySelection() joins two members of which each finds what the other misses", async () => {
  // Alone each ranks one anomaly last but one: precision (1 + 2/4) / 2. Together none is missed.
  const weights = await weightsOf({
    left: [0.9, 0.2, 0.3, 0.3, 0.1],
    right: [0.2, 0.9, 0.3, 0.1, 0.3],
    noise: [0.1, 0.2, 0.9, 0.5, 0.4],
  }, [1, 1, 0, 0, 0]);
  assert.deepEqual(weights, { kind: "weighted", weights: [0.5, 0.5, 0] });
});

Deno.test("greedySelection() draws a member again where it must count more", async () => {
  // Row 1 is usual. left + right ranks it at 0.8 above the anomaly at 0.75; twice left and once
  // right puts it at 0.9 below 1.45, and row 2 of the other kind at 1.2 above 0.9 as well.
  const weights = await weightsOf({
    left: [0.7, 0.1, 0.5, 0],
    right: [0.05, 0.7, 0.2, 0.1],
  }, [1, 0, 1, 0]);
  // Left alone ranks the rows 0, 2, 1, 3: perfect, and nothing can be better.
  assert.deepEqual(weights, { kind: "weighted", weights: [1, 0] });
  const shares = await weightsOf({
    left: [0.6, 0.2, 0.5, 0.55],
    right: [0, 0.3, 0.55, 0.1],
  }, [1, 0, 1, 0]);
  // left: rows 0, 3, 2, 1, precision (1 + 2/3) / 2; right: 2, 1, 3, 0, (1 + 2/4) / 2. Both once:
  // 1.05, 0.65, 0.6, 0.5, rows 2, 3, 0, 1, (1 + 2/3) / 2. Left twice, right once: row 2 at 1.55, row
  // 0 at 1.2 and row 3 at 1.2, tied: (1 + 2/3) / 2. Left thrice: 2.05, 1.8, 1.75, 0.9: perfect.
  assert.deepEqual(shares, { kind: "weighted", weights: [0.75, 0.25] });
});

Deno.test("greedySelection() keeps the shortest run of the best, and no more than it may", async () => {
  const members = { one: [0.9, 0.1, 0.2], two: [0.8, 0.3, 0.1] };
  // Both are perfect alone: the first is drawn once.
  assert.deepEqual(await weightsOf(members, [1, 0, 0]), { kind: "weighted", weights: [1, 0] });
  const split = {
    left: [0.9, 0.2, 0.3, 0.3, 0.1],
    right: [0.2, 0.9, 0.3, 0.1, 0.3],
  };
  assert.deepEqual(await weightsOf(split, [1, 1, 0, 0, 0], 1), {
    kind: "weighted",
    weights: [1, 0],
  });
});

Deno.test("greedySelection() stops when it is told to", async () => {
  const scores = scoresOf({ one: [0.9, 0.1], two: [0.8, 0.3] });
  const stop = new AbortController();
  const fit = greedySelection().fit(scores, {
    seed: 7,
    labels: Uint8Array.of(1, 0),
    signal: stop.signal,
  });
  stop.abort();
  await assert.rejects(async () => await fit, { name: "AbortError" });
});

Deno.test("greedySelection() refuses no rounds", () => {
  assert.throws(() => greedySelection({ rounds: 0 }), {
    name: "RangeError",
    message: "Cannot select members as rounds must be a whole number >= 1: current value is 0",
  });
});
