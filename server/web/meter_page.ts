/** The page: one meter's load with its anomalies, and the drift of the whole. */
import { html } from "hono/html";
import { loadChart } from "../../notebooks/charts/mod.ts";
import type { MeterSeries, MeterSummary, ServedModel } from "../deps.ts";
import { chartFigure } from "./chart_figure.ts";
import { page } from "./document.ts";
import { driftSection, type DriftSummary } from "./drift_section.ts";
import { eventTable } from "./event_table.ts";
import { keyFigures } from "./key_figures.ts";
import { meterPicker } from "./meter_picker.ts";
import type { Markup } from "./page_response.ts";
import { dayText } from "./quantities.ts";
import type { View } from "./view.ts";

const DAY_MS = 86_400_000;

/** Everything the page shows. */
export interface MeterPage {
  readonly model: ModelLine;
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
 *   model: { name: "energy-anomaly", version: "1", threshold: 0.9 },
 *   meters: [meter],
 *   view: { meter, from: 0, to: 86_400_000 },
 *   series,
 *   drift: null,
 * });
 * assert.match(String(await markup), /<h1 id="meter">b1<\/h1>/);
 * ```
 */
export function renderMeterPage({ model, meters, view, series, drift }: MeterPage): Markup {
  const rows = Array.from(series.ts, (ts, i) => ({
    ts,
    kwh: series.kwh[i],
    expected: series.expectedKwh[i],
    label: series.label[i],
  }));
  return page(
    view.meter.meterId,
    html`<section aria-labelledby="meter">
<h1 id="meter">${view.meter.meterId}</h1>
<p class="days">${dayText(view.from)} to ${dayText(view.to - DAY_MS)}, hourly, UTC</p>
${meterPicker(meters, view)}
${keyFigures(series)}
${
      chartFigure(
        (width) => loadChart(rows, { width, events: series.events }),
        "Load against the usual load of the same hour of the week; anomalous events are shaded.",
      )
    }
</section>
<section aria-labelledby="events">
<h2 id="events">Events</h2>
${eventTable(series.events)}
</section>
<section aria-labelledby="drift">
<h2 id="drift">Drift</h2>
${driftSection(drift)}
</section>`,
    modelLine(model),
  );
}

/**
 * The page before anything was scored.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const model = { name: "energy-anomaly", version: "1", threshold: 0.9 };
 * assert.match(String(await renderEmptyPage(model)), /No meter has been scored yet/);
 * ```
 */
export function renderEmptyPage(model: ModelLine): Markup {
  return page(
    "No meters yet",
    html`
      <section class="notice">
        <h1>No meters yet</h1>
        <p>No meter has been scored yet. The task <code>score</code> scores the stored readings.</p>
      </section>
    `,
    modelLine(model),
  );
}

/** What the page says of the model. */
export type ModelLine = Pick<ServedModel, "name" | "version" | "threshold">;

function modelLine({ name, version, threshold }: ModelLine): Markup {
  return html`<p>Scored by <a href="/api/v1/models">${name} version ${version}</a>: an hour is
anomalous from a score of ${threshold.toFixed(3)}.</p>`;
}
