/** What every drift test must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import { random } from "../random.ts";
import { type ColumnSample, columnSample } from "./column_sample.ts";
import type { DriftTest } from "./test_contract.ts";
import { referenceColumn } from "./reference_column.ts";

const PAIRS = 200;

/** Sums of uniform numbers, moved up by `shift`; one in `gap` is missing. */
function values(count: number, seed: number, shift: number, gap: number): Float64Array {
  const next = random(seed);
  return Float64Array.from(
    { length: count },
    () => next() * gap < 1 ? NaN : next() + next() + shift,
  );
}

function sample(count: number, seed: number, shift: number, gap: number): ColumnSample {
  return columnSample(values(count, seed, shift, gap));
}

const REFERENCE = referenceColumn("kwh", values(4000, 1, 0, 5));

/** A promise a drift test keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(test: DriftTest): void;
}

/** The criteria in order. The check throws an AssertionError where a drift test falls short. */
export const criteria: readonly Criterion[] = [
  {
    name: "is 0 for the reference's own values",
    check(test) {
      assert.equal(test.compute(REFERENCE, sample(4000, 1, 0, 5)), 0);
    },
  },
  {
    name: "is above its floor for one sample in twenty without change",
    check(test) {
      const above = Array.from({ length: PAIRS }, (_, pair) => {
        const reference = referenceColumn("kwh", values(2000, 100 + 2 * pair, 0, 5));
        const score = test.compute(reference, sample(500, 101 + 2 * pair, 0, 5));
        return score > test.noChangeFloor(reference, 500);
      }).filter(Boolean).length;
      // Ten of two hundred expected, with a standard deviation of 3.1.
      assert.ok(above > 1 && above < 19, `${above} of ${PAIRS}`);
    },
  },
  {
    name: "rises with the shift, far above its floor, whichever way",
    check(test) {
      const [none, some, most] = [0, 0.3, 0.9].map((shift) =>
        test.compute(REFERENCE, sample(1000, 3, shift, 5))
      );
      assert.ok(none < some && some < most, `${[none, some, most]}`);
      const down = test.compute(REFERENCE, sample(1000, 3, -0.3, 5));
      const floor = test.noChangeFloor(REFERENCE, 1000);
      assert.ok(Math.min(some, down) > 3 * floor, `${[some, down]} with the floor ${floor}`);
    },
  },
  {
    name: "has a floor above 0 that falls with more values",
    check(test) {
      const [few, many] = [100, 10_000].map((count) => test.noChangeFloor(REFERENCE, count));
      assert.ok(0 < many && many < few, `${[few, many]}`);
      for (const value of [1, NaN]) {
        const floor = test.noChangeFloor(referenceColumn("flat", Float64Array.of(value)), 1);
        assert.ok(floor > 0 && floor < Infinity, `${floor} for the only value ${value}`);
      }
    },
  },
  {
    name: "is finite and never negative, whatever is missing, constant or infinite",
    check(test) {
      const samples = [[NaN], [NaN, NaN, 1], [1, 1, 1], [-Infinity, Infinity], [-1e300]]
        .map((sample) => columnSample(Float64Array.from(sample)));
      const flat = [[1], [NaN]].map((only) => referenceColumn("flat", Float64Array.from(only)));
      for (const reference of [REFERENCE, ...flat]) {
        for (const sample of samples) {
          const score = test.compute(reference, sample);
          assert.ok(score >= 0 && score < Infinity, `${score} for ${sample.sorted}`);
        }
      }
    },
  },
  {
    name: "compares the same after a round trip through JSON",
    check(test) {
      const current = sample(500, 5, 0.1, 3);
      assert.equal(
        test.compute(JSON.parse(JSON.stringify(REFERENCE)), current),
        test.compute(REFERENCE, current),
      );
    },
  },
  {
    name: "leaves its input as it was",
    check(test) {
      const current = sample(500, 6, 0.1, 3);
      test.compute(REFERENCE, current);
      assert.deepEqual(current, sample(500, 6, 0.1, 3));
    },
  },
  {
    name: "does not grow with the number of values",
    check(test) {
      // The same values ten times over.
      const few = values(500, 7, 0.3, 5);
      const many = Float64Array.from({ length: 5000 }, (_, i) => few[i % 500]);
      const [one, ten] = [few, many].map((current) =>
        test.compute(REFERENCE, columnSample(current))
      );
      assert.ok(Math.abs(ten / one - 1) < 0.1, `${ten} instead of ${one}`);
    },
  },
];
