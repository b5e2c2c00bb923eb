import assert from "node:assert/strict";
import * as wattbook from "./mod.ts";

Deno.test("notebooks/mod.ts exports exactly these values", () => {
  assert.deepEqual(Object.keys(wattbook), [
    "Plot",
    "SqlError",
    "calendarHeatmap",
    "changeChart",
    "chunkChart",
    "close",
    "context",
    "dailyProfile",
    "detectorChart",
    "driftChart",
    "effectChart",
    "importanceChart",
    "keyFigures",
    "loadChart",
    "openDataset",
    "palette",
    "plot",
    "precisionRecallChart",
    "profileGrid",
    "progress",
    "runChart",
    "scoreChart",
    "scoreShareChart",
    "sql",
    "steps",
    "table",
    "track",
    "winChart",
  ]);
});
