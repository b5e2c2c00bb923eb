import assert from "node:assert/strict";
import { eventBands } from "./event_bands.ts";

const domain = [1000, 2000];

Deno.test("eventBands() keeps what reaches into the domain, cut at its ends", () => {
  const events = [
    { start: 0, end: 999 },
    { start: 900, end: 1100 },
    { start: 1200, end: 1300 },
    { start: 1900, end: 2500 },
    { start: 2001, end: 2002 },
  ];
  // Ten units are two of the 200 px; the last band may stand out by as much.
  assert.deepEqual(eventBands(events, domain, 200), [
    { x1: 1000, x2: 1100 },
    { x1: 1200, x2: 1300 },
    { x1: 1900, x2: 2010 },
  ]);
});

Deno.test("eventBands() shows a moment as two pixels", () => {
  assert.deepEqual(eventBands([{ start: 1500, end: 1501 }], domain, 200), [
    { x1: 1500, x2: 1510 },
  ]);
});
