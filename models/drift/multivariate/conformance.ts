/** What every test of whole rows must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import { type Matrix, matrix, selectRows } from "../../matrix.ts";
import { random } from "../../random.ts";
import { columnSample } from "../column_sample.ts";
import { columnSlice } from "../column_slice.ts";
import { kolmogorovSmirnov } from "../kolmogorov_smirnov.ts";
import { referenceColumn } from "../reference_column.ts";
import type { RowDriftTest } from "./row_drift.ts";

const COLUMNS = ["kwh", "cost", "warmth"];
const CONTEXT = { seed: 7 };
const PAIRS = 40;

/** Rows of which the second column follows the first, or runs against it. */
function rows(count: number, seed: number, sign = 1): Matrix {
  const next = random(seed);
  const values = Array.from({ length: count }, () => {
    const kwh = next() + next() - 1;
    return [kwh, sign * kwh + 0.3 * (next() - 0.5), next()];
  });
  return matrix(COLUMNS, values.flat());
}

/** A promise a test of rows keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(test: RowDriftTest): Promise<void>;
}

/** The criteria in order. The check throws an AssertionError where a test falls short. */
export const criteria: readonly Criterion[] = [
  {
    name: "is outside its no-change range for few samples without change",
    async check(test) {
      let outside = 0;
      for (let pair = 0; pair < PAIRS; pair++) {
        const learnt = await test.learn(rows(400, 100 + 2 * pair), CONTEXT);
        const score = await learnt.compute(rows(200, 101 + 2 * pair));
        const { lowest, highest } = learnt.noChangeRange(200);
        if (score < lowest || score > highest) outside++;
      }
      // Two of forty expected, with a standard deviation of 1.4.
      assert.ok(outside <= 6, `${outside} of ${PAIRS}`);
    },
  },
  {
    name: "sees what no column shows alone",
    async check(test) {
      const [reference, current] = [rows(800, 1), rows(400, 2, -1)];
      COLUMNS.forEach((column, j) => {
        const known = referenceColumn(column, columnSlice(reference, j));
        const distance = kolmogorovSmirnov.compute(known, columnSample(columnSlice(current, j)));
        assert.ok(distance < kolmogorovSmirnov.noChangeFloor(known, 400), `${column}: ${distance}`);
      });
      const learnt = await test.learn(reference, CONTEXT);
      const { lowest, highest } = learnt.noChangeRange(400);
      const score = await learnt.compute(current);
      assert.ok(score > highest + 2 * (highest - Math.max(lowest, 0.5)), `${score} for ${highest}`);
    },
  },
  {
    name: "does not depend on the order of rows",
    async check(test) {
      const [reference, current] = [rows(300, 3), rows(200, 4)];
      const turned = ({ rows }: Matrix) =>
        Uint32Array.from({ length: rows }, (_, row) => rows - 1 - row);
      const one = await (await test.learn(reference, CONTEXT)).compute(current);
      const other = await test.learn(selectRows(reference, turned(reference)), CONTEXT);
      assert.equal(await other.compute(selectRows(current, turned(current))), one);
    },
  },
  {
    name: "has a no-change range that narrows with more rows",
    async check(test) {
      const learnt = await test.learn(rows(800, 5), CONTEXT);
      const [few, many] = [60, 800].map((count) => learnt.noChangeRange(count));
      assert.ok(many.highest < few.highest && many.lowest >= few.lowest);
      assert.ok(many.lowest < many.highest);
    },
  },
  {
    name: "is finite whatever is missing or constant",
    async check(test) {
      const flat = matrix(COLUMNS, new Float32Array(3 * 100).fill(1));
      const gone = matrix(COLUMNS, new Float32Array(3 * 100).fill(NaN));
      for (const reference of [rows(100, 6), flat, gone]) {
        const learnt = await test.learn(reference, CONTEXT);
        for (const current of [rows(100, 7), flat, gone]) {
          const score = await learnt.compute(current);
          assert.ok(Number.isFinite(score) && score >= 0, `${score}`);
        }
      }
    },
  },
  {
    name: "refuses other columns, no rows and infinite values",
    async check(test) {
      const learnt = await test.learn(rows(100, 8), CONTEXT);
      const other = matrix(["a", "b", "c"], rows(100, 9).values);
      await assert.rejects(async () => await learnt.compute(other), TypeError);
      const none = matrix(COLUMNS, []);
      const wild = rows(100, 9);
      wild.values[4] = Infinity;
      for (const refused of [none, wild]) {
        await assert.rejects(async () => await learnt.compute(refused), RangeError);
        await assert.rejects(async () => await test.learn(refused, CONTEXT), RangeError);
      }
    },
  },
];
