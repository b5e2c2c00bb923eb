import assert from "node:assert/strict";
import fc from "fast-check";
import { type EventRun, eventRuns } from "./event_runs.ts";

const HOUR = 3_600_000;

/** Rows from texts such as `a: "110"`: one label per hour and meter; a blank is a missing row. */
function rowsOf(meters: Record<string, string>) {
  const rows = Object.entries(meters).flatMap(([meterId, text]) =>
    [...text].flatMap((c, hour) => c === " " ? [] : [{ meterId, hour, label: Number(c) }])
  );
  return {
    meterId: rows.map((row) => row.meterId),
    ts: Float64Array.from(rows, (row) => row.hour * HOUR),
    label: Uint8Array.from(rows, (row) => row.label),
  };
}

function hoursOf(runs: readonly EventRun[]): [string, number, number, number][] {
  return runs.map((run) => [run.meterId, run.start / HOUR, run.end / HOUR, run.rows.length]);
}

Deno.test("eventRuns() bridges a gap of one interval, labelled 0 or missing, and not of two", () => {
  const runs = eventRuns(rowsOf({ a: "0110100 11 1  1" }), HOUR);
  assert.deepEqual(hoursOf(runs), [["a", 1, 5, 3], ["a", 8, 12, 3], ["a", 14, 15, 1]]);
});

Deno.test("eventRuns() never joins meters and orders them by id", () => {
  const runs = eventRuns(rowsOf({ b: "011", a: "110" }), HOUR);
  assert.deepEqual(hoursOf(runs), [["a", 0, 2, 2], ["b", 1, 3, 2]]);
});

Deno.test("eventRuns() follows the interval", () => {
  const runs = eventRuns(rowsOf({ a: "1001" }), 2 * HOUR);
  assert.deepEqual(hoursOf(runs), [["a", 0, 5, 2]]);
});

Deno.test("eventRuns() gives nothing for no rows and no labels", () => {
  assert.deepEqual(eventRuns(rowsOf({}), HOUR), []);
  assert.deepEqual(eventRuns(rowsOf({ a: "000" }), HOUR), []);
});

Deno.test("eventRuns() covers every anomalous row once, whatever the order of rows", () => {
  const labels = fc.array(fc.constantFrom("0", "1", " "), { maxLength: 30 }).map((c) => c.join(""));
  fc.assert(fc.property(labels, labels, (a, b) => {
    const rows = rowsOf({ a, b });
    const runs = eventRuns(rows, HOUR);
    const covered = runs.flatMap((run) => run.rows).sort((i, j) => i - j);
    assert.deepEqual(covered, [...rows.label.keys()].filter((row) => rows.label[row] === 1));
    const reversed = {
      meterId: rows.meterId.toReversed(),
      ts: rows.ts.toReversed(),
      label: rows.label.toReversed(),
    };
    assert.deepEqual(hoursOf(eventRuns(reversed, HOUR)), hoursOf(runs));
  }));
});

Deno.test("eventRuns() refuses ragged columns, a bad interval and two rows of one time", () => {
  const rows = { meterId: ["a", "a"], ts: Float64Array.of(0, 0), label: Uint8Array.of(1, 1) };
  assert.throws(() => eventRuns(rows, HOUR), {
    name: "RangeError",
    message: 'Cannot find events as meter "a" has two rows of 1970-01-01T00:00:00.000Z',
  });
  assert.throws(() => eventRuns(rows, 0), {
    name: "RangeError",
    message: "Cannot find events as the interval must be positive: current value is 0",
  });
  assert.throws(() => eventRuns({ ...rows, label: Uint8Array.of(1) }, HOUR), {
    name: "RangeError",
    message: "Cannot find events in columns of different length: 2 meters, 2 times, 1 labels",
  });
});
