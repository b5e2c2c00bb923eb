/** What every change detector must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import { random } from "../../random.ts";
import type { ChangeDetector, ChangeState, UsualValues } from "./change_detector.ts";
import { watch } from "./watch.ts";

const RUNS = 150;
const LENGTH = 640;
const RUN_LENGTH = 1280;

/** Makes a change detector. */
export type ChangeDetectorFactory = (options?: UsualValues) => ChangeDetector<ChangeState>;

/** Independent standard normal values by Box and Muller. */
function noise(count: number, seed: number): number[] {
  const next = random(seed);
  return Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  );
}

/** A promise a change detector keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(make: ChangeDetectorFactory): void;
}

/** The criteria in order. The check throws an AssertionError where a detector falls short. */
export const criteria: readonly Criterion[] = [
  {
    name: "raises no more false alarms in noise than its average run length says",
    check(make) {
      const detector = make({ averageRunLength: RUN_LENGTH });
      const alarmed = Array.from(
        { length: RUNS },
        (_, run) => watch(detector, noise(LENGTH, run)).first !== null ? 1 : 0,
      ).reduce<number>(
        (sum, alarm) => sum + alarm,
        0,
      );
      const share = 1 - Math.exp(-LENGTH / RUN_LENGTH);
      const most = share * RUNS + 3 * Math.sqrt(RUNS * share * (1 - share));
      assert.ok(alarmed <= most, `${alarmed} of ${RUNS} instead of ${most}`);
    },
  },
  {
    name: "finds a shift up or down soon, and not before",
    check(make) {
      for (const shift of [2, -2]) {
        const values = noise(600, 1000).map((value, i) => 5 + 3 * (value + (i < 400 ? 0 : shift)));
        const { first } = watch(make({ mean: 5, deviation: 3 }), values);
        assert.ok(first !== null && first >= 400 && first < 500, `${first} for ${shift}`);
      }
    },
  },
  {
    name: "begins anew after a change and finds the next",
    check(make) {
      const values = noise(900, 1001).map((value, i) => value + (i < 300 || i >= 600 ? 0 : 3));
      const detector = make();
      const [one, both] = [600, 900].map((end) => watch(detector, values.slice(0, end)));
      assert.ok(one.changes >= 1 && both.first === one.first);
      // Back at the old mean: a change again for all but those that know it to be usual.
      assert.ok(both.changes >= one.changes && both.seen === 900);
    },
  },
  {
    name: "does not depend on how values are cut into batches, nor on a trip through JSON",
    check(make) {
      const detector = make();
      const values = noise(700, 1002).map((value, i) => value + (i < 350 ? 0 : 2));
      values[100] = values[351] = NaN;
      const whole = watch(detector, values);
      for (const size of [1, 7, 350]) {
        let state = detector.start();
        for (let start = 0; start < values.length; start += size) {
          state = watch(detector, values.slice(start, start + size), state);
          state = JSON.parse(JSON.stringify(state));
        }
        assert.deepEqual(state, whole);
      }
    },
  },
  {
    name: "leaves the state it is given as it was",
    check(make) {
      const detector = make();
      const state = watch(detector, noise(95, 1003));
      const before = structuredClone(state);
      watch(detector, noise(95, 1004).map((value) => value + 4), state);
      assert.deepEqual(state, before);
    },
  },
  {
    name: "counts missing values and passes over them",
    check(make) {
      const detector = make();
      const values = noise(300, 1005);
      const { seen, ...rest } = watch(detector, values.slice(0, 95));
      assert.deepEqual(watch(detector, [...values.slice(0, 95), NaN, NaN]), {
        seen: seen + 2,
        ...rest,
      });
      const gone = watch(detector, new Array<number>(500).fill(NaN));
      assert.deepEqual(gone, { ...detector.start(), seen: 500 });
    },
  },
  {
    name: "finds no change in a constant, and refuses infinite values",
    check(make) {
      const detector = make({ mean: 8, deviation: 0.5 });
      const { changes, first } = watch(detector, new Array<number>(2000).fill(8));
      assert.deepEqual([changes, first], [0, null]);
      for (const value of [Infinity, -Infinity]) {
        assert.throws(() => detector.update(detector.start(), value), RangeError);
      }
    },
  },
  {
    name: "refuses usual values that cannot be",
    check(make) {
      for (
        const options of [{ deviation: 0 }, { deviation: NaN }, { mean: NaN }, {
          averageRunLength: 9,
        }]
      ) {
        assert.throws(() => make(options), RangeError);
      }
    },
  },
];
