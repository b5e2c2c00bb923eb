/** Which drifted features matter: what their drift did to scores and alerts. */
import {
  driftReport,
  leastRows,
  random,
  sampleIndices,
  selectColumns,
  selectRows,
} from "../../models/mod.ts";
import { effectChart } from "../../notebooks/charts/mod.ts";
import { readFeatures } from "../features/mod.ts";
import { replacedScores, type ScoreEffect, scoreEffect } from "./replaced_scores.ts";
import type { MonitoringSection, ReportTable } from "./section.ts";

/** Rows to score once per drifted feature. */
const MOST_ROWS = 10_000;
const SEED = 1;
const SHOWN = 40;
const DRAWN = 16;

/** What the drift of a feature did. */
export interface FeatureEffectFigures extends ScoreEffect {
  readonly feature: string;
  /** Whether the model reads it. */
  readonly input: boolean;
  /** How far it drifted, in units of its limit. */
  readonly severity: number;
}

/** The drifted features by what their drift did. */
export interface FeatureEffectsFigures {
  /** Hours of the window with a full history, and those of them that were scored again. */
  readonly rows: number;
  readonly scored_rows: number;
  readonly drifted: number;
  /** Of the drifted features, those whose drift changed alerts, scores alone, or nothing. */
  readonly changed_alerts: number;
  readonly changed_scores: number;
  readonly harmless: number;
  /** All drifted features together; null where none drifted or there are too few rows. */
  readonly together: ScoreEffect | null;
  /** By falling effect, at most 40. */
  readonly features: readonly FeatureEffectFigures[];
}

/**
 * Ranks the features that drifted from training by what the drift did: the values of each are brought
 * back to the reference's distribution, rank by rank, and the hours are scored again. What changes is
 * the effect of that feature's drift with all others as they are; features that say the same thing
 * stand in for one another, so all together are judged too. At most 10,000 hours, drawn by chance with
 * a fixed seed, are scored for each. It drifts when the features as a whole do and alerts change by it.
 */
export const featureEffect: MonitoringSection<FeatureEffectsFigures> = {
  name: "feature_effect",
  title: "What the drift of features did",
  async compute({ db, model, window }, onProgress) {
    const { profile } = model;
    const names = profile.columns.map(({ column }) => column);
    const columns = [...new Set([...names, ...model.columns])];
    const { x } = await readFeatures(db, columns, {
      from: window.from,
      until: window.to,
      complete: true,
    });
    if (x.rows < leastRows(profile)) {
      return {
        verdict: "unknown",
        summary: `The window has ${x.rows} hours with a full history: at least ${
          leastRows(profile)
        }, half an ordinary month of training, are needed`,
        figures: figuresOf(x.rows, 0, [], null),
        tables: [],
        charts: [],
      };
    }
    const report = driftReport(profile, selectColumns(x, names));
    const drifted = report.columns.filter((column) => column.drifted);
    const drawn = sampleIndices(x.rows, MOST_ROWS, random(SEED));
    const sample = selectColumns(selectRows(x, drawn), model.columns);
    const actual = await model.session.score(sample);
    const effectOf = async (features: readonly string[]) =>
      scoreEffect(actual, await replacedScores(model, sample, features), model.threshold);
    const effects: FeatureEffectFigures[] = [];
    for (const { column, severity } of drifted) {
      const input = model.columns.includes(column);
      effects.push({ feature: column, input, severity, ...await effectOf([column]) });
      onProgress?.(effects.length / (drifted.length + 1));
    }
    const together = drifted.length === 0
      ? null
      : await effectOf(drifted.map(({ column }) => column));
    onProgress?.(1);
    const figures = figuresOf(x.rows, sample.rows, effects, together);
    const matters = figures.changed_alerts > 0 || together?.effect === "alerts";
    return {
      verdict: report.drift && matters ? "drift" : "no_drift",
      summary: summaryOf(figures),
      figures,
      tables: tablesOf(figures),
      charts: together === null ? [] : [{
        caption: "Anomalous hours per meter and week that the drift of each feature added",
        draw: (width) =>
          effectChart(
            figures.features.slice(0, DRAWN).map(({ feature, effect, alerts }) => ({
              name: feature,
              effect: alerts,
              matters: effect === "alerts",
            })),
            { width, title: "Anomalous hours by drifted feature" },
          ).svg,
      }],
    };
  },
};

function figuresOf(
  rows: number,
  scored: number,
  effects: readonly FeatureEffectFigures[],
  together: ScoreEffect | null,
): FeatureEffectsFigures {
  const count = (effect: ScoreEffect["effect"]) =>
    effects.filter((feature) => feature.effect === effect).length;
  const order = ["alerts", "scores", "none"];
  return {
    rows,
    scored_rows: scored,
    drifted: effects.length,
    changed_alerts: count("alerts"),
    changed_scores: count("scores"),
    harmless: count("none"),
    together,
    features: effects.toSorted((a, b) =>
      order.indexOf(a.effect) - order.indexOf(b.effect) ||
      Math.abs(b.alerts) - Math.abs(a.alerts) || Math.abs(b.score) - Math.abs(a.score) ||
      (a.feature < b.feature ? -1 : 1)
    ).slice(0, SHOWN),
  };
}

function summaryOf(
  { drifted, changed_alerts, changed_scores, harmless, together, features }: FeatureEffectsFigures,
): string {
  if (together === null) return "No feature differs from training, so none can have an effect";
  const [worst] = features;
  return `Of ${drifted} drifted features ${changed_alerts} changed alerts` +
    (worst.effect === "alerts" ? `, most of all ${worst.feature} (${signed(worst.alerts)})` : "") +
    `, ${changed_scores} scores alone, and ${harmless} did nothing; all together ` +
    `${signed(together.alerts)} anomalous hours per meter and week`;
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toPrecision(3)}`;
}

function tablesOf({ features, together }: FeatureEffectsFigures): ReportTable[] {
  if (together === null) return [];
  const cells = ({ alerts, alerts_floor, score, score_floor }: ScoreEffect) => [
    alerts,
    alerts_floor,
    score,
    score_floor,
  ];
  const said = { alerts: "changed alerts", scores: "changed scores", none: "harmless" };
  return [{
    title: "Drifted features by what their drift did, per meter and week",
    columns: [
      "feature",
      "effect",
      "anomalous hours",
      "floor",
      "mean score",
      "floor of the score",
      "severity",
    ],
    rows: [
      ["all together", said[together.effect], ...cells(together), null],
      ...features.slice(0, SHOWN - 1).map((feature) => [
        feature.feature,
        feature.input ? said[feature.effect] : "harmless: no input of the model",
        ...cells(feature),
        feature.severity,
      ]),
    ],
  }];
}
