import assert from "node:assert/strict";
import { isBinary, outputContents, readableContents } from "./output_contents.ts";

Deno.test("outputContents() tells every kind of output", () => {
  const data = { "text/plain": "1" };
  assert.deepEqual(outputContents({ output_type: "display_data", data, metadata: {} }), data);
  assert.deepEqual(
    outputContents({ output_type: "error", ename: "Error", evalue: "Bad", traceback: ["x"] }),
    { error: "Error: Bad" },
  );
});

Deno.test("readableContents() has a line for each tag and member, and none for bytes", () => {
  assert.equal(readableContents("image/svg+xml", "<svg> <g/>\n</svg>"), "<svg>\n<g/>\n</svg>");
  assert.equal(readableContents("application/json", { a: [1] }), '{\n "a": [\n  1\n ]\n}');
  assert.equal(readableContents("text/plain", "> <\n"), "> <");
  assert.equal(
    readableContents("application/pdf", "aGVs\nbG8hIQ==\n"),
    "application/pdf of 7 bytes",
  );
  assert.ok(isBinary("video/mp4") && !isBinary("text/plain"));
});
