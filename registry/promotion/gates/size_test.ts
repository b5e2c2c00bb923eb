import assert from "node:assert/strict";
import { withCandidate } from "../facts_fixture.ts";
import { defaultTerms } from "../terms.ts";
import { size } from "./size.ts";

Deno.test("size passes at its limit and refuses just beyond", () => {
  const passed = (modelBytes?: number, terms = defaultTerms) =>
    size.check(withCandidate({ modelBytes }), terms).map(({ passed }) => passed);
  assert.deepEqual([passed(50_000_000), passed(50_000_001), passed()], [[true], [false], [false]]);
  assert.deepEqual(passed(50_000_001, { ...defaultTerms, maxModelBytes: 50_000_001 }), [true]);
});
