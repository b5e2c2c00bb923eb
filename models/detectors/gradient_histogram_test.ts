import assert from "node:assert/strict";
import { random } from "../random.ts";
import { addGradients, subtractSums } from "./gradient_histogram.ts";

Deno.test("addGradients() adds both numbers of a row to one bin of each feature", () => {
  const bins = { codes: Uint16Array.of(0, 3, 1, 3, 0, 2), columns: Int32Array.of(0, 1) };
  const gradients = Float64Array.of(1, 10, 2, 20, 4, 40);
  const sums = new Float64Array(8).fill(100);
  addGradients(bins, Uint32Array.of(0, 2), gradients, sums);
  assert.deepEqual([...sums], [105, 150, 100, 100, 104, 140, 101, 110]);
});

Deno.test("addGradients() adds each of any number of rows once", () => {
  const rows = 200;
  const bins = {
    codes: Uint16Array.from({ length: 2 * rows }, (_, at) => at % 2 * 8 + (at * 7 >> 3) % 8),
    columns: Int32Array.of(0, 1),
  };
  const gradients = Float64Array.from({ length: 2 * rows }, (_, at) => at % 13 - 6);
  for (let count = 0; count < rows; count++) {
    const chosen = Uint32Array.from({ length: count }, (_, i) => i * 77 % rows);
    const sums = new Float64Array(32);
    addGradients(bins, chosen, gradients, sums);
    const expected = new Float64Array(32);
    for (const row of chosen) {
      for (const code of bins.codes.subarray(2 * row, 2 * row + 2)) {
        expected[2 * code] += gradients[2 * row];
        expected[2 * code + 1] += gradients[2 * row + 1];
      }
    }
    assert.deepEqual(sums, expected, `${count} rows`);
  }
});

Deno.test("subtractSums() gives exactly what counting the other rows gives", () => {
  const draw = random(7);
  const rows = 500;
  const bins = {
    codes: Uint16Array.from({ length: 2 * rows }, (_, at) => at % 2 * 16 + Math.floor(draw() * 16)),
    columns: Int32Array.of(0, 1),
  };
  const gradients = Float64Array.from({ length: 2 * rows }, () => Math.round(draw() * 2 ** 43));
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  const [some, others] = [all.filter((row) => row % 3 === 0), all.filter((row) => row % 3 > 0)];
  const [remainder, part, counted] = [all, some, others].map((chosen) => {
    const sums = new Float64Array(64);
    addGradients(bins, chosen, gradients, sums);
    return sums;
  });
  subtractSums(remainder, part);
  assert.deepEqual(remainder, counted);
});
