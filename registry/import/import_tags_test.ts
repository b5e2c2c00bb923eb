import assert from "node:assert/strict";
import { finishedTag, idTag, ownTags, sourceTag, stageTag } from "./import_tags.ts";

Deno.test("ownTags() drops the marks of an import before, and no other tag", () => {
  const marks = { [sourceTag]: "a", [idTag]: "b", [finishedTag]: "c", [stageTag]: "d" };
  const tags = { "wattbook.digest": "{}", "mlflow.runName": "nightly" };
  assert.deepEqual(ownTags({ ...marks, ...tags }), tags);
});
