import assert from "node:assert/strict";
import { matrix, selectRows } from "../matrix.ts";
import { random } from "../random.ts";
import { driftTests } from "./mod.ts";
import { referenceColumn } from "./reference_column.ts";
import { buildReferenceProfile } from "./reference_profile.ts";

const MONTHS = 12;
const MONTH_ROWS = 100;
const ROWS = MONTHS * MONTH_ROWS;
const months = Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / MONTH_ROWS));

/** A load with a season and gaps, beside a column without values. */
function load() {
  const next = random(11);
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const kwh = next() + 0.3 * Math.sin((2 * Math.PI * months[row]) / MONTHS);
    return [row % 10 === 9 ? NaN : kwh, NaN];
  });
  return matrix(["kwh", "temperature_c"], rows.flat());
}

Deno.test("buildReferenceProfile() describes each column by all its rows", () => {
  const x = load();
  const profile = buildReferenceProfile(x, months);
  const { thresholds: _, chunkScores: __, mostMissing, ...column } = profile.columns[0];
  const kwh = Float64Array.from({ length: ROWS }, (_, row) => x.values[row * 2]);
  assert.deepEqual(column, referenceColumn("kwh", kwh));
  assert.deepEqual(profile.columns.map(({ column }) => column), ["kwh", "temperature_c"]);
  assert.deepEqual([profile.rows, profile.chunks, profile.chunkRows], [ROWS, MONTHS, MONTH_ROWS]);
  assert.deepEqual([mostMissing, profile.columns[1].mostMissing], [0.1, 1]);
});

Deno.test("buildReferenceProfile() puts thresholds 3 standard deviations above the chunks' mean", () => {
  // Five chunks hold 6 zeros and 4 ones, one holds 0 and 10. Against the 24 zeros of 50 others the
  // five are |0.6 - 0.48| = 0.12 away, the last is |0 - 0.6| = 0.6 from 30 zeros of 50. The mean is
  // 0.2, the deviation 0.48 / sqrt(6).
  const halves = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
  const values = [...new Array(5).fill(halves).flat(), ...new Array(10).fill(1)];
  const rows = Int32Array.from(values, (_, i) => Math.floor(i / 10));
  const { thresholds: { kolmogorov_smirnov: threshold = 0 }, chunkScores } =
    buildReferenceProfile(matrix(["a"], values), rows).columns[0];
  // The floor of 10 rows against 60, 1.36 * sqrt(70 / 600), is 0.4645: below.
  const expected = 0.2 + 3 * 0.48 / Math.sqrt(6);
  assert.ok(Math.abs(threshold - expected) < 1e-12);
  const mean = (5 * Math.cbrt(0.12) + Math.cbrt(0.6)) / 6;
  assert.ok(Math.abs((chunkScores?.kolmogorov_smirnov?.mean ?? 0) - mean) < 1e-12);
});

Deno.test("buildReferenceProfile() keeps thresholds at or above the floor of a median chunk", () => {
  // Every chunk is the whole in small, so that no score differs from 0 by more than smoothing.
  const values = Array.from({ length: 240 }, (_, i) => i % 4);
  const chunks = values.map((_, i) => Math.floor(i / 40));
  const [column] = buildReferenceProfile(matrix(["a"], values), chunks).columns;
  assert.equal(column.thresholds.psi, driftTests.psi.noChangeFloor(column, 40));
  assert.equal(
    column.thresholds.kolmogorov_smirnov,
    driftTests.kolmogorov_smirnov.noChangeFloor(column, 40),
  );
});

Deno.test("buildReferenceProfile() has thresholds above 0 where all values are missing", () => {
  const { thresholds } = buildReferenceProfile(load(), months).columns[1];
  const [, column] = buildReferenceProfile(load(), months).columns;
  for (const [name, threshold] of Object.entries(thresholds)) {
    const test = driftTests[name as keyof typeof driftTests];
    assert.ok(threshold > 0);
    assert.equal(threshold, test.noChangeFloor(column, MONTH_ROWS), name);
  }
});

Deno.test("buildReferenceProfile() does not depend on the order of the rows and survives JSON", () => {
  const x = load();
  const profile = buildReferenceProfile(x, months);
  const backwards = Uint32Array.from({ length: ROWS }, (_, row) => ROWS - 1 - row);
  assert.deepEqual(
    buildReferenceProfile(selectRows(x, backwards), Array.from(months).reverse()),
    profile,
  );
  assert.deepEqual(JSON.parse(JSON.stringify(profile)), profile);
  assert.deepEqual(x, load());
});

Deno.test("buildReferenceProfile() refuses too few chunks, chunk ids that do not fit, infinite values", () => {
  const x = matrix(["a"], [1, 2, 3, 4, 5, Infinity]);
  assert.throws(() => buildReferenceProfile(x, [1, 2, 3]), {
    name: "RangeError",
    message: "Cannot build a reference profile as every row must have a chunk: " +
      "got 3 chunk ids for 6 rows",
  });
  assert.throws(() => buildReferenceProfile(x, [1, 2, 3, 4, 5, 5]), RangeError);
  assert.throws(() => buildReferenceProfile(x, [1, 2, 3, 4, 5, 6]), {
    name: "RangeError",
    message: 'Cannot describe the column "a" as its values must be finite or missing: ' +
      "current value is Infinity",
  });
  assert.throws(() => buildReferenceProfile(matrix(["a"], []), []), RangeError);
});
