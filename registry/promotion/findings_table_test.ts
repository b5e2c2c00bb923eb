import assert from "node:assert/strict";
import { withCandidate } from "./facts_fixture.ts";
import { findingsTable } from "./findings_table.ts";
import { judge } from "./judge.ts";
import { defaultTerms } from "./terms.ts";

Deno.test("findingsTable() shows every gate with its number and its limit", () => {
  const findings = judge(withCandidate({ scoringMs: 1_001 }), defaultTerms, ["fitness"]);
  assert.equal(
    findingsTable(findings),
    `
| gate          | what                                           | found   | expected         | passed |
| ------------- | ---------------------------------------------- | ------- | ---------------- | ------ |
| drift_profile | columns in reference_profile.json              | 2       | at least 1       | yes    |
| parity        | largest difference of ONNX and detector scores | 2e-7    | at most 0.00001  | yes    |
| size          | bytes of model.onnx                            | 1000000 | at most 50000000 | yes    |
| latency       | milliseconds to score 1000 rows                | 1001    | at most 1000     | no     |
`.trim(),
  );
});
