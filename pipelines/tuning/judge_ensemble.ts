/** Which of the tuned detectors make the best ensemble, and whether it holds. */
import { calibrate, detectors, fitCalibration, selectMembers } from "../../models/mod.ts";
import { fitAndScore } from "./fit_and_rank.ts";
import type { TrialPlan } from "./trial.ts";
import {
  type Choices,
  type Compared,
  type ComparedOnTest,
  compareOnTest,
} from "./tuning_report.ts";
import { precisionByMeter, type TuningRows } from "./tuning_rows.ts";

/** The mean of some detectors' calibrated scores; the default is that of all with their defaults. */
export interface EnsembleChoice {
  /** In the order in which they were added. */
  readonly members: readonly string[];
  readonly validation: Compared;
  readonly test: ComparedOnTest;
}

/** A fitted detector's calibrated scores. */
interface Member {
  readonly name: string;
  readonly validation: Float64Array;
  readonly test: Float64Array;
}

/**
 * Selects members among the detectors that learn without labels, with their chosen options, by
 * the validation meters alone, and compares their mean with that of all such detectors as they come.
 *
 * @param seed The seed of the trials.
 * @returns `null` where there are fewer than two detectors to choose from.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
 * import { tuningRows } from "./tuning_rows.ts";
 * const choice = { options: {}, trials: 1, validation: { default: 1, chosen: 1 } };
 * const rows = tuningRows(evaluationData(), 1);
 * const ensemble = await judgeEnsemble({ iqr: choice, z_score: choice }, rows, 1);
 * assert.ok(ensemble!.validation.chosen >= ensemble!.validation.default!);
 * ```
 */
export async function judgeEnsemble(
  choices: Choices,
  rows: TuningRows,
  seed: number,
): Promise<EnsembleChoice | null> {
  const names = Object.keys(choices)
    .filter((name) => !detectors[name as TrialPlan["detector"]]().supervised);
  if (names.length < 2) return null;
  const chosen: Member[] = [];
  const before: Member[] = [];
  for (const name of names) {
    const { options, validation } = choices[name];
    const tuned = await fitMember(name, options, rows, seed);
    chosen.push(tuned);
    if (Object.keys(options).length === 0) before.push(tuned);
    else if (validation.default !== null) before.push(await fitMember(name, {}, rows, seed));
  }
  const figures = (group: "validation" | "test", members: readonly Member[]) =>
    members.length === 0
      ? null
      : precisionByMeter(rows[group], mean(members.map((member) => member[group])));
  const value = (members: readonly Member[]) => average(figures("validation", members) ?? []);
  const members = selectMembers(chosen, value);
  return {
    members: members.map(({ name }) => name),
    validation: {
      default: before.length === 0 ? null : value(before),
      chosen: value(members),
    },
    test: compareOnTest(
      { default: figures("test", before), chosen: figures("test", members) ?? [] },
      seed,
    ),
  };
}

/**
 * The choice in one sentence.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const validation = { default: 0.25, chosen: 0.5 };
 * const test = { ...validation, difference: 0.25, difference_ci: [0.125, 0.375] } as const;
 * assert.equal(
 *   ensembleText({ members: ["iqr", "pca"], validation, test }),
 *   "best mean: iqr, pca: validation 0.500 and test 0.500; " +
 *     "all with defaults: validation 0.250 and test 0.250; test difference 0.250 (0.125 to 0.375)",
 * );
 * ```
 */
export function ensembleText({ members, validation, test }: EnsembleChoice): string {
  const digits = (value: number | null) => value?.toFixed(3) ?? "–";
  const both = (side: keyof Compared) =>
    `validation ${digits(validation[side])} and test ${digits(test[side])}`;
  const interval = test.difference_ci?.map(digits).join(" to ") ?? "–";
  return `best mean: ${members.join(", ")}: ${both("chosen")}; ` +
    `all with defaults: ${both("default")}; ` +
    `test difference ${digits(test.difference)} (${interval})`;
}

async function fitMember(
  name: string,
  options: TrialPlan["options"],
  rows: TuningRows,
  seed: number,
): Promise<Member> {
  const plan = { detector: name as TrialPlan["detector"], options, share: 1 };
  const asked = [rows.calibration, rows.validation.x, rows.test.x];
  const [usual, validation, test] = await fitAndScore(plan, rows, asked, { seed });
  const calibration = fitCalibration(usual);
  return {
    name,
    validation: calibrate(calibration, validation),
    test: calibrate(calibration, test),
  };
}

function mean(scores: readonly Float64Array[]): Float64Array {
  return scores[0].map((_, row) => average(scores.map((own) => own[row])));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
