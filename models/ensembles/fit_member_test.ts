import assert from "node:assert/strict";
import type { Detector } from "../detectors/detector.ts";
import { detectors } from "../detectors/mod.ts";
import { matrix } from "../matrix.ts";
import { fitMember } from "./fit_member.ts";

const rows = {
  x: matrix(["kwh", "hour"], [1, 0, 3, 9, 99, 5]),
  heldOut: matrix(["kwh", "hour"], [2, 8, 5, 0]),
  labels: Uint8Array.of(0, 0, 1),
};

Deno.test("fitMember() fits to the member's columns of usual rows and scores the held-out ones", async () => {
  const task = { detector: detectors.z_score(), columns: ["kwh"], seed: 7 };
  const { detector, scores } = await fitMember(rows, task, {});
  // Mean 2, standard deviation 1.
  assert.deepEqual([...scores], [0, 3]);
  assert.deepEqual([...detector.anomalyScores(matrix(["kwh"], [4]))], [2]);
});

Deno.test("fitMember() hands seed, labels, signal and progress to the detector", async () => {
  const seen: unknown[] = [];
  const watching: Detector = {
    ...detectors.z_score(),
    supervised: true,
    fit(x, context) {
      seen.push(context.seed, context.labels, context.signal);
      return detectors.z_score().fit(x, context);
    },
  };
  const { signal } = new AbortController();
  const shares: number[] = [];
  const task = { detector: watching, columns: ["hour", "kwh"], seed: 7 };
  await fitMember(rows, task, { signal, onProgress: (share) => shares.push(share) });
  assert.deepEqual(seen, [7, rows.labels, signal]);
  assert.equal(shares.at(-1), 1);
});

Deno.test("fitMember() refuses labels that are not one per row", async () => {
  const task = { detector: detectors.z_score(), columns: ["kwh"], seed: 7 };
  await assert.rejects(fitMember({ ...rows, labels: Uint8Array.of(0) }, task, {}), {
    name: "RangeError",
    message: "Cannot fit a member: expected 3 labels, got 1",
  });
});
