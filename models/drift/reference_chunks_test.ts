import assert from "node:assert/strict";
import { medianSize, referenceChunks } from "./reference_chunks.ts";

Deno.test("referenceChunks() gathers the rows by ascending id", () => {
  const chunks = referenceChunks(Int32Array.of(30, -1, 4, 5, 6, 30, 7, -1, 4, 5, 6, 7));
  assert.deepEqual(chunks.map((rows) => [...rows]), [
    [1, 7],
    [2, 8],
    [3, 9],
    [4, 10],
    [6, 11],
    [0, 5],
  ]);
});

Deno.test("referenceChunks() leaves out chunks of less than half the median size", () => {
  const sizes = [1, 4, 4, 4, 4, 4, 2];
  const chunks = referenceChunks(sizes.flatMap((size, id) => new Array(size).fill(id)));
  assert.deepEqual(chunks.map(({ length }) => length), [4, 4, 4, 4, 4, 2]);
});

Deno.test("referenceChunks() refuses fewer than 6 chunks", () => {
  const message = (count: number) =>
    "Cannot tell ordinary from drifted as the reference must have at least 6 chunks " +
    `of at least half the median size: current number is ${count}`;
  assert.throws(() => referenceChunks([1, 2, 3, 4, 5]), {
    name: "RangeError",
    message: message(5),
  });
  assert.throws(() => referenceChunks([]), { name: "RangeError", message: message(0) });
});

Deno.test("medianSize() is the size in the middle, the larger of two", () => {
  const sized = (sizes: number[]) => sizes.map((size) => new Uint32Array(size));
  assert.equal(medianSize(sized([9, 1, 5])), 5);
  assert.equal(medianSize(sized([9, 1, 5, 6])), 6);
  assert.equal(medianSize(sized([10, 9])), 10);
});
