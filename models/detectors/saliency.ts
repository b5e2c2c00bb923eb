/** The saliency map of a window: what its spectrum does not lead one to expect. */

/** Lines whose mean slope the estimated point follows. */
const SLOPES = 5;
/** Amplitude, in units of the largest value, below which a frequency counts as silent. */
export const SILENT = 1e-6;

/** What decides the saliency map beside the window. */
export interface SaliencyOptions {
  /** Neighbouring frequencies averaged, an odd number. */
  readonly smoothing: number;
  /** Points appended to the window by estimate. */
  readonly estimated: number;
}

/**
 * The matrices of a saliency map, row-major, for windows of one width. With the `bins` frequencies
 * of a real series, from 0 up to one half:
 *
 * 1. `re = w · toCos`, `im = w · toSin` of the window w over its largest absolute value;
 * 2. `gain = exp(−½ log(re² + im² + SILENT²) · smooth)`;
 * 3. `saliency = |(re ∘ gain) · fromCos + (im ∘ gain) · fromSin|`.
 */
export interface SaliencyMatrices {
  readonly width: number;
  readonly bins: number;
  /** width × bins, the estimated points being folded in; likewise `toSin`. */
  readonly toCos: Float64Array;
  readonly toSin: Float64Array;
  /** bins × bins. */
  readonly smooth: Float64Array;
  /** bins × width; likewise `fromSin`. */
  readonly fromCos: Float64Array;
  readonly fromSin: Float64Array;
}

/**
 * Builds the matrices. The discrete Fourier transform as a matrix is exact for any width.
 *
 * @param width Points of a window, from 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { bins, smooth } = saliencyMatrices(2, { smoothing: 1, estimated: 0 });
 * assert.equal(bins, 2);
 * assert.deepEqual([...smooth], [1, 0, 0, 1]);
 * ```
 */
export function saliencyMatrices(
  width: number,
  { smoothing, estimated }: SaliencyOptions,
): SaliencyMatrices {
  const length = width + estimated;
  const bins = Math.floor(length / 2) + 1;
  // The product is reduced first: sine and cosine lose digits with the size of their argument.
  const angle = (j: number, k: number) => 2 * Math.PI * ((j * k) % length) / length;
  const estimate = estimateWeights(width);
  const forward = (wave: (angle: number) => number) =>
    table(width, bins, (j, k) => {
      let total = wave(angle(j, k));
      for (let copy = width; copy < length; copy++) total += estimate[j] * wave(angle(copy, k));
      return total;
    });
  const backward = (wave: (angle: number) => number) =>
    table(bins, width, (k, j) => {
      // All but the first and, of an even number, the last stand for two conjugate frequencies.
      const share = k === 0 || 2 * k === length ? 1 : 2;
      return share * wave(angle(j, k)) / length;
    });
  return {
    width,
    bins,
    toCos: forward(Math.cos),
    toSin: forward(Math.sin),
    smooth: smoothingTable(bins, length, smoothing),
    fromCos: backward(Math.cos),
    fromSin: backward(Math.sin),
  };
}

/**
 * The saliency of each point of a window, from 0. It does not change with the size of the window's
 * unit; a window of zeros has none.
 *
 * @param window Finite values, oldest first. Time is its square.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const matrices = saliencyMatrices(8, { smoothing: 3, estimated: 0 });
 * const map = saliencyMap(Float64Array.of(1, 1, 1, 1, 1, 1, 1, 9), matrices);
 * assert.equal(map.indexOf(Math.max(...map)), 7);
 * ```
 */
export function saliencyMap(window: Float64Array, matrices: SaliencyMatrices): Float64Array {
  const { width, bins, toCos, toSin, smooth, fromCos, fromSin } = matrices;
  const largest = window.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const unit = window.map((value) => value / (largest || 1));
  const re = product(unit, toCos, bins);
  const im = product(unit, toSin, bins);
  const logs = re.map((value, k) => 0.5 * Math.log(value * value + im[k] * im[k] + SILENT ** 2));
  product(logs, smooth, bins).forEach((mean, k) => {
    const gain = Math.exp(-mean);
    re[k] *= gain;
    im[k] *= gain;
  });
  const even = product(re, fromCos, width);
  const odd = product(im, fromSin, width);
  return even.map((value, j) => Math.abs(value + odd[j]));
}

/**
 * The estimated point as weights of the window's: x₍l₋m₊₁₎ + m · mean slope, the mean being over the
 * lines from x₍l₎ to each of the m points before it, and l being the last point before the newest.
 */
function estimateWeights(width: number): Float64Array {
  const weights = new Float64Array(width);
  const last = Math.max(width - 2, 0);
  const slopes = Math.min(SLOPES, last);
  weights[slopes > 0 ? last - slopes + 1 : last] += 1;
  for (let i = 1; i <= slopes; i++) {
    weights[last] += 1 / i;
    weights[last - i] -= 1 / i;
  }
  return weights;
}

/** The mean over neighbouring frequencies, which go round and mirror each other. */
function smoothingTable(bins: number, length: number, smoothing: number): Float64Array {
  const smooth = new Float64Array(bins * bins);
  const half = (smoothing - 1) / 2;
  for (let k = 0; k < bins; k++) {
    for (let shift = -half; shift <= half; shift++) {
      const around = (((k + shift) % length) + length) % length;
      smooth[Math.min(around, length - around) * bins + k] += 1 / smoothing;
    }
  }
  return smooth;
}

function table(
  rows: number,
  columns: number,
  entry: (row: number, column: number) => number,
): Float64Array {
  return Float64Array.from(
    { length: rows * columns },
    (_, at) => entry(Math.floor(at / columns), at % columns),
  );
}

/** A row vector times a row-major matrix. */
function product(vector: Float64Array, matrix: Float64Array, columns: number): Float64Array {
  const result = new Float64Array(columns);
  for (let i = 0, at = 0; i < vector.length; i++) {
    for (let j = 0; j < columns; j++) result[j] += vector[i] * matrix[at++];
  }
  return result;
}
