import assert from "node:assert/strict";
import { chunksOf } from "./chunks.ts";

Deno.test("chunksOf() leaves out what is shorter than the window", () => {
  const window = { from: 100, to: 110 };
  assert.deepEqual(chunksOf({ window, reference: { from: 0, to: 9 } }), []);
  assert.deepEqual(chunksOf({ window, reference: { from: 0, to: 10 } }), [{ from: 0, to: 10 }]);
  assert.deepEqual(chunksOf({ window, reference: { from: 5, to: 5 } }), []);
});

Deno.test("chunksOf() takes the 52 latest of a long reference", () => {
  const chunks = chunksOf({ window: { from: 200, to: 201 }, reference: { from: 0, to: 100 } });
  assert.equal(chunks.length, 52);
  assert.deepEqual([chunks[0], chunks[51]], [{ from: 48, to: 49 }, { from: 99, to: 100 }]);
});
