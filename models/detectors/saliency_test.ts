import assert from "node:assert/strict";
import { saliencyMap, saliencyMatrices } from "./saliency.ts";
import reference from "./spectral_residual_reference.json" with { type: "json" };

function assertNear(actual: ArrayLike<number>, expected: readonly number[], tolerance: number) {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, at) => {
    const difference = Math.abs(actual[at] - value);
    assert.ok(difference <= tolerance, `value ${at} is ${actual[at]}, not ${value}`);
  });
}

Deno.test("saliencyMap() agrees with the paper's formulas by NumPy's FFT", () => {
  for (const { smoothing, estimated, windows } of reference) {
    for (const { values, saliency } of windows) {
      const matrices = saliencyMatrices(values.length, { smoothing, estimated });
      assertNear(saliencyMap(Float64Array.from(values), matrices), saliency, 1e-9);
    }
  }
});

Deno.test("saliencyMatrices() transform forth and back without loss", () => {
  const window = [3, -1, 4, 1, -5];
  for (const width of [1, 2, 4, 5]) {
    const { bins, toCos, toSin, fromCos, fromSin } = saliencyMatrices(width, {
      smoothing: 1,
      estimated: 0,
    });
    assert.equal(bins, Math.floor(width / 2) + 1);
    const back = Array.from({ length: width }, (_, j) => {
      let total = 0;
      for (let k = 0; k < bins; k++) {
        for (let i = 0; i < width; i++) {
          total += window[i] * toCos[i * bins + k] * fromCos[k * width + j];
          total += window[i] * toSin[i * bins + k] * fromSin[k * width + j];
        }
      }
      return total;
    });
    assertNear(back, window.slice(0, width), 1e-12);
  }
});

Deno.test("saliencyMatrices() append points that follow the slopes before the newest one", () => {
  // Before the 9 lies the line 1, 2, 3: from the second point of three on by two slopes of 1,
  // which is 4, twice. The lowest frequency is the sum.
  const { bins, toCos } = saliencyMatrices(4, { smoothing: 1, estimated: 2 });
  const sum = [1, 2, 3, 9].reduce((total, value, j) => total + value * toCos[j * bins], 0);
  assert.ok(Math.abs(sum - (1 + 2 + 3 + 9 + 4 + 4)) < 1e-12, `${sum}`);
});

Deno.test("saliencyMatrices() average neighbouring frequencies that go round and mirror", () => {
  const thirds = (matrix: Float64Array) => [...matrix].map((share) => Math.round(share * 3));
  // Of 5 points the frequencies are 0, 1, 2, -2, -1: beside 0 lie 1 and -1, beside 2 lie 1 and -2.
  const odd = saliencyMatrices(5, { smoothing: 3, estimated: 0 }).smooth;
  assert.deepEqual(thirds(odd), [1, 1, 0, 2, 1, 1, 0, 1, 2]);
  // Of 4 they are 0, 1, 2, -1: beside 2 lie 1 and -1.
  const even = saliencyMatrices(4, { smoothing: 3, estimated: 0 }).smooth;
  assert.deepEqual(thirds(even), [1, 1, 0, 2, 1, 2, 0, 1, 1]);
});

Deno.test("saliencyMap() does not change with the unit of the window", () => {
  const window = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
  const matrices = saliencyMatrices(8, { smoothing: 3, estimated: 5 });
  const map = saliencyMap(window, matrices);
  for (const unit of [1e-30, 2, -1e30]) {
    assertNear(saliencyMap(window.map((value) => unit * value), matrices), [...map], 1e-9);
  }
});

Deno.test("saliencyMap() is 0 for zeros and level for a constant", () => {
  const matrices = saliencyMatrices(6, { smoothing: 3, estimated: 5 });
  assert.deepEqual([...saliencyMap(new Float64Array(6), matrices)], [0, 0, 0, 0, 0, 0]);
  const map = saliencyMap(new Float64Array(6).fill(7), matrices);
  assert.ok(map[0] > 0);
  map.forEach((value) => assert.ok(Math.abs(value / map[0] - 1) < 1e-9, `${[...map]}`));
});
