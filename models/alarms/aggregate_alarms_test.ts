import assert from "node:assert/strict";
import fc from "fast-check";
import { eventRuns } from "../event_runs.ts";
import { labelScores } from "../thresholds/threshold.ts";
import { aggregateAlarms, alarmAggregator, type AlarmRule } from "./aggregate_alarms.ts";

/** Labels of one meter, one sign per interval; a blank is an interval without a row. */
function aggregated(labels: string, rule: AlarmRule): string {
  const present = [...labels].map((sign, ts) => ({ sign, ts })).filter(({ sign }) => sign !== " ");
  const alarms = aggregateAlarms(
    {
      meterId: present.map(() => "a"),
      ts: Float64Array.from(present, ({ ts }) => ts * 60),
      label: Uint8Array.from(present, ({ sign }) => Number(sign)),
    },
    rule,
    60,
  );
  const signs = [...labels].map(() => " ");
  present.forEach(({ ts }, i) => signs[ts] = String(alarms[i]));
  return signs.join("");
}

Deno.test("aggregateAlarms() leaves labels as they are unless told otherwise", () => {
  for (const labels of ["0110100", "1", "0", "1 1  01"]) {
    assert.equal(aggregated(labels, {}), labels);
  }
});

Deno.test("aggregateAlarms() waits for the least of the window", () => {
  const rule = { window: 4, least: 3 };
  assert.equal(aggregated("0101011000", rule), "0000001000");
  assert.equal(aggregated("0111110000", rule), "0001110000");
  assert.equal(aggregated("1000110001", rule), "0000000000");
});

Deno.test("aggregateAlarms() holds an alarm on over short gaps and after its end", () => {
  assert.equal(aggregated("0100100010000", { hold: 2 }), "0111111011100");
  // Held intervals do not count as anomalous ones.
  assert.equal(aggregated("0110010000", { window: 2, least: 2, hold: 1 }), "0011000000");
});

Deno.test("aggregateAlarms() is quiet for a while after an alarm, then starts anew", () => {
  assert.equal(aggregated("0100100100100", { suppress: 4 }), "0100000100000");
  assert.equal(aggregated("0110011000", { suppress: 2 }), "0110011000");
  assert.equal(aggregated("0110011000", { suppress: 3 }), "0110001000");
  // The quiet intervals are evidence: the window is full as soon as the quiet is over.
  assert.equal(aggregated("1110011111", { window: 3, least: 3, suppress: 4 }), "0010000111");
});

Deno.test("aggregateAlarms() goes on over a gap of one interval, as an event does", () => {
  const rule = { window: 2, least: 2, suppress: 9 };
  assert.equal(aggregated("0110101001", rule), "0010101000");
});

Deno.test("aggregateAlarms() counts the quiet from the last anomalous row, not the hold", () => {
  assert.equal(aggregated("1000010000", { hold: 2, suppress: 4 }), "1110011100");
  assert.equal(aggregated("1000100001", { hold: 2, suppress: 4 }), "1110000001");
});

Deno.test("aggregateAlarms() lets time pass over missing intervals", () => {
  // Three of three rows are anomalous, but not of three intervals.
  assert.equal(aggregated("1 1 1", { window: 3, least: 3 }), "0 0 0");
  assert.equal(aggregated("1 1 1", { window: 5, least: 3 }), "0 0 1");
  assert.equal(aggregated("1   0010", { hold: 3 }), "1   0011");
  assert.equal(aggregated("1   1000", { suppress: 3 }), "1   1000");
  assert.equal(aggregated("1  1 000", { suppress: 3 }), "1  0 000");
});

Deno.test("aggregateAlarms() takes a missing score for a usual one", () => {
  const label = labelScores([0.9, NaN, 0.9, 0.9], { rule: "by hand", value: 0.5 });
  const rows = { meterId: ["a", "a", "a", "a"], ts: Float64Array.of(0, 1, 2, 3), label };
  assert.deepEqual([...aggregateAlarms(rows, { window: 2, least: 2 }, 1)], [0, 0, 0, 1]);
});

