import assert from "node:assert/strict";
import { count, counted, durationText, momentText, shortNumber, sizeText } from "./quantities.ts";

Deno.test("momentText() writes UTC, and the number itself beyond the calendar", () => {
  assert.equal(momentText(Date.UTC(2024, 2, 31, 23, 59, 59)), "31 Mar 2024, 23:59");
  assert.equal(momentText(9007199254740993n), "9007199254740993");
});

Deno.test("durationText() names the two largest units and rounds down", () => {
  const texts = [0, 999, 1000, 59_999, 60_000, 3_599_999, 3_600_000, 86_399_999, 86_400_000 * 1234];
  assert.deepEqual(texts.map(durationText), [
    "0 ms",
    "999 ms",
    "1.0 s",
    "59.9 s",
    "1 min 0 s",
    "59 min 59 s",
    "1 h 0 min",
    "23 h 59 min",
    "1,234 d 0 h",
  ]);
  assert.equal(durationText(-1500), "−1.5 s");
});

Deno.test("shortNumber() keeps six digits and turns to powers of ten where zeros would pile up", () => {
  assert.deepEqual(
    [0, 0.123456789, 999999.4, 1e6, 0.0001, 0.00001234, -2.5, Infinity, NaN].map(shortNumber),
    ["0", "0.123457", "999999", "1e6", "0.0001", "1.234e−5", "−2.5", "Infinity", "NaN"],
  );
});

Deno.test("count(), counted() and sizeText() set thousands apart, join nouns, scale bytes", () => {
  assert.equal(count(9007199254740993n), "9,007,199,254,740,993");
  assert.deepEqual([counted(0, "run"), counted(1, "run")], ["0 runs", "1 run"]);
  assert.deepEqual([0, 999, 1000, 999_499, 999_500, 1e12].map(sizeText), [
    "0 B",
    "999 B",
    "1 kB",
    "999 kB",
    "1 MB",
    "1 TB",
  ]);
});
