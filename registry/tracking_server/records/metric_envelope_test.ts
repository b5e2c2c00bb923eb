import assert from "node:assert/strict";
import type { Database } from "../database.ts";
import { readHistoryKeys, readMetricEnvelope, readMetricExtent } from "./metric_envelope.ts";
import { writeMetrics } from "./metrics.ts";
import { withDatabase } from "./records_fixture.ts";

function write(database: Database, values: readonly number[], stepOf = (i: number) => i): void {
  values.forEach((value, i) =>
    writeMetrics(database, "r", [{ key: "loss", value, timestamp: 100 + 10 * i, step: stepOf(i) }])
  );
}

Deno.test("readHistoryKeys() names metrics of the run that have more than one value", () => {
  withDatabase((database) => {
    write(database, [1, NaN, 3]);
    writeMetrics(database, "r", [{ key: "auc", value: 0.5, timestamp: 7, step: -2 }]);
    writeMetrics(database, "r", [{ key: "auc", value: 0.5, timestamp: 7, step: -2 }]);
    writeMetrics(database, "r", [{ key: "also", value: 1, timestamp: 1, step: 1 }]);
    writeMetrics(database, "r", [{ key: "also", value: 1, timestamp: 2, step: 1 }]);
    assert.deepEqual(readHistoryKeys(database, "r"), ["also", "loss"]);
    assert.deepEqual(readHistoryKeys(database, "other"), []);
  });
});

Deno.test("readMetricExtent() tells first and last of the one metric", () => {
  withDatabase((database) => {
    write(database, [1, NaN, 3]);
    writeMetrics(database, "r", [{ key: "auc", value: 0.5, timestamp: 7, step: -2 }]);
    assert.deepEqual(readMetricExtent(database, "r", "loss"), {
      first_step: 0,
      last_step: 2,
      first_timestamp: 100,
      last_timestamp: 120,
    });
    assert.equal(readMetricExtent(database, "r", "none"), undefined);
  });
});

Deno.test("readMetricEnvelope() keeps a short history whole, in the order of its axis", () => {
  withDatabase((database) => {
    write(database, [3, 1, 2], (i) => 2 - i);
    const part = { runId: "r", key: "loss", columns: 100 };
    assert.deepEqual(
      readMetricEnvelope(database, { ...part, axis: "step", from: 0, to: 2 }),
      [{ x: 0, y: 2 }, { x: 1, y: 1 }, { x: 2, y: 3 }],
    );
    assert.deepEqual(
      readMetricEnvelope(database, { ...part, axis: "timestamp", from: 100, to: 120 }),
      [{ x: 100, y: 3 }, { x: 110, y: 1 }, { x: 120, y: 2 }],
    );
  });
});

Deno.test("readMetricEnvelope() keeps the least and greatest of each part, and NaN where all is", () => {
  withDatabase((database) => {
    // Steps 0 to 8 in three parts: 0 to 2, 3 to 5, 6 to 8.
    write(database, [5, 1, 4, NaN, NaN, NaN, NaN, 7, 7]);
    assert.deepEqual(
      readMetricEnvelope(database, {
        runId: "r",
        key: "loss",
        axis: "step",
        from: 0,
        to: 8,
        columns: 3,
      }),
      [{ x: 0, y: 5 }, { x: 1, y: 1 }, { x: 3, y: NaN }, { x: 7, y: 7 }],
    );
  });
});

Deno.test("readMetricEnvelope() gives at most two points a part, the extremes among them", () => {
  withDatabase((database) => {
    write(database, Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5003));
    const points = readMetricEnvelope(database, {
      runId: "r",
      key: "loss",
      axis: "step",
      from: 0,
      to: 4999,
      columns: 50,
    });
    assert.equal(points.length, 100);
    const values = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5003);
    assert.equal(Math.min(...points.map(({ y }) => y)), Math.min(...values));
    assert.equal(Math.max(...points.map(({ y }) => y)), Math.max(...values));
    assert.deepEqual(points.map(({ x }) => x), points.map(({ x }) => x).sort((a, b) => a - b));
  });
});

Deno.test("readMetricEnvelope() takes one step for all and steps at the ends of int64", () => {
  withDatabase((database) => {
    write(database, [2, 1], () => 5);
    assert.deepEqual(
      readMetricEnvelope(database, {
        runId: "r",
        key: "loss",
        axis: "step",
        from: 5,
        to: 5,
        columns: 10,
      }),
      [{ x: 5, y: 1 }, { x: 5, y: 2 }],
    );
    for (const step of [-(2n ** 63n), 2n ** 63n - 1n]) {
      writeMetrics(database, "r", [{ key: "far", value: Number(step), timestamp: 0, step }]);
    }
    const ends = [-(2 ** 63), 2 ** 63];
    assert.deepEqual(
      readMetricEnvelope(database, {
        runId: "r",
        key: "far",
        axis: "step",
        from: ends[0],
        to: ends[1],
        columns: 10,
      }),
      ends.map((x) => ({ x, y: x })),
    );
  });
});

Deno.test("readMetricEnvelope() reads a history that is longer than what is held at a time", () => {
  withDatabase((database) => {
    database.run(
      `INSERT INTO metrics
       WITH RECURSIVE steps(step) AS (SELECT 0 UNION ALL SELECT step + 1 FROM steps LIMIT 200001)
       SELECT 'r', 'loss', 0, step, iif(step = 200000, 9, step % 7), 0 FROM steps`,
    );
    assert.deepEqual(
      readMetricEnvelope(database, {
        runId: "r",
        key: "loss",
        axis: "step",
        from: 0,
        to: 200_000,
        columns: 2,
      }),
      [{ x: 0, y: 0 }, { x: 6, y: 6 }, { x: 100_002, y: 0 }, { x: 200_000, y: 9 }],
    );
  });
});
