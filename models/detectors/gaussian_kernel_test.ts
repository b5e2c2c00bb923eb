import assert from "node:assert/strict";
import { BLOCK } from "./gaussian_block.ts";
import { gaussianKernel } from "./gaussian_kernel.ts";

Deno.test("gaussianKernel() writes the entries of a row at their places and no others", () => {
  const rows = 3 * BLOCK + 5;
  const line = Float64Array.from({ length: rows }, (_, i) => i % 7);
  const kernel = gaussianKernel(line, 1, Math.LN2);
  const places = Int32Array.from({ length: rows }, (_, i) => rows - 1 - i);
  const row = new Float32Array(rows).fill(9);
  kernel.fill(row, 2, places, 1, rows - 1);
  row.forEach((value, i) => {
    const inside = i > 0 && i < rows - 1;
    assert.equal(value, inside ? 2 ** -((line[i] - 2) ** 2) : 9, `entry ${i}`);
  });
});

Deno.test("gaussianKernel() has ones on its diagonal", () => {
  const kernel = gaussianKernel(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 5);
  assert.deepEqual([...kernel.diagonal], [1, 1, 1]);
});
