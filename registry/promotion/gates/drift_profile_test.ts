import assert from "node:assert/strict";
import { withCandidate } from "../facts_fixture.ts";
import { defaultTerms } from "../terms.ts";
import { driftProfile } from "./drift_profile.ts";

Deno.test("drift_profile wants one column or more", () => {
  for (const [profiledColumns, found] of [[1, 1], [0, 0], [undefined, "not readable"]] as const) {
    assert.deepEqual(driftProfile.check(withCandidate({ profiledColumns }), defaultTerms), [{
      subject: "columns in reference_profile.json",
      found,
      expected: "at least 1",
      passed: profiledColumns === 1,
    }]);
  }
});
