import assert from "node:assert/strict";
import { lakeFolder, requireDatasetName } from "./folder.ts";

Deno.test("lakeFolder() puts a dataset under the home's lake", () => {
  assert.equal(lakeFolder("data/local", "cambridge-estates"), "data/local/lake/cambridge-estates");
});

Deno.test("lakeFolder() refuses names that requireDatasetName() refuses", () => {
  for (const name of ["", ".", "..", "a/b", "a\\b", "A", "a--b", "-a", "a ", "a\0"]) {
    assert.throws(() => requireDatasetName(name), RangeError, name);
    assert.throws(() => lakeFolder("home", name), RangeError, name);
  }
  assert.throws(() => lakeFolder("home", "a/../b"), {
    message:
      'Cannot name a dataset with other than lower-case letters, digits and single hyphens: current value is "a/../b"',
  });
});
