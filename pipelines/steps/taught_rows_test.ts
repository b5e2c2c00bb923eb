import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { taughtRows } from "./taught_rows.ts";

const HOUR = 3_600_000;

/** Hours of a meter whose only feature is a number of its own. */
function series(meterId: string, from: number, label: Uint8Array) {
  const numbers = Float32Array.from(label, (_, hour) => from + hour);
  return {
    x: matrix(["kwh"], numbers),
    meterIds: Array.from(label, () => meterId),
    ts: Float64Array.from(label, (_, hour) => hour * HOUR),
    kwh: Float64Array.from(numbers),
    expectedKwh: Float64Array.from(numbers),
    label,
  };
}

Deno.test("taughtRows() joins series, each row with its meter and label, long events thinned", () => {
  const short = series("a", 0, Uint8Array.of(0, 1, 0));
  const long = series("b", 100, new Uint8Array(49).fill(1, 0, 48));
  const { x, meterIds, label } = taughtRows([short, long]);
  const kept = Array.from({ length: 24 }, (_, i) => 101 + 2 * i);
  assert.deepEqual([...x.values], [0, 1, 2, ...kept, 148]);
  assert.deepEqual(meterIds, ["a", "a", "a", ...new Array(25).fill("b")]);
  assert.deepEqual([...label], [0, 1, 0, ...new Array(24).fill(1), 0]);
});
