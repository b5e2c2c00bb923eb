import assert from "node:assert/strict";
import { eventTable } from "./event_table.ts";

const HOUR = 3_600_000;
const event = {
  meterId: "b1",
  start: Date.UTC(2024, 2, 3, 22),
  end: Date.UTC(2024, 2, 4, 3),
  intervals: 5,
  peakScore: 0.987,
  peakTs: Date.UTC(2024, 2, 3, 22) + HOUR,
  excessKwh: 12.34,
  reasons: [
    { feature: "residual_week", value: 4, usual: 0, drop: 0.5 },
    { feature: "run_length", value: 9, usual: 1, drop: 0.1 },
  ],
};

Deno.test("eventTable() shows start, hours, excess and peak of each event", async () => {
  const text = String(await eventTable([event, { ...event, excessKwh: null, reasons: [] }]));
  assert.match(text, /<time\s+datetime="2024-03-03T22:00:00.000Z">Sun 3 Mar, 22:00<\/time>/);
  assert.match(
    text,
    /<td>5<\/td>\s*<td>\+12.3<\/td>\s*<td>0.99<\/td>\s*<\/tr>\s*<tr class="reasons">\s*<td colspan="4">because of residual week, run length<\/td>/,
  );
  assert.match(
    text,
    /<td>5<\/td>\s*<td>unknown<\/td>\s*<td>0.99<\/td>\s*<\/tr>\s*<tr class="reasons">\s*<td colspan="4">because of no single feature<\/td>/,
  );
  assert.equal(text.match(/<th scope="row">/g)?.length, 2);
});

Deno.test("eventTable() links an event to its days with one more on either side", async () => {
  const midnight = { ...event, start: Date.UTC(2024, 2, 3), end: Date.UTC(2024, 2, 4) };
  const links = String(await eventTable([event, midnight])).match(/(?<=href=")[^"]+/g);
  assert.deepEqual(links, [
    "/?meter=b1&amp;from=2024-03-02&amp;to=2024-03-05",
    "/?meter=b1&amp;from=2024-03-02&amp;to=2024-03-04",
  ]);
});

Deno.test("eventTable() says when there are none", async () => {
  assert.equal(String(await eventTable([])), '<p class="quiet">No anomalies in these days.</p>');
});
