import assert from "node:assert/strict";
import { MODEL_INPUTS, readFeatures } from "../features/mod.ts";
import { withTrainedHome } from "../trained_home_fixture.ts";
import { makeModelRows } from "./model_rows.ts";

Deno.test("makeModelRows() injects faults into training and validation meters alone", async (t) => {
  await withTrainedHome({}, async ({ context: { db }, training: { split } }) => {
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

    await t.step(
      "has two series of the training meters, with few hours of long events",
      async () => {
        const { x, label } = rows.train;
        assert.deepEqual([x.columns, label.length], [MODEL_INPUTS, x.rows]);
        const clean = (await sound(split.train)).x.rows;
        const faulty = label.reduce((sum, one) => sum + one, 0);
        // What is not kept of an event is left out, not taken for usual.
        assert.ok(x.rows - faulty < 2 * clean && x.rows > clean, `${x.rows} of ${clean}`);
        // Three faults a meter in each series, of nights one event each.
        const most = 2 * split.train.length * 3 * 24 * 10;
        assert.ok(faulty > 0 && faulty <= most, `${faulty} of ${most}`);
      },
    );
  });
});
