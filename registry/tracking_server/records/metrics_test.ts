import assert from "node:assert/strict";
import fc from "fast-check";
import { type MetricRow, readLatestMetrics, writeMetrics } from "./metrics.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("writeMetrics() keeps the greatest by step, time and value in any order of writing", () => {
  const small = fc.integer({ min: 0, max: 2 });
  const logged = fc.array(fc.record({ step: small, timestamp: small, value: small }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(logged, (metrics) => {
      withDatabase((database) => {
        const named = metrics.map((metric) => ({ key: "m", ...metric }));
        // One by one, and many at once.
        writeMetrics(database, "r", named.slice(0, 1));
        writeMetrics(database, "r", named.slice(1));
        const rank = ({ step, timestamp, value }: typeof metrics[number]) =>
          step * 9 + timestamp * 3 + value;
        const best = metrics.reduce((a, b) => (rank(b) > rank(a) ? b : a));
        assert.deepEqual(readLatestMetrics(database, "r"), [{ key: "m", ...best }]);
      });
    }),
    { numRuns: 30 },
  );
});

Deno.test("writeMetrics() stores NaN with a mark, an infinity as the largest double, a repeat once", () => {
  withDatabase((database) => {
    for (const value of [NaN, NaN, -Infinity]) {
      writeMetrics(database, "r", [{ key: `${value}`, value, timestamp: 1, step: 2n ** 60n }]);
    }
    assert.deepEqual(database.all<MetricRow>("SELECT key, value, step, is_nan FROM metrics"), [
      { key: "-Infinity", value: -Number.MAX_VALUE, step: 2n ** 60n, is_nan: 0 },
      { key: "NaN", value: 0, step: 2n ** 60n, is_nan: 1 },
    ]);
    assert.ok(Number.isNaN(readLatestMetrics(database, "r")[1].value));
  });
});
