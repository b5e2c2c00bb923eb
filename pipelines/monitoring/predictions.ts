/** Whether the model still scores and alerts as it did. */
import { chunkChart } from "../../notebooks/charts/mod.ts";
import { type AlertRateFigures, judgeAlerts, type JudgedAlerts } from "./judge_alerts.ts";
import { type ScoreDrift, scoreDrift } from "./score_drift.ts";
import { type ScoredSpans, scoredSpans } from "./scored_spans.ts";
import type { MonitoringSection, ReportTable } from "./section.ts";

/** The scores and alerts of the window against those of the reference. */
export interface PredictionsFigures extends JudgedAlerts {
  /** Scored hours of the window, with a full history. */
  readonly rows: number;
  /** Stretches of the reference, as long as the window, that were scored. */
  readonly chunks: number;
  readonly meters: number;
  /** Fewer than the meters where not all could be scored within bounds. */
  readonly scored_meters: number;
  /** Null where there is too little to compare. */
  readonly scores: ScoreDrift | null;
}

/**
 * Compares scores and alerts of the window with those of stretches of the reference of the same
 * length, all by the model in question. It drifts when the distribution of scores does, when all
 * meters together alert more or less often, or when more meters alert more than they usually do than
 * in ordinary stretches. That need not be the model's fault: a month full of faults does the same.
 */
export const predictions: MonitoringSection<PredictionsFigures> = {
  name: "predictions",
  title: "Predictions",
  async compute(input, onProgress) {
    const spans = await scoredSpans(input, (share) => onProgress?.(0.9 * share));
    const alerts = judgeAlerts(spans);
    const scores = scoreDrift(spans) ?? null;
    onProgress?.(1);
    const figures = {
      rows: spans.window.score.length,
      chunks: spans.chunks.filter(({ score }) => score.length > 0).length,
      meters: spans.meters,
      scored_meters: spans.scoredMeters,
      scores,
      ...alerts,
    };
    const { events, hours, affected_meters, usual_affected_meters } = alerts;
    if (events === null || hours === null || scores === null || usual_affected_meters === null) {
      return {
        verdict: "unknown",
        summary: `Too little to compare with: ${figures.rows} hours of the window and ` +
          `${figures.chunks} stretches of the reference of its length could be scored, at least 6 are needed`,
        figures,
        tables: [],
        charts: [],
      };
    }
    const drift = scores.drift || events.unusual || hours.unusual ||
      affected_meters > usual_affected_meters;
    return {
      verdict: drift ? "drift" : "no_drift",
      summary: [
        `${events.current.toPrecision(3)} events per meter and week, ` +
        `usually ${Math.max(0, events.low).toPrecision(3)} to ${events.high.toPrecision(3)}`,
        ...(hours.unusual
          ? [
            `${hours.current.toPrecision(3)} anomalous hours, usually ${
              hours.usual.toPrecision(3)
            }`,
          ]
          : []),
        `scores ${scores.drift ? "differ from" : "as in"} the reference`,
        `${affected_meters} of ${figures.scored_meters} meters alert more than they usually do`,
      ].join("; "),
      figures,
      tables: tablesOf(events, hours, scores, alerts),
      charts: [chartOf(spans, alerts, events)],
    };
  },
};

function chartOf({ chunks, window }: ScoredSpans, alerts: JudgedAlerts, usual: AlertRateFigures) {
  const rows = [...chunks, window].flatMap((span, n) => {
    const value = alerts.event_rates[n];
    return value === null ? [] : [{ ts: span.from, value, judged: span === window }];
  });
  return {
    caption: "Events per meter and week, of the window and of stretches of the reference before it",
    draw: (width: number) =>
      chunkChart(rows, { width, usual, title: "Events per meter and week" }).svg,
  };
}

function tablesOf(
  events: AlertRateFigures,
  hours: AlertRateFigures,
  { tests }: ScoreDrift,
  { affected }: JudgedAlerts,
): ReportTable[] {
  const rate = (name: string, { current, usual, low, high, unusual }: AlertRateFigures) => [
    name,
    current,
    usual,
    Math.max(0, low),
    high,
    unusual ? "yes" : "no",
  ];
  return [
    {
      title: "Alerts per meter and week",
      columns: ["alerts", "now", "usual", "from", "to", "unusual"],
      rows: [rate("events", events), rate("anomalous hours", hours)],
    },
    {
      title: "Distribution of the scores",
      columns: ["test", "score", "limit", "floor", "above its limit"],
      rows: Object.entries(tests).map(([name, { score, threshold, floor, drifted }]) => [
        name,
        score,
        threshold,
        floor,
        drifted ? "yes" : "no",
      ]),
    },
    ...(affected.length === 0 ? [] : [{
      title: "Meters that alert more than they usually do",
      columns: ["meter", "events a week", "usual", "anomalous share", "limit", "chance"],
      rows: affected.map(({ meter, events, usual_events, share, limit, chance }) => [
        meter,
        events,
        usual_events,
        share,
        limit,
        chance,
      ]),
    }]),
  ];
}
