/** The volume under the surface of range-AUC over buffer lengths, of one series. */

import { requireJudgeable } from "./judgeable.ts";

/** The longest buffer in use, in intervals: a day of hours. */
export const LONGEST_BUFFER = 24;
/** Thresholds at evenly spaced ranks, as many as the authors take. */
const THRESHOLDS = 250;

/** Both volumes, each from 0 to 1. */
export interface VolumeUnderSurface {
  /** Under the receiver operating characteristic. */
  readonly roc: number;
  /** Under precision against recall. */
  readonly pr: number;
}

/** The rows of an event, both ends inclusive. */
type Span = readonly [first: number, last: number];

/**
 * VUS-ROC and VUS-PR of Paparrizos et al. (2022), "Volume Under the Surface", PVLDB 15(11): the
 * areas under the curves, averaged over all buffer lengths from 0 to `longestBuffer`. A buffer of
 * length L counts the L/2 rows to each side of an event as anomalous too, the further the less
 * (√(1 − distance / L)), so that a score that comes a little early or late is not wholly wrong;
 * recall is multiplied by the share of events that are touched at all. The curves have 250 points
 * at evenly spaced ranks, as in the authors' code (TSB-AD 1.5, `generate_curve`), whose figures
 * these are. Neither volume has a fixed value for chance; compare with a random score.
 *
 * Takes the rows as consecutive: a missing interval brings its neighbours together. Takes
 * O(n log n + L · b) for n rows of which b lie in events or buffers.
 *
 * @param labels The truth in ascending time, 1 = anomalous, else 0.
 * @param scores Higher = more anomalous.
 * @param longestBuffer In rows, a whole number.
 * @throws {RangeError} When lengths differ, a score is NaN, a class is absent, or the buffer is
 * not a whole number from 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const labels = Uint8Array.of(0, 0, 0, 1, 1, 0, 0, 0);
 * assert.deepEqual(volumeUnderSurface(labels, Float64Array.from(labels), 2), { roc: 1, pr: 1 });
 * const late = volumeUnderSurface(labels, Float64Array.of(0, 0, 0, 0, 1, 1, 0, 0), 2);
 * assert.ok(late.pr > volumeUnderSurface(labels, Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0), 2).pr);
 * ```
 */
export function volumeUnderSurface(
  labels: Uint8Array,
  scores: Float32Array | Float64Array,
  longestBuffer: number = LONGEST_BUFFER,
): VolumeUnderSurface {
  requireJudgeable(labels, scores);
  if (!Number.isInteger(longestBuffer) || longestBuffer < 0) {
    throw new RangeError(
      `Cannot buffer events as the longest buffer must be a whole number from 0: current value is ${longestBuffer}`,
    );
  }
  const { reachedAt, reported } = reaches(scores);
  const events = spansOf(labels);
  const inEvents = new Float64Array(THRESHOLDS);
  labels.forEach((label, row) => inEvents[reachedAt[row]] += label);
  const positives = inEvents.reduce((sum, rows) => sum + rows, 0);
  let roc = 0;
  let pr = 0;
  for (let buffer = 0; buffer <= longestBuffer; buffer++) {
    const areas = rangeAreas(
      { positives, rows: labels.length, reported, inEvents },
      bufferWeights(labels, events, buffer, reachedAt),
      touchedSpans(mergedSpans(events, buffer, labels.length), reachedAt),
    );
    roc += areas.roc;
    pr += areas.pr;
  }
  return { roc: roc / (longestBuffer + 1), pr: pr / (longestBuffer + 1) };
}

