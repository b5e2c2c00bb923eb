import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { openScoredHostel } from "../scored_hostel_fixture.ts";
import { explainHours } from "./explain_hours.ts";

Deno.test("explainHours() names the features whose usual value lowers the score", async (t) => {
  await using hostel = await openScoredHostel();
  const { model } = hostel;
  const usual = model.profile.columns.map(({ median }) => Math.fround(median!));
  const scoreOf = async (residual: number, hour: number) =>
    (await model.session.score(matrix(model.columns, [residual, hour]))).score[0];

  await t.step("with value, usual value and drop, the weightiest first", async () => {
    const score = await scoreOf(40, 3);
    const expected = [
      {
        feature: "residual_week",
        value: 40,
        usual: usual[0],
        drop: score - await scoreOf(usual[0], 3),
      },
      { feature: "hour", value: 3, usual: usual[1], drop: score - await scoreOf(40, usual[1]) },
    ].filter(({ drop }) => drop > 0).sort((a, b) => b.drop - a.drop);
    assert.ok(expected.length > 0);
    assert.deepEqual(await explainHours(model, matrix(model.columns, [40, 3])), [expected]);
  });

  await t.step("with a missing value as null", async () => {
    const [reasons] = await explainHours(model, matrix(model.columns, [NaN, 23]));
    for (const { feature, value, drop } of reasons) {
      assert.equal(value, feature === "hour" ? 23 : null);
      assert.ok(drop > 0);
    }
  });

  await t.step("and none for an hour like any other", async () => {
    assert.deepEqual(await explainHours(model, matrix(model.columns, usual)), [[]]);
  });
});
