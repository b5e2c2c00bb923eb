import assert from "node:assert/strict";
import { withCandidate } from "../facts_fixture.ts";
import { defaultTerms } from "../terms.ts";
import { digests } from "./digests.ts";

Deno.test("digests names each file that is not what was published", () => {
  const published = [
    { path: "MLmodel", published: "aa", found: "aa" },
    { path: "model.onnx", published: "bb", found: "cc" },
    { path: "features/1.sql", published: "dd" },
  ];
  assert.deepEqual(digests.check(withCandidate({ digests: published }), defaultTerms), [
    { subject: "SHA-256 of model.onnx", found: "cc", expected: "bb", passed: false },
    { subject: "SHA-256 of features/1.sql", found: "no such file", expected: "dd", passed: false },
    { subject: "files as they were published", found: 1, expected: "3", passed: false },
  ]);
});

Deno.test("digests refuses a version that was published without any", () => {
  assert.deepEqual(digests.check(withCandidate({ digests: [] }), defaultTerms), [
    { subject: "files as they were published", found: 0, expected: "at least 1", passed: false },
  ]);
});
