import assert from "node:assert/strict";
import { timeUnit } from "./time_unit.ts";

Deno.test("timeUnit() goes over to a larger unit from two of it on", () => {
  const spans = [0, 119_999, 120_000, 7_199_999, 7_200_000, 172_799_999, 172_800_000];
  assert.deepEqual(spans.map((span) => timeUnit(span).name), [
    "seconds",
    "seconds",
    "minutes",
    "minutes",
    "hours",
    "hours",
    "days",
  ]);
});
