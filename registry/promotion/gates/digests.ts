/** What gets the alias must be what was published. */

import type { FileDigest } from "../facts.ts";
import type { Finding, Gate } from "../gate.ts";

/** The gate `digests`: every published file is there, with the bytes that it was published with. */
export const digests: Gate = {
  name: "digests",
  kind: "integrity",
  check({ candidate: { digests } }) {
    const wrong = digests.filter(({ published, found }) => published !== found);
    return [...wrong.map(refusal), {
      subject: "files as they were published",
      found: digests.length - wrong.length,
      expected: digests.length === 0 ? "at least 1" : `${digests.length}`,
      passed: digests.length > 0 && wrong.length === 0,
    }];
  },
};

function refusal({ path, published, found }: FileDigest): Finding {
  return {
    subject: `SHA-256 of ${path}`,
    found: found ?? "no such file",
    expected: published,
    passed: false,
  };
}
