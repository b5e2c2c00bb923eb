/** The form that chooses meter and days, and the links to the days before and after. */
import { html } from "hono/html";
import type { MeterSummary } from "../deps.ts";
import type { Markup } from "./page_response.ts";
import { counted, isoDay } from "./quantities.ts";
import type { View } from "./view.ts";

const DAY_MS = 86_400_000;

/**
 * A GET form that works without script.
 *
 * @param meters The meters to choose from.
 * @param view What is shown now.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = { meterId: "b1", events: 2, anomalousHours: 9, from: 0, to: 86_400_000 };
 * const text = String(await meterPicker([meter], { meter, from: 0, to: 86_400_000 }));
 * assert.match(text, /<option value="b1" selected>b1 – 2 events<\/option>/);
 * ```
 */
export function meterPicker(meters: readonly MeterSummary[], view: View): Markup {
  return html`
    <form class="picker" method="get" action="/">
      <label class="meter">Meter
    <select name="meter">
    ${meters.map((meter) => option(meter, meter.meterId === view.meter.meterId))}
    </select></label>
      <label>From <input type="date" name="from" value="${isoDay(view.from)}" required></label>
      <label>To <input type="date" name="to" value="${isoDay(view.to - DAY_MS)}" required></label>
      <button>Show</button>
      <nav aria-label="Days">
    ${neighbour(view, -1, "Earlier")}
    ${neighbour(view, 1, "Later")}
      </nav>
    </form>
  `;
}

/**
 * The address of a view.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(viewHref("b 1", 0, 86_400_000), "/?meter=b+1&from=1970-01-01&to=1970-01-01");
 * ```
 */
export function viewHref(meterId: string, from: number, to: number): string {
  const query = new URLSearchParams({
    meter: meterId,
    from: isoDay(from),
    to: isoDay(to - DAY_MS),
  });
  return `/?${query}`;
}

function option({ meterId, events }: MeterSummary, selected: boolean): Markup {
  const label = `${meterId} – ${counted(events, "event")}`;
  return selected
    ? html`<option value="${meterId}" selected>${label}</option>`
    : html`<option value="${meterId}">${label}</option>`;
}

/** A link to as many days before or after; plain text where the meter has no data there. */
function neighbour({ meter, from, to }: View, direction: -1 | 1, text: string): Markup {
  const shift = direction * (to - from);
  const outside = to + shift <= meter.from || from + shift >= meter.to;
  return outside
    ? html`<span>${text}</span>`
    : html`<a href="${viewHref(meter.meterId, from + shift, to + shift)}">${text}</a>`;
}
