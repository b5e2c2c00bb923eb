import assert from "node:assert/strict";
import { protocols } from "../evaluation/folds.ts";
import { chosenProtocol } from "./evaluation_options.ts";

Deno.test("chosenProtocol() knows every protocol and has one for each kind of data", () => {
  for (const protocol of Object.keys(protocols)) {
    assert.equal(chosenProtocol({ protocol, lead: "lead.csv" }), protocol);
  }
  assert.equal(chosenProtocol({ protocol: undefined, lead: undefined }), "folds");
  assert.throws(() => chosenProtocol({ protocol: "shuffle", lead: undefined }), {
    name: "UsageError",
    message: 'Cannot read --protocol: expected one of leave-one-out, folds, split, got "shuffle"',
  });
});
