import assert from "node:assert/strict";
import { GOOD, withCandidate } from "./facts_fixture.ts";
import { findingText, judge } from "./judge.ts";
import { defaultTerms } from "./terms.ts";

function gatesOf(kinds: Parameters<typeof judge>[2]): string[] {
  return [...new Set(judge(GOOD, defaultTerms, kinds).map(({ gate }) => gate))];
}

Deno.test("judge() asks the gates of the kinds that were named, in their order", () => {
  assert.deepEqual(gatesOf(["integrity"]), ["mlmodel", "digests"]);
  assert.deepEqual(gatesOf(["fitness"]), ["drift_profile", "parity", "size", "latency"]);
  assert.deepEqual(gatesOf(["comparison", "integrity"]), [
    "mlmodel",
    "digests",
    "signature",
    "evaluation",
  ]);
});

Deno.test("findingText() tells the gate, the limit and the number", () => {
  const refused = judge(withCandidate({ scoringMs: 1_001 }), defaultTerms, ["fitness"])
    .filter(({ passed }) => !passed);
  assert.deepEqual(refused.map(findingText), [
    "gate latency: milliseconds to score 1000 rows: expected at most 1000, got 1001",
  ]);
});
