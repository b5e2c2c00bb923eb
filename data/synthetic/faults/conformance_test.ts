/** What holds for every fault of the list. */

import assert from "node:assert/strict";
import { randomStream } from "../random.ts";
import { HOUR_MS } from "../site.ts";
import type { FaultContext, FaultSeries, FaultWindow } from "./fault.ts";
import { meterLoad } from "./meter_load.ts";
import { faults } from "./mod.ts";

const ROWS = 60 * 24;
const FROM = 20 * 24;

/** Sixty days with a daily curve and a reading missing every 50 hours. */
function series(size: number): FaultSeries {
  const ts = Float64Array.from({ length: ROWS }, (_, i) => i * HOUR_MS);
  return {
    ts,
    kwh: ts.map((_, i) => i % 50 === 7 ? NaN : size * (3 + Math.cos(i / 24 * 2 * Math.PI) + i % 5)),
  };
}

const GOOD = series(1);
const CONTEXT: FaultContext = { load: meterLoad(GOOD), donor: series(2) };

for (const [name, fault] of Object.entries(faults)) {
  const [shortest, longest] = fault.hours;
  const inject = (window: FaultWindow, seed: number) =>
    fault.inject(GOOD, window, randomStream(seed, name), CONTEXT);

  Deno.test(`${name}: carries the name it is listed by and a span of hours`, () => {
    assert.equal(fault.name, name);
    assert.ok(Number.isInteger(shortest) && Number.isInteger(longest));
    assert.ok(1 <= shortest && shortest < longest);
  });

  for (const hours of [shortest, longest]) {
    const window = { from: FROM, to: FROM + hours };

    Deno.test(`${name}: labels only rows of its window over ${hours} h`, () => {
      const { label } = inject(window, 1);
      assert.equal(label.length, ROWS);
      label.forEach((value, row) => {
        assert.ok(value === 0 || (value === 1 && row >= window.from && row < window.to));
      });
    });

    Deno.test(`${name}: changes most labelled rows and no other over ${hours} h`, () => {
      for (const seed of [1, 2, 3, 4]) {
        const { kwh, label } = inject(window, seed);
        let labelled = 0;
        let changed = 0;
        kwh.forEach((value, row) => {
          if (label[row] === 0) return assert.ok(Object.is(value, GOOD.kwh[row]));
          labelled++;
          if (value !== GOOD.kwh[row]) changed++;
        });
        assert.ok(changed > labelled / 2, `${changed} of ${labelled}`);
      }
    });

    Deno.test(`${name}: keeps readings at or above 0 and leaves missing ones missing over ${hours} h`, () => {
      inject(window, 2).kwh.forEach((value, row) => {
        assert.ok(Number.isNaN(GOOD.kwh[row]) ? Number.isNaN(value) : value >= 0);
      });
    });
  }

  Deno.test(`${name}: repeats for a seed and leaves its input as it was`, () => {
    const before = GOOD.kwh.slice();
    const window = { from: FROM, to: FROM + longest };
    assert.deepEqual(inject(window, 5), inject(window, 5));
    assert.deepEqual(GOOD.kwh, before);
  });

  Deno.test(`${name}: refuses an empty window`, () => {
    assert.throws(() => inject({ from: FROM, to: FROM }, 1), {
      name: "RangeError",
      message: `Cannot put a fault into rows ${FROM} to ${FROM} of a series of ${ROWS}`,
    });
  });
}
