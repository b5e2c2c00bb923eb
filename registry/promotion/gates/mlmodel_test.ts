import assert from "node:assert/strict";
import { withCandidate } from "../facts_fixture.ts";
import { defaultTerms } from "../terms.ts";
import { mlmodel } from "./mlmodel.ts";

Deno.test("mlmodel names the files where MLmodel is not among them", () => {
  const finding = { subject: "file", expected: "MLmodel" };
  for (
    const [files, found, passed] of [
      [["MLmodel", "model.onnx"], "MLmodel", true],
      [["mlmodel", "model.onnx"], "mlmodel, model.onnx", false],
      [[], "no files", false],
    ] as const
  ) {
    const findings = mlmodel.check(withCandidate({ files }), defaultTerms);
    assert.deepEqual(findings, [{ ...finding, found, passed }]);
  }
});
