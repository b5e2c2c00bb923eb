import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { withTrainingFacts } from "./training_facts_fixture.ts";

Deno.test("withTrainingFacts() lends a model that scores, and closes it", async () => {
  const row = matrix(["residual_week", "change_168h"], [50, -50]);
  let score = () => Promise.resolve<unknown>(undefined);
  await withTrainingFacts(async ({ trained: { session, threshold } }) => {
    const { label } = await session.score(row);
    assert.deepEqual([session.threshold, threshold, [...label]], [0.75, 0.75, [1]]);
    score = () => session.score(row);
  });
  await assert.rejects(score(), /closed/);
});
