/** Whether the data still looks as it did in training, in a sentence and a picture. */
import { html } from "hono/html";
import { driftChart } from "../../notebooks/charts/mod.ts";
import type { WindowDrift } from "../deps.ts";
import { chartFigure } from "./chart_figure.ts";
import type { Markup } from "./page_response.ts";
import { dayText } from "./quantities.ts";

/** What is read of a drift report; its columns come by falling severity. */
export interface DriftSummary extends Pick<WindowDrift, "drift" | "drifted" | "from" | "to"> {
  readonly columns: readonly Pick<
    WindowDrift["columns"][number],
    "column" | "missing" | "drifted" | "severity"
  >[];
}

/** Features named in the sentence, and bars in the picture. */
const NAMED = 3;
const BARS = 16;

/**
 * The last drift report; says so when there is none.
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
  const rows = report.columns.slice(0, BARS);
  return html`<p class="verdict">${driftSentence(report)}</p>
${
    chartFigure(
      (width) => driftChart(rows, { width }),
      "How far each feature is from its training data, in units of what an ordinary month reaches.",
    )
  }`;
}

/**
 * The report in plain words.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const columns = [{ column: "mean_24h", missing: false, drifted: true, severity: 2 }];
 * const window = { from: "2020-04-01T00:00:00Z", to: "2020-05-01T00:00:00Z" };
 * const sentence = driftSentence({ ...window, drift: true, drifted: 1, columns });
 * assert.match(sentence, /^From 1 Apr 2020 to 30 Apr 2020 .* mostly mean 24h\.$/);
 * ```
 */
export function driftSentence({ from, to, drift, drifted, columns }: DriftSummary): string {
  const window = `From ${dayText(Date.parse(from))} to ${dayText(Date.parse(to) - 1)}`;
  const verdict = drift
    ? "the data was far from what the model was trained on"
    : "the data looked like what the model was trained on";
  const worst = named(columns.filter((column) => column.drifted));
  const missing = named(columns.filter((column) => column.missing));
  const mostly = worst === "" ? "" : `, mostly ${worst}`;
  const gone = missing === "" ? "" : `; no longer there: ${missing}`;
  return `${window} ${verdict}: ${drifted} of ${columns.length} features drifted${mostly}${gone}.`;
}

function named(columns: DriftSummary["columns"]): string {
  return columns.slice(0, NAMED).map(({ column }) => column.replaceAll("_", " ")).join(", ");
}
