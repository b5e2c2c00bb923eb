/** Windows of a wave that repeats itself, and what breaks it: for detectors that read sequences. */

import assert from "node:assert/strict";
import { type Matrix, matrix } from "../matrix.ts";
import type { FittedDetector } from "./detector.ts";

const WIDTH = 16;
const COLUMNS = Array.from({ length: WIDTH }, (_, j) => `lag_${WIDTH - 1 - j}`);
const PERIOD = [0, 0, 1, 3, 1, 0, -1, -1];
const PEAK = Math.max(...PERIOD);

/** Windows of 16 steps of a wave of period 8, at every phase and in many heights. */
export function waves(rows: number, first: number): number[][] {
  return Array.from({ length: rows }, (_, i) => {
    const height = 1 + 0.3 * Math.sin(first + i);
    return COLUMNS.map((_, j) => height * PERIOD[(i + j) % PERIOD.length]);
  });
}

/** The windows as rows. */
export function windows(rows: number[][]): Matrix {
  return matrix(COLUMNS, rows.flat());
}

/** Windows whose newest value is off score more than twice what any usual one does. */
export function assertBreakHeard({ anomalyScores }: FittedDetector): void {
  const usual = waves(200, 5000);
  const worst = Math.max(...anomalyScores(windows(usual)));
  const broken = usual.map((row, i) => row.with(-1, 2 + PERIOD[(i + WIDTH - 1) % PERIOD.length]));
  for (const score of anomalyScores(windows(broken))) {
    assert.ok(score > 2 * worst, `${score} against ${worst}`);
  }
}

/** Where a peak is due and a 0 comes, a usual value, the score is more than five times as high. */
export function assertMissingPeakHeard({ anomalyScores }: FittedDetector): void {
  const peaks = waves(200, 5000)
    .filter((_, i) => PERIOD[(i + WIDTH - 1) % PERIOD.length] === PEAK);
  const usual = anomalyScores(windows(peaks));
  const skipped = anomalyScores(windows(peaks.map((row) => row.with(-1, 0))));
  usual.forEach((score, i) => assert.ok(skipped[i] > 5 * score, `${skipped[i]}, ${score}`));
}
