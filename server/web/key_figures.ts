/** The few figures that sum up what is shown. */
import { html } from "hono/html";
import type { MeterSeries } from "../deps.ts";
import type { Markup } from "./page_response.ts";
import { energy, signedEnergy } from "./quantities.ts";

/**
 * Energy used, events, anomalous hours, and the energy above or below the usual in the events.
 *
 * @param series The hours shown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hours = { ts: [0, 1], kwh: [1, 2], expectedKwh: [1, 1], score: [0, 1], label: [0, 1] };
 * assert.match(String(await keyFigures({ ...hours, events: [] })), /<dd>3 <span>kWh<\/span><\/dd>/);
 * ```
 */
export function keyFigures({ kwh, label, events }: MeterSeries): Markup {
  const known = events.flatMap(({ excessKwh }) => excessKwh === null ? [] : [excessKwh]);
  return html`
    <dl class="figures">
      <div>
        <dt>Energy</dt>
        <dd>${energy(sum(Array.from(kwh)))} <span>kWh</span></dd>
      </div>
      <div>
        <dt>Events</dt>
        <dd>${events.length}</dd>
      </div>
      <div>
        <dt>Anomalous</dt>
        <dd>${sum(Array.from(label))} <span>h</span></dd>
      </div>
      <div>
        <dt>Excess</dt>
        <dd>${signedEnergy(sum(known))} <span>kWh</span></dd>
      </div>
    </dl>
  `;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
