/**
 * Compares sets of inputs of the detectors that learn without labels, on the training and
 * validation meters of Cambridge Estates, never on its test meters: four folds of them get injected
 * faults in turn, the others train.
 * `deno run -A .ci/model_inputs_study.ts`
 */
import { sources } from "../data/mod.ts";
import { detectors, ensembleToOnnx, fitEnsemble, selectColumns } from "../models/mod.ts";
import { openSession } from "../models/onnx/session.ts";
import { openContext } from "../pipelines/context.ts";
import {
  featureColumns,
  featureViews,
  readFeatures,
  RESIDUAL_INPUTS,
  selectionCondition,
  viewsWith,
} from "../pipelines/features/mod.ts";
import { readConfig } from "../pipelines/mod.ts";
import { createProgress } from "../pipelines/progress.ts";
import { evaluate, type Figures } from "../pipelines/steps/evaluate.ts";
import { ingest } from "../pipelines/steps/ingest.ts";
import { makeInjectedFeatures } from "../pipelines/steps/injected_features.ts";
import { openFeatures } from "../pipelines/steps/open_features.ts";
import { planFaults } from "../pipelines/steps/plan_faults.ts";
import { scoreRows } from "../pipelines/steps/score_rows.ts";
import { splitMeters } from "../pipelines/steps/split_meters.ts";
import { printText } from "./print_text.ts";

const FOLDS = 4;
const SEED = 1;
const THRESHOLD = { rule: "quantile", contamination: 0.01 } as const;
/** Detectors that learn without labels; their scores are averaged. */
const MEMBERS = (["z_score", "iqr", "isolation_forest", "one_class_svm", "dbscan"] as const)
  .map((name) => ({ detector: detectors[name]() }));
const until = Date.UTC(2020, 0, 1);

const views = viewsWith(featureViews, RESIDUAL_INPUTS);
const all = featureColumns(views);
const day = ["residual_day", "change_24h", "change_48h"];
const variability = ["sd_24h", "mad_24h", "sd_168h", "mad_168h", "variability_ratio"];
/** The chosen inputs, and what adding to them would do; the seasonal floor needs `change_168h`. */
const CANDIDATES: Readonly<Record<string, readonly string[]>> = {
  chosen: RESIDUAL_INPUTS,
  "without zero_share_24h": RESIDUAL_INPUTS.filter((name) => name !== "zero_share_24h"),
  "with residual_day": [...RESIDUAL_INPUTS, "residual_day"],
  "with variability_ratio": [...RESIDUAL_INPUTS, "variability_ratio"],
  "with change_1h": [...RESIDUAL_INPUTS, "change_1h"],
  "with extremes": [...RESIDUAL_INPUTS, "above_highest", "below_lowest"],
  "with day and variability": [...RESIDUAL_INPUTS, ...day, ...variability],
  "all features": all,
};

await using context = await openContext(readConfig(), Date.now);
const { db } = context;
const progress = createProgress({
  write: (text) => Deno.stderr.writeSync(new TextEncoder().encode(text)),
  isTerminal: Deno.stderr.isTerminal(),
  now: Date.now,
});
const { manifest } = await ingest(context, sources.cambridgeEstates(), progress);
await openFeatures(context, views, manifest, progress);

const window = { until, complete: true };
const meters = await db.rows<{ meter_id: string }>(
  `SELECT DISTINCT meter_id FROM features WHERE ${selectionCondition(window)}`,
);
const { train, validation } = splitMeters(meters.map(({ meter_id }) => meter_id), SEED);
const known = [...train, ...validation].sort();
const figures: Record<string, Figures[]> = {};
for (let fold = 0; fold < FOLDS; fold++) {
  const held = known.filter((_, i) => i % FOLDS === fold);
  const rest = known.filter((_, i) => i % FOLDS !== fold);
  const plan = await planFaults(db, { ...window, meterIds: held });
  const faulty = await makeInjectedFeatures(db, views, {
    meters: plan.meters,
    until,
    seed: SEED + fold,
    columns: all,
  });
  const sound = { ...window, sound: true };
  const { x: fitted } = await readFeatures(db, all, { ...sound, meterIds: rest });
  const usual = await readFeatures(db, all, { ...sound, meterIds: held });
  const sides = { usual, labelled: { ...faulty, labels: faulty.label } };
  for (const [name, columns] of Object.entries(CANDIDATES)) {
    const [x, heldOut] = [fitted, usual.x].map((rows) => selectColumns(rows, columns));
    const session = await openSession(
      ensembleToOnnx(await fitEnsemble(x, heldOut, MEMBERS, { seed: SEED }), 1),
    );
    const rows = { ...faulty, x: selectColumns(faulty.x, columns) };
    const labelled = await scoreRows(session, rows.x, SEED);
    const scores = { sides, usual: await scoreRows(session, heldOut, SEED), labelled };
    await session.close();
    const { ensemble, floors } = evaluate(scores, labelled, rows, {
      threshold: THRESHOLD,
      leftOut: plan.leftOut,
    });
    (figures[name] ??= []).push(ensemble);
    if (columns === RESIDUAL_INPUTS) {
      (figures["seasonal_naive (floor)"] ??= []).push(floors.seasonal_naive);
    }
  }
}

const shown = ["roc_auc", "average_precision", "event_f1"] as const;
printText(`| inputs | ${shown.join(" | ")} |\n| --- |${" ---: |".repeat(shown.length)}\n`);
for (const [name, folds] of Object.entries(figures)) {
  const means = shown.map((metric) =>
    (folds.reduce((sum, figure) => sum + figure[metric], 0) / folds.length).toFixed(3)
  );
  printText(`| ${name} | ${means.join(" | ")} |\n`);
}
