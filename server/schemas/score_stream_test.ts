import assert from "node:assert/strict";
import { scoreStreamLineSchema } from "./score_stream.ts";

Deno.test("scoreStreamLineSchema tells lines apart by their type", () => {
  const takes = (line: unknown) => scoreStreamLineSchema.safeParse(line).success;
  const counts = { lines: 2, readings: 1, scores: 1, not_scored: 0, events: 0, errors: 1 };
  assert.ok(takes({ type: "summary", ...counts }));
  assert.ok(!takes({ type: "summary", ...counts, errors: -1 }));
  assert.ok(takes({ type: "error", line: 2, detail: "Cannot", errors: [] }));
  assert.ok(!takes({ type: "error", line: 0, detail: "Cannot", errors: [] }));
  assert.ok(!takes({ type: "unknown" }));
});
