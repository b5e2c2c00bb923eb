import assert from "node:assert/strict";
import fc from "fast-check";
import type { KernelMatrix } from "./kernel_cache.ts";
import { solveOneClass } from "./one_class_solver.ts";

const tolerance = 1e-9;
const maxSteps = 1_000_000;
const cacheMebibytes = 1;

/** A matrix given entry by entry, rows × rows. */
function kernelOf(entries: readonly number[]): KernelMatrix {
  const rows = Math.sqrt(entries.length);
  return {
    diagonal: Float64Array.from({ length: rows }, (_, i) => entries[i * rows + i]),
    fill(into, row, places, from, to) {
      for (const place of places.subarray(from, to)) into[place] = entries[row * rows + place];
    },
  };
}

/** Gaussian kernel of points on a line, in float32 as the solver takes it. */
function lineKernel(points: readonly number[]): number[] {
  return points.flatMap((a) => points.map((b) => Math.fround(Math.exp(-((a - b) ** 2)))));
}

Deno.test("solveOneClass() spreads the weight evenly over rows that are alike", async () => {
  const { alpha, rho } = await solveOneClass({
    kernel: kernelOf(lineKernel([0, 0, 0, 0])),
    nu: 0.5,
    tolerance,
    maxSteps,
    cacheMebibytes,
  });
  assert.equal(alpha.reduce((sum, weight) => sum + weight, 0), 2);
  assert.equal(rho, 2);
});

Deno.test("solveOneClass() solves two unequal rows in closed form", async () => {
  // Minimise ½(2a² + b²) with a + b = 1: a = 1/3, b = 2/3, and both gradients are 2/3.
  const { alpha, rho } = await solveOneClass({
    kernel: kernelOf([2, 0, 0, 1]),
    nu: 0.5,
    tolerance,
    maxSteps,
    cacheMebibytes,
  });
  assert.ok(Math.abs(alpha[0] - 1 / 3) < 1e-9 && Math.abs(alpha[1] - 2 / 3) < 1e-9);
  assert.ok(Math.abs(rho - 2 / 3) < 1e-9);
});

Deno.test("solveOneClass() puts the offset between the bound weights when none is free", async () => {
  // ½(a + 5b)² with a + b = 1 is least at a = 1, where the gradients are 1 and 5.
  const { alpha, rho } = await solveOneClass({
    kernel: kernelOf([1, 5, 5, 25]),
    nu: 0.5,
    tolerance,
    maxSteps,
    cacheMebibytes,
  });
  assert.deepEqual([...alpha], [1, 0]);
  assert.equal(rho, (1 + 5) / 2);
});

Deno.test("solveOneClass() gives one row the weight nu", async () => {
  const { alpha, rho } = await solveOneClass({
    kernel: kernelOf([1]),
    nu: 0.02,
    tolerance,
    maxSteps,
    cacheMebibytes,
  });
  assert.deepEqual([...alpha], [0.02]);
  assert.equal(rho, 0.02);
});

async function checkOptimal(line: readonly number[], nu: number, cacheMebibytes: number) {
  const entries = lineKernel(line);
  const rows = line.length;
  const kernel = kernelOf(entries);
  const { alpha, rho } = await solveOneClass({ kernel, nu, tolerance, maxSteps, cacheMebibytes });
  const total = alpha.reduce((sum, weight) => sum + weight, 0);
  assert.ok(Math.abs(total - nu * rows) < 1e-9, `weights add up to ${total}`);
  alpha.forEach((weight, i) => {
    const gradient = alpha.reduce((sum, w, j) => sum + w * entries[i * rows + j], 0);
    assert.ok(weight >= 0 && weight <= 1);
    if (weight < 1) assert.ok(gradient >= rho - 2e-9, `inside: ${gradient} against ${rho}`);
    if (weight > 0) assert.ok(gradient <= rho + 2e-9, `outside: ${gradient} against ${rho}`);
  });
}

Deno.test("solveOneClass() meets the Karush-Kuhn-Tucker conditions", async () => {
  const points = fc.array(fc.integer({ min: -5000, max: 5000 }).map((v) => v / 1000), {
    minLength: 1,
    maxLength: 30,
  });
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  await fc.assert(fc.asyncProperty(points, share, (line, nu) => checkOptimal(line, nu, 1)));
});

Deno.test("solveOneClass() meets them after setting rows aside many times, with two rows kept", async () => {
  // Near neighbours make the kernel all but singular: thousands of steps, and 100 between shrinkings.
  const line = Array.from({ length: 100 }, (_, i) => i / 10);
  for (const nu of [0.1, 0.5]) await checkOptimal(line, nu, 0);
});

Deno.test("solveOneClass() gives a matrix that is cached whole or by two rows the same weights", async () => {
  const line = Array.from({ length: 200 }, (_, i) => (i * 37 % 200) / 2);
  const program = { kernel: kernelOf(lineKernel(line)), nu: 0.3, tolerance, maxSteps };
  const whole = await solveOneClass({ ...program, cacheMebibytes: 1 });
  assert.deepEqual(await solveOneClass({ ...program, cacheMebibytes: 0 }), whole);
});

Deno.test("solveOneClass() solves in the steps it may take, and says how far it got in fewer", async () => {
  // From the weights 1 and 0, with the gradients 1 and 0, to a half each takes one step.
  const program = { kernel: kernelOf([1, 0, 0, 1]), nu: 0.5, tolerance, cacheMebibytes };
  assert.deepEqual([...(await solveOneClass({ ...program, maxSteps: 1 })).alpha], [0.5, 0.5]);
  await assert.rejects(solveOneClass({ ...program, maxSteps: 0 }), {
    name: "RangeError",
    message: "Cannot solve the one-class SVM in 0 steps: expected a violation <= 1e-9, got 1",
  });
});

Deno.test("solveOneClass() hears an abort between its steps", async () => {
  // Near neighbours make their kernel all but singular: that takes some 70,000 steps.
  const kernel = kernelOf(lineKernel(Array.from({ length: 100 }, (_, i) => i / 10)));
  const stop = new AbortController();
  const solving = solveOneClass({
    kernel,
    nu: 0.5,
    tolerance,
    maxSteps,
    cacheMebibytes,
    signal: stop.signal,
  });
  setTimeout(() => stop.abort());
  await assert.rejects(solving, { name: "AbortError" });
});
