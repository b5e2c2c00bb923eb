import assert from "node:assert/strict";
import { EVALUATION } from "./evaluation_fixture.ts";
import { evaluationTable } from "./evaluation_table.ts";
import { modelCard } from "./model_card.ts";
import { withTrainingFacts } from "./training_facts_fixture.ts";

async function card(): Promise<string> {
  let text = "";
  await withTrainingFacts((facts) => void (text = modelCard(facts)));
  // The lines of a paragraph end where they fit.
  return text.replaceAll(/(?<!\n)\n(?![\n|-])/g, " ");
}

Deno.test("modelCard() says what the model is and how its line was drawn", async () => {
  const text = await card();
  assert.match(text, /^# energy-anomaly\n/);
  assert.match(text, /the calibrated scores of z_score, iqr, combined by the rule mean\./);
  assert.match(text, /at or above 0\.7500 is labelled 1; that threshold was drawn by hand\./);
  assert.match(
    text,
    /## Input\n\n2 of the 65 features of the views energy_hourly and energy_context, .*: residual_week, change_168h\. /,
  );
});

Deno.test("modelCard() names the data and every setting", async () => {
  const text = await card();
  assert.match(text, /Dataset hostel, digest (00ff){16}\./);
  assert.match(text, /\n- seed: 1\n- until: end\n/);
});

Deno.test("modelCard() holds the evaluation with what it was made on", async () => {
  const text = await card();
  assert.match(
    text,
    /Labels: told by hand\. 100 hours of 2 test meters, 7 of them anomalous \(2 spike, 1 zero\)\./,
  );
  assert.match(text, /Left out, as they cannot carry faults: dead\.\n/);
  assert.ok(text.includes(evaluationTable(EVALUATION)));
  assert.match(text, /differ by at most 2\.0e-7\./);
});
