import assert from "node:assert/strict";
import { GOOD, withCandidate } from "../facts_fixture.ts";
import { defaultTerms } from "../terms.ts";
import { signature } from "./signature.ts";

const declared = { ...defaultTerms, signatureMayChange: true };
const outputs = ["score: float", "label: long"];

function found(inputs: readonly string[], terms = defaultTerms) {
  return signature.check(withCandidate({ signature: { inputs, outputs } }), terms)
    .map(({ subject, found, passed }) => [subject, found, passed]);
}

Deno.test("signature passes the columns of the version before", () => {
  assert.deepEqual(found(["hour: double", "kwh: double"]), [
    ["inputs", "2 columns", true],
    ["outputs", "2 columns", true],
  ]);
});

Deno.test("signature names what came and went, and passes it when it is declared", () => {
  for (
    const [inputs, change] of [
      [["hour: double", "kwh: float"], "+ kwh: float, - kwh: double"],
      [["hour: double"], "- kwh: double"],
      [["kwh: double", "hour: double"], "another order"],
    ] as const
  ) {
    assert.deepEqual(found(inputs)[0], ["inputs", change, false]);
    assert.deepEqual(found(inputs, declared)[0], ["inputs", change, true]);
    assert.deepEqual(found(inputs)[1], ["outputs", "2 columns", true]);
  }
});

Deno.test("signature does not take what it cannot read for the same", () => {
  const facts = { ...GOOD, holder: { version: "1" } };
  assert.deepEqual(
    signature.check(facts, defaultTerms).map(({ found, passed }) => [found, passed]),
    [
      ["those of version 1 not readable", false],
      ["those of version 1 not readable", false],
    ],
  );
  const unreadable = signature.check(withCandidate({ signature: undefined }), declared);
  assert.deepEqual(unreadable.map(({ found, passed }) => [found, passed]), [
    ["not readable", false],
  ]);
});
