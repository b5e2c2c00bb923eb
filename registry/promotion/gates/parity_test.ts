import assert from "node:assert/strict";
import { withCandidate } from "../facts_fixture.ts";
import { defaultTerms } from "../terms.ts";
import { parity } from "./parity.ts";

Deno.test("parity passes at its limit and refuses just beyond", () => {
  const passed = (parityMaxAbsDiff?: number, terms = defaultTerms) =>
    parity.check(withCandidate({ parityMaxAbsDiff }), terms).map(({ passed }) => passed);
  assert.deepEqual([passed(1e-5), passed(1.01e-5), passed()], [[true], [false], [false]]);
  assert.deepEqual(passed(1.01e-5, { ...defaultTerms, maxParityDiff: 1.01e-5 }), [true]);
});
