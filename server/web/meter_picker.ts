/** The form that chooses meter and days, and the links to the scored days before and after. */
import { html } from "hono/html";
import type { MeterSummary } from "../deps.ts";
import type { Markup } from "./page_response.ts";
import { counted, isoDay } from "./quantities.ts";
import { type View, viewHref } from "./view.ts";

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
    ${earlier(view)}
    ${later(view)}
      </nav>
    </form>
  `;
}

function option({ meterId, events }: MeterSummary, selected: boolean): Markup {
  const label = `${meterId} – ${counted(events, "event")}`;
  return selected
    ? html`<option value="${meterId}" selected>${label}</option>`
    : html`<option value="${meterId}">${label}</option>`;
}

/** A link to as many days just before; plain text where the meter has no scores there. */
function earlier({ meter, from, to }: View): Markup {
  const end = Math.min(from, Math.ceil(meter.to / DAY_MS) * DAY_MS);
  return meter.from < from
    ? html`<a href="${viewHref(meter.meterId, end - (to - from), end)}">Earlier</a>`
    : html`<span>Earlier</span>`;
}

/** A link to as many days just after; plain text where the meter has no scores there. */
function later({ meter, from, to }: View): Markup {
  const start = Math.max(to, Math.floor(meter.from / DAY_MS) * DAY_MS);
  return meter.to > to
    ? html`<a href="${viewHref(meter.meterId, start, start + (to - from))}">Later</a>`
    : html`<span>Later</span>`;
}
