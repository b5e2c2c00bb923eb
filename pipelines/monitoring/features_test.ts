import assert from "node:assert/strict";
import { openLake } from "../../data/mod.ts";
import type { DriftColumn } from "../../models/mod.ts";
import { featureViews } from "../features/mod.ts";
import type { Context } from "../context.ts";
import { writeHostelCsv } from "../hostel_csv_fixture.ts";
import { ingest } from "../steps/ingest.ts";
import { openFeatures } from "../steps/open_features.ts";
import { hostelSource, silent } from "../trained_home_fixture.ts";
import { features, featuresSentence } from "./features.ts";
import { JUNE, withHostelInput } from "./hostel_input_fixture.ts";

const DAY_MS = 86_400_000;

function column(name: string, severity: number, missing = false): DriftColumn {
  const test = (score: number) => ({ score, threshold: 0.5, floor: 0.01, drifted: score > 0.5 });
  return {
    column: name,
    tests: { psi: test(severity / 2), kolmogorov_smirnov: test(0) } as DriftColumn["tests"],
    pValue: null,
    missing,
    drifted: severity > 1,
    severity,
    referenceMedian: 0,
    currentMedian: missing ? null : 1,
  };
}

/** The hostel, but from June on the rooms are shut: standby alone, day and night. */
async function openShutHostel(context: Context): Promise<void> {
  const file = `${context.config.home}/shut.csv`;
  await writeHostelCsv(file, {
    edit: (lines) =>
      lines.map((line) => {
        const [meter, ts] = line.split(",");
        return Date.parse(ts) < JUNE.from ? line : [meter, ts, 0.05].join();
      }),
  });
  const { manifest } = await ingest(context, hostelSource(file), silent);
  await openLake(context.db, context.config.home, manifest.dataset);
  await openFeatures(context, featureViews, manifest, silent);
}

Deno.test("featuresSentence() counts the drifted features and names the worst three", () => {
  const columns = ["a", "b", "c", "d", "e"].map((name, i) => column(name, 4.5 - i));
  assert.equal(
    featuresSentence({ drifted: 4, columns }),
    "4 of 5 features differ from training, most of all a, b, c and 1 more",
  );
});

Deno.test("featuresSentence() says which features went missing", () => {
  assert.equal(
    featuresSentence({ drifted: 2, columns: [column("a", 3), column("b", 2, true)] }),
    "2 of 2 features differ from training, most of all a, b; went missing: b",
  );
});

Deno.test("features tells a month that changed from one that did not", async (t) => {
  await withHostelInput(async (input, context) => {
    await t.step("does not alarm at an ordinary month", async () => {
      const { verdict, summary, figures } = await features.compute(input);
      const { drifted, share, rules } = figures;
      assert.deepEqual({ verdict, summary, drifted, share, rules }, {
        verdict: "no_drift",
        summary: "0 of 65 features differ from training",
        drifted: 0,
        share: 0,
        rules: [],
      });
      const [{ n, median }] = await input.db.rows<{ n: number; median: number }>(`
        SELECT count(*) AS n, median(residual_week::DOUBLE) AS median FROM features
        WHERE ts >= '2024-06-01' AND ts < '2024-07-01'
          AND residual_week IS NOT NULL AND change_168h IS NOT NULL`);
      const residual = figures.features.find(({ feature }) => feature === "residual_week");
      assert.deepEqual([figures.rows, residual?.current_median], [n, median]);
    });

    await t.step("does not judge less than half a month", async () => {
      const window = { from: JUNE.from, to: JUNE.from + 14 * DAY_MS };
      const { verdict, summary, figures } = await features.compute({ ...input, window });
      assert.equal(verdict, "unknown");
      // Six rooms: half of 24 · 30 hours each, but for those that got lost.
      assert.ok(figures.least_rows > 2100 && figures.least_rows <= 2160, `${figures.least_rows}`);
      assert.equal(
        summary,
        `The window has ${figures.rows} hours with a full history: at least ` +
          `${figures.least_rows}, half an ordinary month of training, are needed`,
      );
    });

    await t.step("alarms when the rooms are shut, and names the constant load first", async () => {
      await openShutHostel(context);
      const { verdict, figures, tables: [table] } = await features.compute(input);
      // A constant load has no course to compare with the usual one.
      const rules = ["columns_moved", "column_went_missing"];
      assert.deepEqual([verdict, figures.rules], ["drift", rules]);
      const [worst] = figures.features;
      assert.equal(worst.feature, "run_length");
      assert.ok(worst.drifted && worst.current_median! > worst.reference_median!);
      const [name, score] = Object.entries(worst.tests)
        .map(([name, { score, threshold }]) => [name, score / threshold] as const)
        .sort((a, b) => b[1] - a[1])[0];
      assert.equal(score, worst.severity);
      assert.deepEqual(table.rows[0].slice(0, 4), [
        "run_length",
        worst.reference_median,
        worst.current_median,
        name,
      ]);
    });
  });
});
