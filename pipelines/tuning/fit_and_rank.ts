/** How well a detector with some options ranks the hours of meters it never saw. */
import {
  createDetector,
  type DetectorSpec,
  type Matrix,
  random,
  sampleIndices,
  selectColumns,
  selectRows,
} from "../../models/mod.ts";
import { inputsOf } from "../evaluation/detector_inputs.ts";
import type { TrialPlan } from "./trial.ts";
import { type JudgedMeters, precisionByMeter, type TuningRows } from "./tuning_rows.ts";

/** What a fit needs beside its rows. */
export interface RankOptions {
  readonly seed: number;
  /** Breaks the fit off. */
  readonly signal?: AbortSignal;
}

/**
 * Fits a detector to the training meters and gives the average precision of each meter of some
 * groups. With a share below 1 the fit sees so many of its rows, drawn by the seed, one at least.
 *
 * @returns One list per group, with a figure per meter.
 * @throws {RangeError} When the detector refuses the options or the rows.
 * @throws The signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
 * import { tuningRows } from "./tuning_rows.ts";
 * const rows = tuningRows(evaluationData(), 1);
 * const plan = { detector: "iqr", options: {}, share: 1 } as const;
 * const [[precision]] = await fitAndRank(plan, rows, [rows.validation], { seed: 1 });
 * assert.ok(precision > 0.9);
 * ```
 */
export async function fitAndRank(
  plan: TrialPlan,
  rows: Pick<TuningRows, "usual" | "labelled">,
  groups: readonly JudgedMeters[],
  options: RankOptions,
): Promise<number[][]> {
  const scores = await fitAndScore(plan, rows, groups.map(({ x }) => x), options);
  return groups.map((group, i) => precisionByMeter(group, scores[i]));
}

/**
 * Fits a detector to the training meters and gives its raw scores of other rows.
 *
 * @returns One list per matrix.
 * @throws {RangeError} When the detector refuses the options or the rows.
 * @throws The signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
 * import { tuningRows } from "./tuning_rows.ts";
 * const rows = tuningRows(evaluationData(), 1);
 * const plan = { detector: "iqr", options: {}, share: 1 } as const;
 * const [scores] = await fitAndScore(plan, rows, [rows.usual], { seed: 1 });
 * assert.equal(scores.length, rows.usual.rows);
 * ```
 */
export async function fitAndScore(
  { detector, options, share }: TrialPlan,
  rows: Pick<TuningRows, "usual" | "labelled">,
  asked: readonly Matrix[],
  { seed, signal }: RankOptions,
): Promise<Float64Array[]> {
  const whole = createDetector({ name: detector, options } as DetectorSpec);
  const columns = inputsOf(whole);
  const { x, labels } = whole.supervised ? rows.labelled : { x: rows.usual, labels: undefined };
  const drawn = sampleIndices(x.rows, Math.max(1, Math.round(share * x.rows)), random(seed)).sort();
  const fitted = await whole.fit(selectColumns(selectRows(x, drawn), columns), {
    seed,
    signal,
    labels: labels && Uint8Array.from(drawn, (row) => labels[row]),
  });
  return asked.map((x) => fitted.anomalyScores(selectColumns(x, columns)));
}
