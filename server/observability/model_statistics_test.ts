import assert from "node:assert/strict";
import { countModels } from "./model_statistics.ts";
import type { RequestRecord } from "./request_record.ts";

const V3 = { model: "energy-anomaly", version: "3" };
const RECORD: RequestRecord = {
  at: 1000,
  requestId: "r1",
  method: "POST",
  route: "/api/v1/score",
  status: 200,
  ms: 20,
  parts: { decode: 1, features: 15, queue: 4, run: 5, encode: 2 },
  scoredBy: { ...V3, rows: 3 },
};

Deno.test("countModels() tells the parts of answers apart, and those that failed", () => {
  const statistics = countModels();
  statistics.answered(RECORD);
  statistics.answered({ ...RECORD, at: 2000, ms: 7, parts: { decode: 1, queue: 2, run: 3 } });
  statistics.answered({ ...RECORD, at: 3000, ms: 60, status: 504, parts: { queue: 60 } });
  statistics.answered({ ...RECORD, at: 4000, scoredBy: undefined });
  assert.deepEqual(statistics.of(V3), {
    ...V3,
    lastAt: 3000,
    rows: 0,
    batches: 0,
    durations: {
      success: { count: 2, ms: 27 },
      fail: { count: 1, ms: 60 },
      queue: { count: 2, ms: 6 },
      // 1 + (15 - 4 - 5), and 1.
      input: { count: 2, ms: 8 },
      infer: { count: 2, ms: 8 },
      output: { count: 2, ms: 2 },
    },
  });
});

Deno.test("countModels() keeps versions apart, and keeps nothing of those that are only looked at", () => {
  const statistics = countModels();
  const other = { ...V3, version: "4" };
  statistics.scored(V3, 2);
  statistics.scored(V3, 5);
  statistics.ran(V3);
  const counts = (version: typeof V3) => {
    const { rows, batches } = statistics.of(version);
    return [rows, batches];
  };
  assert.deepEqual([counts(V3), counts(other)], [[7, 1], [0, 0]]);
});
