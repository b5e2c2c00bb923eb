import assert from "node:assert/strict";
import type { Database } from "../database.ts";
import { readHistories, readSampledHistories } from "./metric_histories.ts";
import { writeMetrics } from "./metrics.ts";
import { withDatabase } from "./records_fixture.ts";

function logSteps(database: Database, runId: string, steps: readonly (number | bigint)[]): void {
  database.run(
    `INSERT INTO runs VALUES (?, 'n', 0, '', 'RUNNING', 0, NULL, '', 'active')
     ON CONFLICT DO NOTHING`,
    runId,
  );
  for (const step of steps) {
    writeMetrics(database, runId, [{ key: "loss", value: Number(step) / 2, timestamp: 7, step }]);
  }
}

Deno.test("readHistories() sorts by run, time, step and value, and stops at the limit", () => {
  withDatabase((database) => {
    logSteps(database, "b", [1, 0]);
    logSteps(database, "a", [3]);
    writeMetrics(database, "a", [{ key: "loss", value: NaN, timestamp: 1, step: 9 }]);
    writeMetrics(database, "a", [{ key: "other", value: 1, timestamp: 1, step: 1 }]);
    const histories = readHistories(database, ["b", "a", "none"], "loss", 3);
    assert.deepEqual(histories, [
      { key: "loss", value: NaN, timestamp: 1, step: 9, run_id: "a" },
      { key: "loss", value: 1.5, timestamp: 7, step: 3, run_id: "a" },
      { key: "loss", value: 0, timestamp: 7, step: 0, run_id: "b" },
    ]);
  });
});

Deno.test("readSampledHistories() keeps the ends of each run, in the order of the runs", () => {
  withDatabase((database) => {
    logSteps(database, "a", [0, 1, 2, 3]);
    logSteps(database, "b", [0, 1, 2, 3, 4, 5, 6, 7]);
    const steps = readSampledHistories(database, ["b", "a"], "loss", 2, undefined)
      .map(({ run_id, step }) => [run_id, step]);
    assert.deepEqual(steps, [["b", 0], ["b", 3], ["b", 4], ["b", 7], ["a", 0], ["a", 3]]);
  });
});

Deno.test("readSampledHistories() finds steps beyond 2^53", () => {
  withDatabase((database) => {
    const step = 2n ** 60n + 1n;
    logSteps(database, "a", [step]);
    const range = { first: step, last: step };
    const [found] = readSampledHistories(database, ["a"], "loss", 9, range);
    assert.equal(found.step, step);
  });
});
