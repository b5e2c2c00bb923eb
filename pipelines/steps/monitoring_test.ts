import assert from "node:assert/strict";
import { openDataset } from "../commands/open_dataset.ts";
import type { Context } from "../context.ts";
import { writeHostelCsv } from "../hostel_csv_fixture.ts";
import { readJsonFile } from "../json_file.ts";
import { hostelSource, silent, withTrainedHome } from "../trained_home_fixture.ts";
import { ingest } from "./ingest.ts";
import { monitor, readLatestDrift, type StoredDriftReport } from "./monitoring.ts";

const JUNE = Date.UTC(2024, 5, 1);
const JULY = Date.UTC(2024, 6, 1);
const june = { from: JUNE, to: JULY };

/** Reports a window of a dataset with the champion. */
async function report(
  context: Context,
  dataset: string,
  window: { from: number; to: number },
): Promise<StoredDriftReport> {
  const model = "models:/energy-anomaly@champion";
  const opened = await openDataset(context, { dataset, model }, silent);
  try {
    return await monitor(context, opened.model, { dataset, ...window }, silent);
  } finally {
    await opened.model.session.close();
  }
}

/** The hostel, but from June on the rooms are shut: standby alone, day and night. */
async function ingestClosed(context: Context): Promise<void> {
  const file = `${context.config.home}/closed.csv`;
  await writeHostelCsv(file, {
    edit: (lines) =>
      lines.map((line) => {
        const [meter, ts] = line.split(",");
        return Date.parse(ts) < JUNE ? line : [meter, ts, 0.05].join();
      }),
  });
  await ingest(context, hostelSource(file), silent);
}

Deno.test("monitor() tells a month that changed from one that did not", async (t) => {
  await withTrainedHome({}, async ({ context }) => {
    const { db, config: { home } } = context;
    const ordinary = await report(context, "hostel", june);

    await t.step("does not alarm at an ordinary month", () => {
      const { drift, rules, drifted, share } = ordinary;
      assert.deepEqual({ drift, rules, drifted, share }, {
        drift: false,
        rules: [],
        drifted: 0,
        share: 0,
      });
    });

    await t.step("says which model, which dataset and which hours it is about", async () => {
      const { dataset, model, version, from, to, rows } = ordinary;
      assert.deepEqual({ dataset, model, version, from, to }, {
        dataset: "hostel",
        model: "energy-anomaly",
        version: "1",
        from: "2024-06-01T00:00:00.000Z",
        to: "2024-07-01T00:00:00.000Z",
      });
      const [{ n, median }] = await db.rows<{ n: number; median: number }>(`
        SELECT count(*) AS n, median(residual_week::DOUBLE) AS median FROM features
        WHERE ts >= '2024-06-01' AND ts < '2024-07-01'
          AND residual_week IS NOT NULL AND change_168h IS NOT NULL`);
      const residual = ordinary.columns.find(({ column }) => column === "residual_week");
      assert.deepEqual([rows, residual?.currentMedian], [n, median]);
      assert.equal(ordinary.columns.length, 65);
    });

    await ingestClosed(context);
    const closed = await report(context, "closed", june);

    await t.step("alarms when the rooms are shut, and names the constant load first", () => {
      // A constant load has no course to compare with the usual one.
      const rules = ["columns_moved", "column_went_missing"];
      assert.deepEqual([closed.drift, closed.rules], [true, rules]);
      const [worst] = closed.columns;
      assert.equal(worst.column, "run_length");
      assert.ok(worst.drifted && worst.currentMedian! > worst.referenceMedian!);
      const fallen = closed.columns.find(({ column }) => column === "residual_week")!;
      assert.ok(fallen.drifted && fallen.currentMedian! < fallen.referenceMedian!);
      assert.equal(closed.drifted, closed.columns.filter(({ drifted }) => drifted).length);
    });

    await t.step("does not alarm at the month before the change", async () => {
      const may = await report(context, "closed", { from: Date.UTC(2024, 4, 1), to: JUNE });
      assert.equal(may.drift, false);
    });

    await t.step("keeps every report and the latest one of each dataset", async () => {
      assert.deepEqual(await readLatestDrift(home, "hostel"), ordinary);
      const path = `${home}/drift/closed/2024-06-01T000000000Z_2024-07-01T000000000Z.json`;
      assert.deepEqual(await readJsonFile(path), closed);
      assert.equal((await readLatestDrift(home, "closed"))?.to, "2024-06-01T00:00:00.000Z");
      assert.equal(await readLatestDrift(home, "nobody"), undefined);
    });

    await t.step(
      "refuses a window of less than half a month and keeps the latest report",
      async () => {
        const before = { from: Date.UTC(2023, 0, 1), to: Date.UTC(2023, 1, 1) };
        // Six rooms: half of 24 · 30 hours each, but for those that got lost.
        await assert.rejects(report(context, "hostel", before), {
          name: "RangeError",
          message: new RegExp(
            'Cannot report drift of dataset "hostel" as at least 2[01]\\d\\d complete hours of its ' +
              "meters, half an ordinary month of training, must lie from 2023-01-01T00:00:00.000Z " +
              "to 2023-02-01T00:00:00.000Z: current number is 0$",
          ),
        });
        const fortnight = { from: JUNE, to: JUNE + 14 * 86_400_000 };
        await assert.rejects(report(context, "hostel", fortnight), { name: "RangeError" });
        // The first weeks have loads but little history to compare them with.
        const early = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 0, 21) };
        await assert.rejects(report(context, "hostel", early), { name: "RangeError" });
        assert.deepEqual(await readLatestDrift(home, "hostel"), ordinary);
      },
    );
  });
});
