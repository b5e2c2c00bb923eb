import assert from "node:assert/strict";
import { keyFigures } from "./key_figures.ts";

const event = {
  meterId: "b1",
  start: 0,
  end: 1,
  intervals: 1,
  peakScore: 1,
  peakTs: 0,
  reasons: [],
};

Deno.test("keyFigures() adds up energy, anomalous hours and the known excess", async () => {
  const text = String(
    await keyFigures({
      ts: [0, 1, 2],
      kwh: Float64Array.of(1, 2, 4),
      expectedKwh: [1, 1, NaN],
      score: [0, 1, 1],
      label: Uint8Array.of(0, 1, 1),
      events: [
        { ...event, excessKwh: 1.5 },
        { ...event, excessKwh: null },
        { ...event, excessKwh: -2.5 },
      ],
    }),
  );
  assert.deepEqual(
    [...text.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/g)].map(([, name, value]) =>
      `${name} ${value.replace(/<\/?span>/g, "")}`
    ),
    ["Energy 7 kWh", "Events 3", "Anomalous 2 h", "Excess −1 kWh"],
  );
});

Deno.test("keyFigures() of no hours are zero", async () => {
  const none = { ts: [], kwh: [], expectedKwh: [], score: [], label: [], events: [] };
  assert.match(String(await keyFigures(none)), /<dd>0 <span>kWh/);
});
