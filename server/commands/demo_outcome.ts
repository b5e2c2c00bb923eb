/** What the demo tells in the end, for people and for programs. */
import {
  type FeaturesFigures,
  type MonitoringReport,
  renderers,
} from "../../pipelines/monitoring/mod.ts";
import {
  evaluationTable,
  type ScoringRecord,
  type TrainingSummary,
} from "../../pipelines/steps/mod.ts";
import type { SelfCheck } from "../self_check.ts";

const TOP = 5;

/** What the steps of the demo found. */
export interface DemoOutcome {
  readonly trained: Pick<
    TrainingSummary,
    | "ingested"
    | "features"
    | "rows"
    | "runId"
    | "version"
    | "alias"
    | "evaluation"
    | "parityMaxAbsDiff"
  >;
  readonly scored: ScoringRecord;
  readonly drift: MonitoringReport;
  readonly checked: SelfCheck;
}

/** The tables and sentences that a person reads. */
export function demoText({ trained, scored, drift, checked }: DemoOutcome): string {
  const { evaluation, ingested: { manifest, source } } = trained;
  const origin = source === "synthetic" ? "simulated, not real meters" : `from ${source}`;
  return [
    `${manifest.dataset}, ${origin}: ${manifest.readings} readings of ${manifest.meters} meters`,
    "",
    evaluationTable(evaluation),
    `labels: ${evaluation.labels}`,
    "",
    renderers.markdown.render(drift),
    `${scored.rows} hours scored, ${scored.events} events; the server gave the same scores ` +
    `for the last ${checked.hours} hours of ${checked.meter} in ${checked.scoreMs} ms`,
  ].join("\n");
}

/** The same as plain JSON, snake-case keys. */
export function demoFigures({ trained, scored, drift, checked }: DemoOutcome) {
  const { evaluation, ingested } = trained;
  const { dataset, meters, readings } = ingested.manifest;
  const { figures } = drift.sections.features;
  const { features } = figures as FeaturesFigures | null ?? { features: [] };
  const drifted = features.filter((feature) => feature.drifted);
  return {
    dataset,
    source: ingested.source,
    meters,
    readings,
    issues_found: ingested.issues,
    features: trained.features,
    rows: trained.rows,
    run_id: trained.runId,
    model: scored.model,
    version: trained.version,
    alias: trained.alias,
    labels: evaluation.labels,
    detectors: evaluation.detectors,
    floors: evaluation.floors,
    ensemble: evaluation.ensemble,
    parity_max_abs_diff: trained.parityMaxAbsDiff,
    scored_rows: scored.rows,
    events: scored.events,
    drift: {
      report: drift.id,
      verdict: drift.verdict,
      sections: Object.fromEntries(
        Object.entries(drift.sections).map(([name, { verdict }]) => [name, verdict]),
      ),
      features: features.length,
      drifted: drifted.length,
      top: drifted.slice(0, TOP).map(({ feature, severity }) => ({ feature, severity })),
    },
    self_check: {
      meter: checked.meter,
      hours: checked.hours,
      score_max_abs_diff: checked.scoreMaxAbsDiff,
      score_ms: checked.scoreMs,
    },
  };
}
