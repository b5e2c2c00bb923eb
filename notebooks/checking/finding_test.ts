import assert from "node:assert/strict";
import { findingText } from "./finding.ts";

Deno.test("findingText() leaves out the place that is not known", () => {
  assert.equal(findingText({ message: "All is wrong" }), "  All is wrong");
  assert.equal(
    findingText({ cell: 4, message: "Bad", details: ["  a"] }),
    "  cell 4: Bad\n      a",
  );
});
