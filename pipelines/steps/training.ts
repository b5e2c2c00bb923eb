/** The training pipeline: from a source of readings to the champion in the registry. */
import { join } from "node:path";
import { buildReferenceProfile } from "../../models/mod.ts";
import { ensureExperiment } from "../../registry/mod.ts";
import type { Source } from "../../data/mod.ts";
import type { Context } from "../context.ts";
import { readGitCommit } from "../git_commit.ts";
import {
  featureColumns,
  featureVersion,
  featureViews,
  MODEL_INPUTS,
  readFeatures,
} from "../features/mod.ts";
import type { Progress } from "../progress.ts";
import { evaluate, type Evaluation } from "./evaluate.ts";
import { ingest, type Ingested } from "./ingest.ts";
import { makeInjectedFeatures } from "./injected_features.ts";
import { makeModelRows } from "./model_rows.ts";
import { judgeBefore } from "./known_issues.ts";
import { measureScoring } from "./measure_scoring.ts";
import { monthIndex } from "./months.ts";
import { openFeatures } from "./open_features.ts";
import { planFaults } from "./plan_faults.ts";
import { type RegisteredVersion, registerModel } from "./register_model.ts";
import { scoreRows } from "./score_rows.ts";
import { type MeterSplit, splitMeters } from "./split_meters.ts";
import type { ThresholdChoice } from "./threshold_choice.ts";
import { trainModel } from "./train_model.ts";

const HOUR_MS = 3_600_000;
/** Top folder of the code. */
const CODE = join(import.meta.dirname ?? "/", "../..");
const EXAMPLE_ROWS = 5;
/** Experiment that training runs are logged to. */
const EXPERIMENT = "energy-anomaly";

/** What a training run is told. */
export interface TrainingOptions {
  readonly source: Source;
  /** Name of the registered model. */
  readonly model: string;
  /** Only readings before this time train, judge and describe the model; epoch milliseconds. */
  readonly until?: number;
  /** Same data and seed, same bytes of the model. */
  readonly seed: number;
  /** How the validation meters choose the threshold. */
  readonly threshold: ThresholdChoice;
  /** Git commit of the code. @default {that of the folder the code lies in, where known} */
  readonly commit?: string;
}

/** What a training run did. */
export interface TrainingSummary extends RegisteredVersion {
  readonly ingested: Ingested;
  readonly features: number;
  /** Hours with features in the dataset. */
  readonly rows: number;
  readonly split: MeterSplit;
  readonly trainingRows: number;
  readonly evaluation: Evaluation;
  readonly parityMaxAbsDiff: number;
  /** The registered ONNX file. */
  readonly onnx: Uint8Array<ArrayBuffer>;
}

/**
 * Ingests, makes features, splits by meter, fits, evaluates on test meters with injected faults,
 * logs, registers and moves the alias `champion`, or `challenger` where a gate refuses. Leaves the relation `features` open in the
 * context's database, and `issues` as the checks found them in the readings it used.
 */
export async function train(
  context: Context,
  options: TrainingOptions,
  progress: Progress,
): Promise<TrainingSummary> {
  const { db, registry, now } = context;
  const { seed, threshold, until = Infinity } = options;
  // A tracking server that cannot be reached is better known before the work than after it.
  const experimentId = await ensureExperiment(registry, EXPERIMENT);
  const ingested = await ingest(context, options.source, progress);
  const { manifest } = ingested;
  if (options.until !== undefined) {
    await progress.step("check again", (onProgress) => judgeBefore(db, until, onProgress));
  }
  await openFeatures(context, featureViews, manifest, progress);

  const window = { until: Math.min(until, manifest.to + HOUR_MS), complete: true };
  // All that can be refused is, before the long fit.
  const { profile, meterIds } = await progress.step("profile", async () => {
    const { x, ts, meterIds } = await readFeatures(db, featureColumns(featureViews), window);
    return { profile: buildReferenceProfile(x, monthIndex(ts)), meterIds };
  });
  const split = splitMeters(meterIds, seed);
  const plan = await planFaults(db, { ...window, meterIds: split.test });
  const { test, ...rows } = await progress.step("inject", async (onProgress) => ({
    test: await makeInjectedFeatures(db, featureViews, {
      meters: plan.meters,
      until: window.until,
      seed,
      columns: MODEL_INPUTS,
    }),
    ...await makeModelRows(db, { split, until: window.until, seed, onProgress }),
  }));
  const trained = await trainModel(rows, { seed, threshold }, progress);
  try {
    const evaluation = await progress.step("evaluate", async (onProgress) => {
      const scores = await scoreRows(trained.session, test.x, seed, onProgress);
      return evaluate(trained.validation, scores, test, { threshold, leftOut: plan.leftOut });
    });
    const registered = await progress.step("register", async (onProgress) =>
      registerModel(
        registry,
        {
          experimentId,
          name: options.model,
          dataset: manifest.dataset,
          datasetDigest: manifest.sourceDigest,
          views: featureViews,
          featureVersion: featureVersion(featureViews),
          params: {
            seed: String(seed),
            ...thresholdParams(threshold),
            until: until === Infinity ? "end" : new Date(until).toISOString(),
            train_meters: split.train.join(","),
            validation_meters: split.validation.join(","),
            test_meters: split.test.join(","),
          },
          trained,
          evaluation,
          scoringMs: await measureScoring(trained.session, rows.usual.x, now),
          profile,
          exampleRows: exampleRows(rows.usual.x.values, MODEL_INPUTS.length),
          reason: "the latest training",
          by: "training pipeline",
          commit: options.commit ?? await readGitCommit(CODE),
        },
        now,
        onProgress,
      ));
    const [{ hours }] = await db.rows<{ hours: number }>("SELECT count(*) AS hours FROM features");
    return {
      ...registered,
      ingested,
      features: featureColumns(featureViews).length,
      rows: hours,
      split,
      trainingRows: rows.train.x.rows,
      evaluation,
      parityMaxAbsDiff: trained.parityMaxAbsDiff,
      onnx: trained.onnx,
    };
  } finally {
    await trained.session.close();
  }
}

/** The choice of a threshold as parameters of a run. */
function thresholdParams({ rule, ...numbers }: ThresholdChoice): Record<string, string> {
  return {
    threshold: rule,
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
  };
}

function exampleRows(values: Float32Array, width: number): number[][] {
  const rows = Math.min(EXAMPLE_ROWS, values.length / width);
  return Array.from(
    { length: rows },
    (_, row) => Array.from(values.subarray(row * width, (row + 1) * width)),
  );
}
