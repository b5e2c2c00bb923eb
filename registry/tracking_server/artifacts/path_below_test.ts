import assert from "node:assert/strict";
import { pathBelow } from "./path_below.ts";

Deno.test("pathBelow() undoes percent codes once, and refuses broken ones", () => {
  assert.equal(pathBelow("/a", "/a/100%25/%C3%A4%252F"), "100%/ä%2F");
  assert.throws(() => pathBelow("/a", "/a/%E0%A4"), {
    errorCode: "INVALID_PARAMETER_VALUE",
    message: "Invalid path",
  });
});
