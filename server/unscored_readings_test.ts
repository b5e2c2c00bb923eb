import assert from "node:assert/strict";
import { unscoredReadings } from "./unscored_readings.ts";

const HOUR = 3_600_000;
function at(meterId: string, ts: number) {
  return { meterId, ts, kwh: 1 };
}

Deno.test("unscoredReadings() are those before, between and after the hours of their own meter", () => {
  const scored = [at("a", 0), at("a", HOUR), at("a", 4 * HOUR), at("b", 2 * HOUR)];
  const outside = [
    at("a", -1),
    at("a", 2 * HOUR),
    at("a", 4 * HOUR - 1),
    at("a", 5 * HOUR),
    at("b", 0),
    at("c", 0),
  ];
  const inside = [at("a", 0), at("a", 2 * HOUR - 1), at("a", 4.75 * HOUR), at("b", 2 * HOUR)];
  assert.deepEqual(unscoredReadings(scored, [...inside, ...outside]), outside);
});
