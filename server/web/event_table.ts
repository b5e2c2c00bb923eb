/** The list of anomalous events. */
import { html } from "hono/html";
import type { ExplainedEvent } from "../deps.ts";
import type { Markup } from "./page_response.ts";
import { hourText, signedEnergy } from "./quantities.ts";
import { viewHref } from "./view.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Two rows per event: when it started, with a link to the days around it, how long it was, what it
 * cost and how odd it was, and below which features say so.
 *
 * @param events In the order to list them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(String(await eventTable([])), /No anomalies in these days/);
 * ```
 */
export function eventTable(events: readonly ExplainedEvent[]): Markup {
  if (events.length === 0) {
    return html`<p class="quiet">No anomalies in these days.</p>`;
  }
  return html`
    <table>
      <thead>
        <tr>
          <th scope="col">Start, UTC</th>
          <th scope="col">Hours</th>
          <th scope="col">Excess, kWh</th>
          <th scope="col">Peak score</th>
        </tr>
      </thead>
      <tbody>
    ${events.map(row)}
      </tbody>
    </table>
  `;
}

function row(event: ExplainedEvent): Markup {
  const from = Math.floor(event.start / DAY_MS - 1) * DAY_MS;
  const to = Math.ceil(event.end / DAY_MS + 1) * DAY_MS;
  return html`
    <tr>
      <th scope="row"><a href="${viewHref(event.meterId, from, to)}"><time
        datetime="${new Date(event.start).toISOString()}">${hourText(event.start)}</time></a></th>
      <td>${(event.end - event.start) / HOUR_MS}</td>
      <td>${event.excessKwh === null ? "unknown" : signedEnergy(event.excessKwh)}</td>
      <td>${event.peakScore.toFixed(2)}</td>
    </tr>
    <tr class="reasons">
      <td colspan="4">${reasonText(event)}</td>
    </tr>
  `;
}

function reasonText({ reasons }: ExplainedEvent): string {
  if (reasons.length === 0) return "because of no single feature";
  return `because of ${reasons.map(({ feature }) => feature.replaceAll("_", " ")).join(", ")}`;
}
