import assert from "node:assert/strict";
import { MODEL_INPUTS, readFeatures } from "../features/mod.ts";
import { withChampionHome } from "../champion_home_fixture.ts";
import { makeModelRows } from "./model_rows.ts";

Deno.test("makeModelRows() injects faults into training and validation meters alone", async (t) => {
  await withChampionHome(async ({ context: { db }, training: { split } }) => {
    const [{ end }] = await db.rows<{ end: number }>(`SELECT max(ts) AS "end" FROM features`);
    const until = end + 3_600_000;
    const rows = await makeModelRows(db, { split, until, seed: 1 });
    const sound = (meterIds: readonly string[]) =>
      readFeatures(db, MODEL_INPUTS, { until, meterIds, complete: true, sound: true });

    await t.step("takes the usual hours of the validation meters as they are", async () => {
      assert.deepEqual(rows.usual, await sound(split.validation));
    });

    await t.step("has every hour of the validation meters with faults, each once", async () => {
      const { meterIds, ts, label } = rows.validation;
      assert.deepEqual([...new Set(meterIds)].sort(), split.validation.toSorted());
      assert.equal(new Set(meterIds.map((id, row) => `${id} ${ts[row]}`)).size, ts.length);
      assert.ok(ts.length >= (await sound(split.validation)).x.rows);
      assert.ok(label.includes(1) && label.includes(0));
    });

    await t.step("has two series of the training meters, of alike hours a few", async () => {
      const { x, fault } = rows.train;
      assert.deepEqual([x.columns, fault.length], [MODEL_INPUTS, x.rows]);
      // One fault in 21 days of 192 in each series, of ten hours at most, but for one without place.
      const faults = Map.groupBy(fault.filter((number) => number >= 0), (number) => number);
      const most = 2 * split.train.length * 9;
      assert.ok(faults.size > 0.9 * most && faults.size <= most, `${faults.size} of ${most}`);
      for (const [, hours] of faults) assert.ok(hours.length <= 10);
      // Of the usual hours a tenth, less those in the time of faults, which is up to half.
      const clean = (await sound(split.train)).x.rows;
      const usual = fault.filter((number) => number < 0).length;
      assert.ok(usual > clean / 10 && usual <= 2 * (clean / 10 + split.train.length), `${usual}`);
    });
  });
});
