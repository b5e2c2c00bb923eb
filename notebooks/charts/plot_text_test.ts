import assert from "node:assert/strict";
import * as Plot from "@observablehq/plot";
import { JUPYTER_DISPLAY } from "./display.ts";
import { plot, type PlotSpec } from "./plot.ts";

function textOf(spec: PlotSpec): string {
  return plot(spec)[JUPYTER_DISPLAY]()["text/plain"];
}

const rows = [
  { ts: Date.UTC(2024, 0, 1), kwh: 1, room: "r1", feature: "load" },
  { ts: Date.UTC(2024, 0, 2), kwh: 2, room: "r2", feature: "load" },
  { ts: Date.UTC(2024, 0, 3), kwh: 5, room: "r1", feature: "cost" },
];

Deno.test("plotText() tells times, numbers, facets and colours of a plot", () => {
  const text = textOf({
    title: "Rooms",
    x: { type: "utc" },
    y: { domain: [0, 10] },
    marks: [
      Plot.ruleY([0]),
      [null, Plot.dot(rows, { x: "ts", y: "kwh", fy: "feature", fill: "room" })],
    ],
  });
  assert.equal(
    text,
    [
      "Rooms",
      "3 points",
      "x: 2024-01-01 00:00 to 2024-01-03 00:00 UTC",
      "y: 0 to 10",
      "fy: cost, load",
      "color: r1, r2",
    ].join("\n"),
  );
});

Deno.test("plotText() calls an axis by its label where it was given one", () => {
  const marks = [Plot.dot(rows, { x: "kwh", y: "room" })];
  assert.equal(
    textOf({ x: { label: "energy, kWh" }, marks }),
    "Chart\n3 points\nenergy, kWh: 1 to 5\ny: r1, r2",
  );
});

Deno.test("plotText() counts what can only be iterated", () => {
  assert.match(textOf({ marks: [Plot.dotX(new Set([3, 5]))] }), /^Chart\n2 points\nx: 3 to 5$/);
});
