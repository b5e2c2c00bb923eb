/** Whether the data still looks as it did in training, in sentences and a picture. */
import { html } from "hono/html";
import { driftChart } from "../../notebooks/charts/mod.ts";
import type { FeaturesFigures, Verdict } from "../../pipelines/monitoring/mod.ts";
import type { StoredReport } from "../deps.ts";
import { chartFigure } from "./chart_figure.ts";
import type { Markup } from "./page_response.ts";
import { dayText } from "./quantities.ts";

/** What is read of a report. */
export type DriftSummary = Pick<StoredReport, "id" | "window" | "verdict" | "sections">;

/** Bars in the picture. */
const BARS = 16;

const WORDS: Readonly<Record<Verdict, string>> = {
  drift: "the data was not as usual",
  no_drift: "the data was as usual",
  unknown: "there is too little data to tell",
};

/**
 * The last monitoring report; says so when there is none.
 *
 * @param report The last report.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(String(await driftSection(null)), /No drift report yet/);
 * ```
 */
export function driftSection(report: DriftSummary | null): Markup {
  if (report === null) {
    return html`<p class="quiet">No drift report yet. The task <code>monitor</code> makes one.</p>`;
  }
  const findings = Object.values(report.sections);
  return html`<p class="verdict">${driftSentence(report)}</p>
<dl class="findings">
${
    findings.map(({ title, summary }) =>
      html`
        <div>
          <dt>${title}</dt>
          <dd>${summary}.</dd>
        </div>
      `
    )
  }
</dl>
${featuresFigure(report)}
<p><a href="/drift/${report.id}">The whole report</a>, <a href="/drift">all reports</a></p>`;
}

/**
 * The verdict in plain words.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const window = { from: "2020-04-01T00:00:00Z", to: "2020-05-01T00:00:00Z" };
 * const sentence = driftSentence({ window, verdict: "drift" });
 * assert.equal(sentence, "From 1 Apr 2020 to 30 Apr 2020 the data was not as usual.");
 * ```
 */
export function driftSentence(
  { window, verdict }: Pick<DriftSummary, "window" | "verdict">,
): string {
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  return `From ${dayText(from)} to ${dayText(to - 1)} ${WORDS[verdict]}.`;
}

function featuresFigure({ sections: { features } }: DriftSummary): Markup | "" {
  const figures = features?.figures as FeaturesFigures | null | undefined;
  if (!figures || figures.features.length === 0) return "";
  const rows = figures.features.slice(0, BARS)
    .map(({ feature, severity, drifted }) => ({ column: feature, severity, drifted }));
  return chartFigure(
    (width) => driftChart(rows, { width }),
    "How far each feature is from its training data, in units of what an ordinary month reaches.",
  );
}
