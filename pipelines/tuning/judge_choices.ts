/** The test meters' word on what was chosen by others. */
import { fitAndRank } from "./fit_and_rank.ts";
import type { Trial } from "./trial.ts";
import { type Choices, compareOnTest, type DetectorChoice } from "./tuning_report.ts";
import type { TuningRows } from "./tuning_rows.ts";

/**
 * Fits each detector with its default and its chosen options to the training meters again, and adds
 * how both rank the test meters. Nothing is chosen after it.
 *
 * @param seed The seed of the trials.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
 * import { tuningRows } from "./tuning_rows.ts";
 * const choice = { options: {}, trials: 1, validation: { default: 1, chosen: 1 } };
 * const { iqr } = await judgeChoices({ iqr: choice }, tuningRows(evaluationData(), 1), 1);
 * assert.equal(iqr.test?.difference, 0);
 * ```
 */
export async function judgeChoices(
  choices: Choices,
  rows: TuningRows,
  seed: number,
): Promise<Choices> {
  const judged: [string, DetectorChoice][] = [];
  for (const [name, choice] of Object.entries(choices)) {
    const rank = async (options: Trial["options"]) => {
      const plan = { detector: name as Trial["detector"], options, share: 1 };
      return (await fitAndRank(plan, rows, [rows.test], { seed }))[0];
    };
    const chosen = await rank(choice.options);
    const isDefault = Object.keys(choice.options).length === 0;
    const isRefused = choice.validation.default === null;
    const before = isDefault ? chosen : isRefused ? null : await rank({});
    judged.push([name, { ...choice, test: compareOnTest({ default: before, chosen }, seed) }]);
  }
  return Object.fromEntries(judged);
}
