/** The page: one meter's load with its anomalies, and the drift of the whole. */
import { html } from "hono/html";
import { loadChart } from "../../notebooks/charts/mod.ts";
import type { MeterSeries, MeterSummary } from "../deps.ts";
import { chartFigure } from "./chart_figure.ts";
import { page } from "./document.ts";
import { driftSection, type DriftSummary } from "./drift_section.ts";
import { eventTable } from "./event_table.ts";
import { keyFigures } from "./key_figures.ts";
import { meterPicker } from "./meter_picker.ts";
import { modelLine, type ScoringLine, type ServedLine, servedLine } from "./model_line.ts";
import type { Markup } from "./page_response.ts";
import { dayText } from "./quantities.ts";
import type { View } from "./view.ts";

/** Everything the page shows. */
export interface MeterPage {
  readonly served: ServedLine;
  /** What meters and series are from. */
  readonly scoring: ScoringLine;
  readonly meters: readonly MeterSummary[];
  readonly view: View;
  readonly series: MeterSeries;
  readonly drift: DriftSummary | null;
}

/**
 * Renders the page.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = { meterId: "b1", events: 0, anomalousHours: 0, from: 0, to: 86_400_000 };
 * const series = { ts: [0], kwh: [1], expectedKwh: [1], score: [0], label: [0], events: [] };
 * const markup = renderMeterPage({
 *   served: { name: "energy-anomaly", version: "1", threshold: 0.9 },
 *   scoring: { model: "energy-anomaly", version: "1" },
 *   meters: [meter],
 *   view: { meter, from: 0, to: 86_400_000 },
 *   series,
 *   drift: null,
 * });
 * assert.match(String(await markup), /<h1 id="meter">b1<\/h1>/);
 * ```
 */
export function renderMeterPage(
  { served, scoring, meters, view, series, drift }: MeterPage,
): Markup {
  return page(
    view.meter.meterId,
    html`<section aria-labelledby="meter">
<h1 id="meter">${view.meter.meterId}</h1>
<p class="days">${daysText(view.from, view.to)}, hourly, UTC</p>
${meterPicker(meters, view)}
${series.ts.length === 0 ? noHours(view.meter) : html`${keyFigures(series)}${loadFigure(series)}`}
</section>
${series.ts.length === 0 ? "" : eventSection(series)}
<section aria-labelledby="drift">
<h2 id="drift">Drift</h2>
${driftSection(drift)}
</section>`,
    modelLine(scoring, served),
  );
}

/**
 * The page before anything was scored.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const served = { name: "energy-anomaly", version: "1", threshold: 0.9 };
 * assert.match(String(await renderEmptyPage(served)), /No meter has been scored yet/);
 * ```
 */
export function renderEmptyPage(served: ServedLine): Markup {
  return page(
    "No meters yet",
    html`
      <section class="notice">
        <h1>No meters yet</h1>
        <p>No meter has been scored yet. The task <code>score</code> scores the stored readings.</p>
      </section>
    `,
    servedLine(served),
  );
}

function loadFigure({ ts, kwh, expectedKwh, label, events }: MeterSeries): Markup {
  const rows = Array.from(ts, (start, i) => ({
    ts: start,
    kwh: kwh[i],
    expected: expectedKwh[i],
    label: label[i],
  }));
  return chartFigure(
    (width) => loadChart(rows, { width, events }),
    "Load against the usual load of the same hour of the week; anomalous events are shaded.",
  );
}

function eventSection({ events }: MeterSeries): Markup {
  return html`<section aria-labelledby="events">
<h2 id="events">Events</h2>
${eventTable(events)}
</section>`;
}

/** In place of an empty chart: where the scores are. */
function noHours({ meterId, from, to }: MeterSummary): Markup {
  const latest = `/?${new URLSearchParams({ meter: meterId })}`;
  return html`
    <p
      class="verdict">No hour of these days was scored. The scores of ${meterId} go from ${daysText(
        from,
        to,
      )}. <a href="${latest}">Show them</a></p>
  `;
}

/** Days by their first moment and their end, exclusive. */
function daysText(from: number, to: number): string {
  return `${dayText(from)} to ${dayText(to - 1)}`;
}
