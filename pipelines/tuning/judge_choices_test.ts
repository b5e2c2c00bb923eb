import assert from "node:assert/strict";
import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
import { fitAndRank } from "./fit_and_rank.ts";
import { judgeChoices } from "./judge_choices.ts";
import type { Trial } from "./trial.ts";
import { tuningRows } from "./tuning_rows.ts";

const rows = tuningRows(evaluationData(), 3);

async function onTest(options: Trial["options"]): Promise<number> {
  const plan = { detector: "isolation_forest", options, share: 1 } as const;
  return (await fitAndRank(plan, rows, [rows.test], { seed: 5 }))[0][0];
}

Deno.test("judgeChoices() ranks the test meters with both options", async () => {
  const options = { trees: 1, sampleSize: 4 };
  const validation = { default: 0.5, chosen: 0.75 };
  const choices = {
    isolation_forest: { options, trials: 3, validation },
    iqr: { options: {}, trials: 1, validation },
  };
  const { isolation_forest, iqr } = await judgeChoices(choices, rows, 5);
  const [before, chosen] = [await onTest({}), await onTest(options)];
  assert.notEqual(before, chosen);
  const { test, ...others } = isolation_forest;
  assert.deepEqual(others, choices.isolation_forest);
  assert.deepEqual(
    [test?.default, test?.chosen, test?.difference],
    [before, chosen, chosen - before],
  );
  assert.equal(iqr.test?.default, iqr.test?.chosen);
});

Deno.test("judgeChoices() leaves defaults alone that were refused", async () => {
  const choice = {
    options: { trees: 1 },
    trials: 2,
    validation: { default: null, chosen: 0.75 },
  };
  const { isolation_forest } = await judgeChoices({ isolation_forest: choice }, rows, 5);
  assert.deepEqual(
    [isolation_forest.test?.default, isolation_forest.test?.chosen],
    [null, await onTest({ trees: 1 })],
  );
});
