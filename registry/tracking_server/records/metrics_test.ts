import assert from "node:assert/strict";
import fc from "fast-check";
import { type MetricRow, readLatestMetrics, writeMetric } from "./metrics.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("writeMetric() keeps the greatest by step, time and value in any order of writing", () => {
  const small = fc.integer({ min: 0, max: 2 });
  const logged = fc.array(fc.record({ step: small, timestamp: small, value: small }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(logged, (metrics) => {
      withDatabase((database) => {
        for (const metric of metrics) writeMetric(database, "r", { key: "m", ...metric });
        const rank = ({ step, timestamp, value }: typeof metrics[number]) =>
          step * 9 + timestamp * 3 + value;
        const best = metrics.reduce((a, b) => (rank(b) > rank(a) ? b : a));
        assert.deepEqual(readLatestMetrics(database, "r"), [{ key: "m", ...best }]);
      });
    }),
    { numRuns: 30 },
  );
});

Deno.test("writeMetric() stores NaN with a mark, an infinity as the largest double, a repeat once", () => {
  withDatabase((database) => {
    for (const value of [NaN, NaN, -Infinity]) {
      writeMetric(database, "r", { key: `${value}`, value, timestamp: 1, step: 2n ** 60n });
    }
    assert.deepEqual(database.all<MetricRow>("SELECT key, value, step, is_nan FROM metrics"), [
      { key: "-Infinity", value: -Number.MAX_VALUE, step: 2n ** 60n, is_nan: 0 },
      { key: "NaN", value: 0, step: 2n ** 60n, is_nan: 1 },
    ]);
    assert.ok(Number.isNaN(readLatestMetrics(database, "r")[1].value));
  });
});
