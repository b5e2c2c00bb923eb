import assert from "node:assert/strict";
import { withCandidate } from "../facts_fixture.ts";
import { defaultTerms } from "../terms.ts";
import { mlmodel } from "./mlmodel.ts";

Deno.test("mlmodel names the files where MLmodel is not among them", () => {
  const finding = { subject: "files", expected: "MLmodel among them" };
  for (
    const [files, found, passed] of [
      [["MLmodel"], "MLmodel", true],
      [["mlmodel", "model.onnx"], "mlmodel, model.onnx", false],
      [[], "none", false],
    ] as const
  ) {
    const findings = mlmodel.check(withCandidate({ files }), defaultTerms);
    assert.deepEqual(findings, [{ ...finding, found, passed }]);
  }
});
