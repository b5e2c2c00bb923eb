import assert from "node:assert/strict";
import { SourceUnreachableError } from "./source_unreachable.ts";

Deno.test("SourceUnreachableError names both ways out and its cause", () => {
  const cause = new TypeError("Connection refused");
  const error = new SourceUnreachableError("estates", "example.org", { cause });
  assert.equal(error.name, "SourceUnreachableError");
  assert.equal(error.cause, cause);
  assert.equal(
    error.message,
    'Cannot reach the files of dataset "estates" (Connection refused): either set WATTBOOK_DATA_MIRROR=<directory or URL> that holds estates/, or connect to example.org',
  );
});
