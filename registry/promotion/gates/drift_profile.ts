/** A model whose training data are not described cannot be watched for drift. */

import type { Gate } from "../gate.ts";

/** The gate `drift_profile`: `reference_profile.json` can be read and describes columns. */
export const driftProfile: Gate = {
  name: "drift_profile",
  kind: "fitness",
  check: ({ candidate: { profiledColumns } }) => [{
    subject: "columns in reference_profile.json",
    found: profiledColumns ?? "not readable",
    expected: "at least 1",
    passed: profiledColumns !== undefined && profiledColumns > 0,
  }],
};
