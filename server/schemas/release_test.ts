import assert from "node:assert/strict";
import { releaseSchema } from "./release.ts";

Deno.test("releaseSchema knows the outcomes of a comparison, and no others", () => {
  const side = { version: "3", answers: 7, error_share: 0, p95_ms: 4.5 };
  const release = (outcome: string) => ({
    release: {
      model: "energy-anomaly",
      mode: "canary",
      share: 0.1,
      halted: null,
      champion: side,
      challenger: { ...side, version: "4" },
      comparison: { outcome, ratio: 1, low: 0.5, high: 2, p_value: 1 },
      hours: 9,
      mean_score_difference: 0.01,
      days: { quiet: 1, both: 0, champion_only: 0, challenger_only: 0 },
    },
  });
  for (const outcome of ["undecided", "more_alerts", "fewer_alerts", "alike"]) {
    assert.ok(releaseSchema.safeParse(release(outcome)).success);
  }
  assert.ok(!releaseSchema.safeParse(release("better")).success);
});
