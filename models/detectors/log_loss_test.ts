import assert from "node:assert/strict";
import { gradientUnits, priorScore, sigmoid, writeGradients } from "./log_loss.ts";

Deno.test("gradientUnits() keeps the sums over all rows below 2^53", () => {
  for (const rows of [1, 2, 3, 4, 255, 256, 61_424, 2_000_000]) {
    const { first, second, row } = gradientUnits(rows);
    assert.ok(rows * first <= 2 ** 53, `${rows} rows: first`);
    assert.ok(rows * second / 4 < row, `${rows} rows: second`);
    assert.ok((rows + 1) * row <= 2 ** 53, `${rows} rows: row`);
    // And no finer: another bit would not fit.
    assert.ok((rows + 1) * row * 4 > 2 ** 53);
  }
});

Deno.test("sigmoid() is 1 / (1 + e^-x), to its ends", () => {
  assert.equal(sigmoid(0), 0.5);
  assert.ok(Math.abs(sigmoid(Math.log(3)) - 0.75) < 1e-15);
  assert.deepEqual([sigmoid(-800), sigmoid(800)], [0, 1]);
});

Deno.test("priorScore() is the log odds, kept finite", () => {
  assert.equal(priorScore(Uint8Array.of(1, 0, 0, 0)), Math.log(1 / 3));
  const none = priorScore(Uint8Array.of(0, 0));
  assert.ok(Math.abs(none - Math.log(1e-15)) < 1e-12);
  assert.ok(Math.abs(priorScore(Uint8Array.of(1, 1)) + none) < 0.2);
});

Deno.test("writeGradients() writes p - y and p (1 - p) beside a whole row", () => {
  const units = { first: 2 ** 20, second: 2 ** 20, row: 2 ** 30 };
  const gradients = new Float64Array(4);
  writeGradients([3, 3], Uint8Array.of(0, 1), units, gradients);
  const expected = [0.25, 3 / 16, -0.75, 3 / 16];
  gradients.forEach((value, at) => {
    const own = (value % units.row) / units.first;
    assert.ok(Math.abs(own - expected[at]) <= 2 ** -20, `entry ${at}: ${own}`);
  });
  assert.equal(Math.floor(gradients[1] / units.row), 1);
});

Deno.test("writeGradients() is finite where a row is certain", () => {
  const gradients = new Float64Array(4);
  writeGradients([0, Infinity], Uint8Array.of(0, 0), { first: 4, second: 8, row: 16 }, gradients);
  assert.deepEqual([...gradients], [4, 16, 0, 16]);
});

Deno.test("writeGradients() does not lose second derivatives too small for a unit", () => {
  const rows = 1000;
  const units = { first: 2 ** 20, second: 2 ** 10, row: 2 ** 30 };
  const gradients = new Float64Array(2 * rows);
  writeGradients(new Float64Array(rows).fill(1e4), new Uint8Array(rows), units, gradients);
  const total = gradients.reduce((sum, value, at) => at % 2 === 1 ? sum + value : sum, 0);
  const p = 1 / (1 + 1e4);
  const exact = rows * p * (1 - p) * units.second;
  assert.ok(Math.abs(total - rows * units.row - exact) < 1);
});