/** For each row the first threshold it reaches, and how many rows reach each threshold. */
function reaches(scores: Float32Array | Float64Array) {
  const ascending = Float64Array.from(scores).sort();
  const step = (scores.length - 1) / (THRESHOLDS - 1);
  const thresholds = Float64Array.from({ length: THRESHOLDS }, (_, k) => {
    const rank = k === THRESHOLDS - 1 ? scores.length - 1 : Math.floor(k * step);
    return ascending[scores.length - 1 - rank];
  });
  const reached = new Float64Array(THRESHOLDS);
  const reachedAt = Uint8Array.from(scores, (score) => {
    let low = 0;
    let high = THRESHOLDS - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (score >= thresholds[middle]) high = middle;
      else low = middle + 1;
    }
    reached[low]++;
    return low;
  });
  return { reachedAt, reported: runningSum(reached) };
}

function spansOf(labels: Uint8Array): Span[] {
  const spans: Span[] = [];
  let first = -1;
  for (let row = 0; row <= labels.length; row++) {
    if (labels[row] === 1) first = first < 0 ? row : first;
    else if (first >= 0) {
      spans.push([first, row - 1]);
      first = -1;
    }
  }
  return spans;
}

/** The weight that rows of buffers have, summed by the first threshold they reach. */
function bufferWeights(
  labels: Uint8Array,
  events: readonly Span[],
  buffer: number,
  reachedAt: Uint8Array,
): Float64Array {
  const half = buffer >> 1;
  const weights = new Map<number, number>();
  const add = (row: number, distance: number) => {
    if (row < 0 || row >= labels.length || labels[row] === 1) return;
    weights.set(row, (weights.get(row) ?? 0) + Math.sqrt(1 - distance / buffer));
  };
  for (const [first, last] of events) {
    for (let distance = 1; distance <= half; distance++) {
      add(first - distance, distance);
      add(last + distance, distance);
    }
  }
  const sums = new Float64Array(THRESHOLDS);
  for (const [row, weight] of weights) sums[reachedAt[row]] += Math.min(1, weight);
  return sums;
}

/** Events with their buffers; those that meet are one. */
function mergedSpans(events: readonly Span[], buffer: number, rows: number): Span[] {
  const half = buffer >> 1;
  const merged: [number, number][] = [];
  for (const [first, last] of events) {
    const before = merged[merged.length - 1];
    if (before !== undefined && before[1] >= first - half) before[1] = last + half;
    else merged.push([Math.max(first - half, 0), last + half]);
  }
  merged[merged.length - 1][1] = Math.min(merged[merged.length - 1][1], rows - 1);
  return merged;
}

/** The share of spans that are touched at each threshold. */
function touchedSpans(spans: readonly Span[], reachedAt: Uint8Array): Float64Array {
  const first = new Float64Array(THRESHOLDS);
  for (const [from, to] of spans) {
    let earliest = THRESHOLDS - 1;
    for (let row = from; row <= to; row++) earliest = Math.min(earliest, reachedAt[row]);
    first[earliest]++;
  }
  return runningSum(first).map((touched) => touched / spans.length);
}

function rangeAreas(
  { positives, rows, reported, inEvents }: {
    readonly positives: number;
    readonly rows: number;
    readonly reported: Float64Array;
    readonly inEvents: Float64Array;
  },
  inBuffers: Float64Array,
  touched: Float64Array,
): VolumeUnderSurface {
  const found = runningSum(inEvents);
  const near = runningSum(inBuffers);
  let roc = 0;
  let pr = 0;
  let [recallBefore, fallOutBefore] = [0, 0];
  for (let k = 0; k < THRESHOLDS; k++) {
    const truePositives = found[k] + near[k];
    // Half way between the true rows and those that count with what was found of the buffers.
    const expected = positives + near[k] / 2;
    const recall = Math.min(truePositives / expected, 1) * touched[k];
    const fallOut = (reported[k] - truePositives) / (rows - expected);
    roc += (fallOut - fallOutBefore) * (recall + recallBefore) / 2;
    pr += (recall - recallBefore) * (truePositives / reported[k]);
    [recallBefore, fallOutBefore] = [recall, fallOut];
  }
  roc += (1 - fallOutBefore) * (1 + recallBefore) / 2;
  return { roc, pr };
}

function runningSum(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => sum += value);
}
