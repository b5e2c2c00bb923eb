import assert from "node:assert/strict";
import { splitMeters } from "./meter_series.ts";

Deno.test("splitMeters() orders meters by id and readings by time, keeping their rows", () => {
  const series = splitMeters({
    meterId: ["m2", "m10", "m2", "m2"],
    ts: Float64Array.of(30, 5, 10, 20),
    kwh: Float64Array.of(3, 9, NaN, 2),
  });
  assert.deepEqual(series, [
    {
      meterId: "m10",
      ts: Float64Array.of(5),
      kwh: Float64Array.of(9),
      rows: Int32Array.of(1),
    },
    {
      meterId: "m2",
      ts: Float64Array.of(10, 20, 30),
      kwh: Float64Array.of(NaN, 2, 3),
      rows: Int32Array.of(2, 3, 0),
    },
  ]);
});

Deno.test("splitMeters() gives nothing for no readings", () => {
  assert.deepEqual(
    splitMeters({ meterId: [], ts: new Float64Array(), kwh: new Float64Array() }),
    [],
  );
});

Deno.test("splitMeters() refuses two readings of one meter and time, not of two meters", () => {
  const ts = Float64Array.of(0, 3_600_000, 0);
  const kwh = Float64Array.of(1, 2, 3);
  assert.throws(() => splitMeters({ meterId: ["a", "a", "a"], ts, kwh }), {
    name: "RangeError",
    message: 'Cannot order the readings of meter "a": two are of 1970-01-01T00:00:00.000Z',
  });
  assert.equal(splitMeters({ meterId: ["a", "a", "b"], ts, kwh }).length, 2);
});
