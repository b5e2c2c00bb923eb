/** The layer that reads a sequence and keeps what it needs of it. */

/** The weights of a cell; the gates stand in the order input, forget, cell, output, as in Keras. */
export interface LstmCell {
  /** Inputs × 4 · units. */
  readonly kernel: Float64Array;
  /** Units × 4 · units. */
  readonly recurrent: Float64Array;
  /** 4 · units. */
  readonly bias: Float64Array;
}

/**
 * What a long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et
 * al. 2000) puts out at each step of one sequence, from an empty memory:
 *
 * c ← σ(f) · c + σ(i) · tanh(g), h ← σ(o) · tanh(c), where (i, f, g, o) = x · kernel +
 * h · recurrent + bias.
 *
 * @param x Steps × inputs, row-major.
 * @returns Steps × units, row-major.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const zeros = (length: number) => new Float64Array(length);
 * const cell = { kernel: zeros(4), recurrent: zeros(4), bias: Float64Array.of(0, 0, 9, 0) };
 * // All gates half open: c = ½ · tanh(9), h = ½ · tanh(c).
 * const [h] = lstmOutputs(Float64Array.of(1), cell);
 * assert.ok(Math.abs(h - 0.5 * Math.tanh(0.5 * Math.tanh(9))) < 1e-15);
 * ```
 */
export function lstmOutputs(x: Float64Array, { kernel, recurrent, bias }: LstmCell): Float64Array {
  const gates = bias.length;
  const units = gates / 4;
  const inputs = kernel.length / gates;
  const steps = x.length / inputs;
  const outputs = new Float64Array(steps * units);
  const cell = new Float64Array(units);
  const z = new Float64Array(gates);
  for (let step = 0; step < steps; step++) {
    z.set(bias);
    addProduct(z, x, step * inputs, inputs, kernel);
    if (step > 0) addProduct(z, outputs, (step - 1) * units, units, recurrent);
    for (let u = 0; u < units; u++) {
      const kept = sigmoid(z[units + u]) * cell[u];
      cell[u] = kept + sigmoid(z[u]) * Math.tanh(z[2 * units + u]);
      outputs[step * units + u] = sigmoid(z[3 * units + u]) * Math.tanh(cell[u]);
    }
  }
  return outputs;
}

function addProduct(
  z: Float64Array,
  x: Float64Array,
  start: number,
  length: number,
  kernel: Float64Array,
): void {
  const width = z.length;
  for (let i = 0; i < length; i++) {
    const value = x[start + i];
    for (let o = 0; o < width; o++) z[o] += value * kernel[i * width + o];
  }
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