Deno.test("aggregateAlarms() keeps meters apart and does not see the order of the rows", () => {
  const rows = {
    meterId: ["b", "a", "b", "a", "a", "b"],
    ts: Float64Array.of(2, 0, 0, 2, 1, 1),
    label: Uint8Array.of(1, 1, 1, 1, 0, 1),
  };
  // a: 1 0 1, b: 1 1 1.
  assert.deepEqual([...aggregateAlarms(rows, { window: 2, least: 2 }, 1)], [1, 0, 0, 0, 0, 1]);
});

Deno.test("alarmAggregator() remembers nothing from one labelling to the next", () => {
  const rows = { meterId: ["a", "a", "a"], ts: Float64Array.of(0, 1, 2) };
  const aggregate = alarmAggregator(rows, { window: 3, least: 2, suppress: 9 }, 1);
  const told = ["110", "001", "101", "000", "110"]
    .map((labels) => aggregate(Uint8Array.from(labels)).join(""));
  assert.deepEqual(told, ["010", "000", "001", "000", "010"]);
});

Deno.test("aggregateAlarms() does not look into the future", () => {
  const labels = fc.string({ unit: fc.constantFrom("0", "1", " "), maxLength: 40 });
  const rule = fc.record({
    window: fc.integer({ min: 3, max: 6 }),
    least: fc.integer({ min: 1, max: 3 }),
    hold: fc.nat(4),
    suppress: fc.nat(6),
  });
  fc.assert(fc.property(labels, rule, fc.nat(40), (text, options, until) => {
    assert.equal(
      aggregated(text.slice(0, until), options),
      aggregated(text, options).slice(0, until),
    );
  }));
});

Deno.test("aggregateAlarms() makes no more events than it was given, where no row is missing", () => {
  const labels = fc.string({ unit: fc.constantFrom("0", "1"), minLength: 1, maxLength: 60 });
  const events = (text: string) =>
    eventRuns({
      meterId: [...text].map(() => "a"),
      ts: Float64Array.from(text, (_, i) => i),
      label: Uint8Array.from(text),
    }, 1).length;
  fc.assert(fc.property(labels, fc.nat(5), fc.nat(5), (text, hold, suppress) => {
    assert.ok(events(aggregated(text, { window: 4, least: 2, hold, suppress })) <= events(text));
  }));
});

Deno.test("aggregateAlarms() refuses options out of range and rows that cannot be", () => {
  const rows = { meterId: ["a", "a"], ts: Float64Array.of(0, 0), label: Uint8Array.of(1, 0) };
  const refuses = (rule: AlarmRule, message: string) =>
    assert.throws(() => aggregateAlarms({ ...rows, ts: Float64Array.of(0, 1) }, rule, 1), {
      name: "RangeError",
      message: `Cannot aggregate alarms as ${message}`,
    });
  refuses({ least: 0 }, "least must be a whole number >= 1: current value is 0");
  refuses({ window: 2, least: 3 }, "window must be a whole number >= 3: current value is 2");
  refuses({ hold: -1 }, "hold must be a whole number >= 0: current value is -1");
  refuses({ suppress: 0.5 }, "suppress must be a whole number >= 0: current value is 0.5");
  assert.throws(() => aggregateAlarms(rows, {}, 1), {
    name: "RangeError",
    message: 'Cannot aggregate alarms as meter "a" has two rows of 1970-01-01T00:00:00.000Z',
  });
  assert.throws(() => aggregateAlarms(rows, {}, 0), {
    name: "RangeError",
    message: "Cannot aggregate alarms as the interval must be positive: current value is 0",
  });
  assert.throws(() => aggregateAlarms({ ...rows, meterId: ["a"] }, {}, 1), {
    name: "RangeError",
    message: "Cannot aggregate alarms of columns of different length: 1 meters, 2 times",
  });
  assert.throws(
    () => aggregateAlarms({ ...rows, label: new Uint8Array(3), ts: Float64Array.of(0, 1) }, {}, 1),
    {
      name: "RangeError",
      message: "Cannot aggregate alarms as each row must have a label: 2 rows, 3 labels",
    },
  );
});
