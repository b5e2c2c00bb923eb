import assert from "node:assert/strict";
import { logLine } from "./request_log.ts";
import type { RequestRecord } from "./request_record.ts";

const RECORD: RequestRecord = {
  at: Date.UTC(2026, 0, 1),
  requestId: "r7",
  method: "POST",
  route: "/invocations",
  status: 200,
  ms: 1.23456,
  parts: { run: 0.98765 },
  scoredBy: { model: "energy-anomaly", version: "3", rows: 5 },
};

Deno.test("logLine() writes one line of JSON that says who scored what in which time", () => {
  assert.equal(
    logLine(RECORD),
    '{"time":"2026-01-01T00:00:00.000Z","level":"info","request_id":"r7","method":"POST",' +
      '"route":"/invocations","status":200,"ms":1.235,"model":"energy-anomaly","version":"3",' +
      '"rows":5,"parts_ms":{"run":0.988}}',
  );
});

Deno.test("logLine() tells refusals from failures, and stays one line", () => {
  for (const [status, level] of [[404, "warn"], [503, "warn"], [500, "error"]] as const) {
    const line = logLine({ ...RECORD, status, error: 'Cannot find\n"x"' });
    assert.ok(!line.includes("\n"));
    const { level: written, error } = JSON.parse(line);
    assert.deepEqual([written, error], [level, 'Cannot find\n"x"']);
  }
});
