/** Whether the model's features still look as they did in training. */
import { type DriftColumn, type DriftReport, driftReport, leastRows } from "../../models/mod.ts";
import { driftChart } from "../../notebooks/charts/mod.ts";
import { readFeatures } from "../features/mod.ts";
import type { MonitoringSection, ReportTable } from "./section.ts";

/** Features in the table and in the picture. */
const SHOWN = 16;
/** Features named in the sentence. */
const NAMED = 3;

/** One feature of the window against the training data. */
export interface FeatureFigures {
  readonly feature: string;
  /** The highest score of its tests in units of the test's threshold. */
  readonly severity: number;
  readonly drifted: boolean;
  /** Whether it went missing. */
  readonly missing: boolean;
  /** Null where all values are missing. */
  readonly reference_median: number | null;
  /** Null where all values are missing. */
  readonly current_median: number | null;
  /** Score, threshold and no-change floor by test. */
  readonly tests: DriftColumn["tests"];
}

/** The features of the window against the training data. */
export interface FeaturesFigures {
  /** Hours in the window with the history of every feature. */
  readonly rows: number;
  /** The least that can be judged. */
  readonly least_rows: number;
  /** Number of drifted features. */
  readonly drifted: number;
  /** Share of drifted features, from 0 to 1. */
  readonly share: number;
  /** What makes drift of the whole; none when there is no drift. */
  readonly rules: DriftReport["rules"];
  /** By falling severity; none when there are too few rows. */
  readonly features: readonly FeatureFigures[];
}

/**
 * Compares the features of the window with the model's reference profile, whose thresholds are what
 * ordinary months of training reach. The reference of the report is not read: the profile holds
 * what the model has learnt from.
 */
export const features: MonitoringSection<FeaturesFigures> = {
  name: "features",
  title: "Features",
  async compute({ db, model: { profile }, window }, onProgress) {
    const { x } = await readFeatures(
      db,
      profile.columns.map(({ column }) => column),
      { from: window.from, until: window.to, complete: true },
    );
    onProgress?.(0.5);
    const least = leastRows(profile);
    if (x.rows < least) {
      return {
        verdict: "unknown",
        summary:
          `The window has ${x.rows} hours with a full history: at least ${least}, half an ordinary ` +
          "month of training, are needed",
        figures: {
          rows: x.rows,
          least_rows: least,
          drifted: 0,
          share: 0,
          rules: [],
          features: [],
        },
        tables: [],
        charts: [],
      };
    }
    const report = driftReport(profile, x);
    onProgress?.(1);
    const shown = report.columns.slice(0, SHOWN);
    return {
      verdict: report.drift ? "drift" : "no_drift",
      summary: featuresSentence(report),
      figures: {
        rows: report.rows,
        least_rows: least,
        drifted: report.drifted,
        share: report.share,
        rules: report.rules,
        features: report.columns.map(featureFigures),
      },
      tables: [featuresTable(shown)],
      charts: [{
        caption:
          "How far each feature is from its training data, in units of what an ordinary month reaches",
        draw: (width) => driftChart(shown, { width }).svg,
      }],
    };
  },
};

/**
 * How many features drifted, the worst of them, and those that went missing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(
 *   featuresSentence({ drifted: 0, columns: [] }),
 *   "0 of 0 features differ from training",
 * );
 * ```
 */
export function featuresSentence({ drifted, columns }: Pick<DriftReport, "drifted" | "columns">) {
  const named = (chosen: readonly DriftColumn[]) =>
    chosen.slice(0, NAMED).map(({ column }) => column).join(", ") +
    (chosen.length > NAMED ? ` and ${chosen.length - NAMED} more` : "");
  const worst = columns.filter((column) => column.drifted);
  const missing = columns.filter((column) => column.missing);
  return `${drifted} of ${columns.length} features differ from training` +
    (worst.length === 0 ? "" : `, most of all ${named(worst)}`) +
    (missing.length === 0 ? "" : `; went missing: ${named(missing)}`);
}

function featureFigures(column: DriftColumn): FeatureFigures {
  return {
    feature: column.column,
    severity: column.severity,
    drifted: column.drifted,
    missing: column.missing,
    reference_median: column.referenceMedian,
    current_median: column.currentMedian,
    tests: column.tests,
  };
}

/** Each feature with the test that says most of it. */
function featuresTable(columns: readonly DriftColumn[]): ReportTable {
  return {
    title: "The features that differ most",
    columns: ["feature", "median before", "median now", "test", "score", "limit", "floor", "drift"],
    rows: columns.map(({ column, referenceMedian, currentMedian, tests, missing, drifted }) => {
      const [name, { score, threshold, floor }] = Object.entries(tests)
        .reduce((most, test) =>
          test[1].score / test[1].threshold > most[1].score / most[1].threshold ? test : most
        );
      const verdict = missing ? "missing" : drifted ? "yes" : "no";
      return [column, referenceMedian, currentMedian, name, score, threshold, floor, verdict];
    }),
  };
}
