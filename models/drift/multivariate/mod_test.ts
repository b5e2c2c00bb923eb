import assert from "node:assert/strict";
import { rowDriftTests } from "./mod.ts";

Deno.test("rowDriftTests lists every test of rows under its name", () => {
  assert.deepEqual(Object.keys(rowDriftTests), ["pca_reconstruction", "domain_classifier"]);
  for (const [key, { name }] of Object.entries(rowDriftTests)) assert.equal(name, key);
});
