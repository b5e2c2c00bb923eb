import assert from "node:assert/strict";
import { readFileAt } from "./file_at_revision.ts";

Deno.test("readFileAt() names revision and file, and takes no option for a revision", async () => {
  for (const revision of ["no-such-revision", "--output=x"]) {
    await assert.rejects(readFileAt(revision, "place.ts", import.meta.dirname!), (error: Error) => {
      assert.equal(error.name, "RangeError");
      const expected = `Cannot read "place.ts" at the revision "${revision}": fatal: `;
      assert.ok(error.message.startsWith(expected), error.message);
      return true;
    });
  }
});
