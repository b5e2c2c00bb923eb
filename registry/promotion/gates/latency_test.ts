import assert from "node:assert/strict";
import { withCandidate } from "../facts_fixture.ts";
import { defaultTerms } from "../terms.ts";
import { latency } from "./latency.ts";

Deno.test("latency passes at its limit and refuses just beyond", () => {
  const passed = (scoringMs?: number, terms = defaultTerms) =>
    latency.check(withCandidate({ scoringMs }), terms).map(({ passed }) => passed);
  assert.deepEqual([passed(1_000), passed(1_001), passed()], [[true], [false], [false]]);
  assert.deepEqual(passed(1_001, { ...defaultTerms, maxScoringMs: 1_001 }), [true]);
});
