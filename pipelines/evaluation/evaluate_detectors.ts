/** Every scorer on every meter that a protocol judges, each by scores it had never seen. */
import type { AlarmRule, Detector } from "../../models/mod.ts";
import type { Progress } from "../progress.ts";
import { acrossFolds, type JudgedScorer } from "./across_folds.ts";
import { divideMeters, type Protocol } from "./folds.ts";
import { type JudgedFold, judgeFold } from "./judge_fold.ts";
import type { EvaluationData } from "./labelled_rows.ts";
import type { ThresholdChoice } from "../steps/threshold_choice.ts";

/** What decides an evaluation beside its data. */
export interface EvaluationOptions {
  readonly protocol: Protocol;
  readonly detectors: readonly Detector[];
  readonly seed: number;
  readonly threshold: ThresholdChoice;
  /**
   * What makes alarms of the hours that reach the threshold. Where it is given, all figures of
   * events are about alarms: a reported event is a run of hours at which an alarm is on, true where
   * one of them is anomalous; a true event is found at its first hour with an alarm on. Hours that
   * led to an alarm and quiet ones do not count as reported. Rankings stay as they are.
   */
  readonly alarms?: AlarmRule;
}

/** The scores of an evaluation. */
export interface JudgedScorers {
  /** Places of the rows within the judged rows of the data, ascending. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly folds: number;
  readonly scorers: readonly JudgedScorer[];
  /** The ensemble `mean` without each member in turn, by its name, where it has three. */
  readonly ablated: readonly JudgedScorer[];
  /** Why a scorer is not among them: what its fit refused in one of the folds, by its name. */
  readonly refused: Readonly<Record<string, string>>;
}

/**
 * Runs all folds of a protocol one after the other.
 *
 * @param now Milliseconds since any fixed time, for how long fits and scores take.
 * @throws {RangeError} When there are fewer than three meters, or meters of a fold have no usual
 * hours.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors } from "../../models/mod.ts";
 * import { createProgress } from "../progress.ts";
 * import { evaluationData } from "./evaluation_data_fixture.ts";
 * const { folds, scorers } = await evaluateDetectors(
 *   evaluationData(),
 *   {
 *     protocol: "leave-one-out",
 *     detectors: [detectors.iqr()],
 *     seed: 1,
 *     threshold: { rule: "quantile", contamination: 0.01 },
 *   },
 *   () => 0,
 *   createProgress({ write() {}, isTerminal: false, now: () => 0 }),
 * );
 * assert.deepEqual([folds, scorers[0].name, scorers[0].meters.length], [5, "iqr", 5]);
 * ```
 */
export async function evaluateDetectors(
  data: EvaluationData,
  options: EvaluationOptions,
  now: () => number,
  progress: Progress,
): Promise<JudgedScorers> {
  const meters = [...new Set(data.judged.meterIds)];
  const folds = divideMeters(options.protocol, meters, options.seed);
  const judged: JudgedFold[] = [];
  for (const [i, fold] of folds.entries()) {
    judged.push(
      await progress.step(
        `fold ${i + 1} of ${folds.length}`,
        (onProgress) => judgeFold(data, fold, { ...options, now, onProgress }),
      ),
    );
  }
  const rows = Uint32Array.from(judged.flatMap((fold) => [...fold.rows])).sort();
  const places = new Map(Array.from(rows, (row, at) => [row, at]));
  const refused: Record<string, string> = Object.assign({}, ...judged.map((fold) => fold.refused));
  for (const [name, reason] of Object.entries(refused)) progress.note(`${name}: ${reason}`);
  const at = judged.map((fold) => Array.from(fold.rows, (row) => places.get(row) as number));
  const across = (step: string, of: "scorers" | "ablated") =>
    progress.step(step, (onProgress) => {
      const parts = judged.map((fold, i) => ({ at: at[i], scorers: fold[of] }));
      return acrossFolds({ data, rows, alarms: options.alarms }, parts, onProgress);
    });
  const scorers = await across("judge", "scorers");
  const ablated = await across("ablate", "ablated");
  return { rows, folds: folds.length, scorers, ablated, refused };
}
