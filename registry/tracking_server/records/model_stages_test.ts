import assert from "node:assert/strict";
import { canonicalStage } from "./model_stages.ts";

Deno.test("canonicalStage() knows four stages in any case", () => {
  for (const stage of ["None", "Staging", "Production", "Archived"]) {
    assert.equal(canonicalStage(stage.toUpperCase()), stage);
  }
  assert.throws(() => canonicalStage("champion"), {
    errorCode: "INVALID_PARAMETER_VALUE",
    message:
      "Invalid Model Version stage: champion. Value must be one of None, Staging, Production, Archived.",
  });
});
