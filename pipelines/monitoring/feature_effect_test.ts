import assert from "node:assert/strict";
import { featureEffect } from "./feature_effect.ts";
import { plannedWeeks } from "./planned_weeks_fixture.ts";

const WEEKS = 9;

/** The scored feature is 0 to 23/48 by the hour, the other the hour; both move in the last week. */
async function judge(scored: number, ignored: number) {
  await using weeks = await plannedWeeks({
    meters: 3,
    weeks: WEEKS,
    plan: (_, hour) => {
      const last = hour >= (WEEKS - 1) * 168 ? 1 : 0;
      return [(hour % 24) / 48 + last * scored, hour % 24 + last * ignored];
    },
  });
  return await featureEffect.compute(weeks.input);
}

Deno.test("feature_effect has nothing to rank where nothing drifted", async () => {
  const { verdict, summary, figures } = await judge(0, 0);
  assert.deepEqual([verdict, figures.drifted, figures.together], ["no_drift", 0, null]);
  assert.equal(summary, "No feature differs from training, so none can have an effect");
});

Deno.test("feature_effect measures how many alerts the drift of a feature made", async () => {
  // Raised by a half, the scores of the hours from 12 on reach 0.75: 84 of the 168 of a week.
  const { verdict, figures, tables, charts } = await judge(0.5, 0);
  assert.equal(verdict, "drift");
  const [first] = figures.features;
  assert.deepEqual([first.feature, first.effect, first.alerts], ["residual_week", "alerts", 84]);
  assert.ok(Math.abs(first.score - 0.5) < 1e-6);
  assert.deepEqual(figures.together!.alerts, 84);
  assert.deepEqual(tables[0].rows[1].slice(0, 3), ["residual_week", "changed alerts", 84]);
  assert.match(charts[0].draw(480), />84\.00</);
});

Deno.test("feature_effect tells a drift that moved scores below the threshold", async () => {
  const { verdict, figures } = await judge(0.25, 0);
  assert.deepEqual([verdict, figures.changed_alerts, figures.changed_scores], ["no_drift", 0, 1]);
  assert.ok(Math.abs(figures.features[0].score - 0.25) < 1e-6);
});

Deno.test("feature_effect says that the drift of what the model passes over is harmless", async () => {
  const { verdict, figures } = await judge(0, 100);
  assert.deepEqual([verdict, figures.drifted, figures.harmless], ["no_drift", 1, 1]);
  const [only] = figures.features;
  assert.deepEqual([only.feature, only.effect, only.alerts, only.score], ["ignored", "none", 0, 0]);
});

Deno.test("feature_effect ranks what did most first, however far it drifted", async () => {
  const { figures, summary } = await judge(0.5, 1000);
  assert.deepEqual(figures.features.map(({ feature }) => feature), ["residual_week", "ignored"]);
  assert.equal(
    summary,
    "Of 2 drifted features 1 changed alerts, most of all residual_week (+84.0), 0 scores alone, " +
      "and 1 did nothing; all together +84.0 anomalous hours per meter and week",
  );
});

Deno.test("feature_effect undoes that a feature went missing", async () => {
  await using weeks = await plannedWeeks({
    meters: 3,
    weeks: WEEKS,
    plan: (_, hour) => [(hour % 24) / 48, hour >= (WEEKS - 1) * 168 ? NaN : hour % 24],
  });
  const { figures } = await featureEffect.compute(weeks.input);
  assert.deepEqual(figures.features.map(({ feature, effect }) => [feature, effect]), [
    ["ignored", "none"],
  ]);
});
