/** The page of the monitoring reports: the latest in short, and links to all. */
import { html } from "hono/html";
import type { Verdict } from "../../pipelines/monitoring/mod.ts";
import type { ReportSummary } from "../reports/report_summaries.ts";
import { page } from "./document.ts";
import { driftSection, type DriftSummary } from "./drift_section.ts";
import { type ServedLine, servedLine } from "./model_line.ts";
import type { Markup } from "./page_response.ts";
import { dayText } from "./quantities.ts";

/** Everything the page shows. */
export interface ReportsPage {
  readonly served: ServedLine;
  readonly latest: DriftSummary | null;
  /** The latest first. */
  readonly listed: readonly ReportSummary[];
  /** Most that are listed at once: there may be older ones when there are as many. */
  readonly limit: number;
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  drift: "drift",
  no_drift: "no drift",
  unknown: "cannot tell",
};

/**
 * Renders the page.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const served = { name: "energy-anomaly", version: "1", threshold: 0.9 };
 * const markup = renderReportsPage({ served, latest: null, listed: [], limit: 20 });
 * assert.match(String(await markup), /No drift report yet/);
 * ```
 */
export function renderReportsPage({ served, latest, listed, limit }: ReportsPage): Markup {
  return page(
    "Drift",
    html`<section aria-labelledby="drift">
<h1 id="drift">Drift</h1>
${driftSection(latest)}
</section>
${listed.length === 0 ? "" : reportTable(listed, limit)}`,
    servedLine(served),
  );
}

function reportTable(listed: readonly ReportSummary[], limit: number): Markup {
  const last = listed[listed.length - 1].id;
  const older = `/drift?${new URLSearchParams({ limit: String(limit), before: last })}`;
  return html`<section aria-labelledby="reports">
<h2 id="reports">Reports</h2>
<table>
<thead><tr><th scope="col">Window</th><th scope="col">Model</th><th scope="col">Made</th><th scope="col">Verdict</th></tr></thead>
<tbody>
${listed.map(reportRow)}
</tbody>
</table>
${listed.length < limit ? "" : html`<p><a href="${older}">Older reports</a></p>`}
</section>`;
}

function reportRow({ id, window, model, version, created, verdict }: ReportSummary): Markup {
  return html`
    <tr>
      <th scope="row"><a href="/drift/${id}">${dayText(Date.parse(window.from))} to ${dayText(
        Date.parse(window.to) - 1,
      )}</a></th>
      <td>${model} ${version}</td>
      <td><time datetime="${created}">${dayText(Date.parse(created))}</time></td>
      <td>${VERDICTS[verdict]}</td>
    </tr>
  `;
}
