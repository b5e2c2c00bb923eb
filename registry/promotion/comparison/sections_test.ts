import assert from "node:assert/strict";
import { compareSides } from "./compare_sides.ts";
import { sectionsOf } from "./sections.ts";

const SIDE = { title: "version 1", aliases: [], params: {}, metrics: {}, data: {}, byMeter: {} };

Deno.test("sectionsOf() shows what differs and tells how much does not", () => {
  const a = { ...SIDE, params: { seed: "1", until: "end" }, commit: "c0ffee" };
  const b = { ...SIDE, params: { seed: "2", until: "end", beta: "1" }, commit: "c0ffee" };
  const [, params, data, code, metrics, scorers, meters] = sectionsOf(compareSides("energy", a, b));
  assert.deepEqual(params, {
    title: "Parameters",
    notes: ["2 of 3 differ."],
    columns: ["name", "A", "B"],
    rows: [["beta", "–", "1"], ["seed", "1", "2"]],
  });
  const nothing = { columns: [], rows: [] };
  assert.deepEqual(data, { title: "Data and features", notes: ["None is recorded."], ...nothing });
  assert.deepEqual(code, { title: "Code", notes: ["None of 1 differ."], ...nothing });
  assert.deepEqual(metrics, { title: "Metrics", notes: ["None is recorded."], ...nothing });
  assert.deepEqual([scorers.notes, meters.notes], [["None is recorded."], ["None is recorded."]]);
});

Deno.test("sectionsOf() gives numbers four figures, and a difference its sign", () => {
  const a = { ...SIDE, metrics: { x: 1 / 3, y: 12_345, z: 0.5, same: NaN } };
  const b = { ...SIDE, metrics: { x: 2 / 3, y: 12_344, w: 2e-7, same: NaN } };
  const [, , , , { notes, rows }] = sectionsOf(compareSides("energy", a, b));
  assert.deepEqual(notes, ["4 of 5 differ."]);
  assert.deepEqual(rows, [
    ["w", "–", "2e-7", "–"],
    ["x", "0.3333", "0.6667", "+0.3333"],
    ["y", "12345", "12344", "-1"],
    ["z", "0.5", "–", "–"],
  ]);
});

Deno.test("sectionsOf() puts the meters first that lost most", () => {
  const meter = (event_f1: number) => ({ event_f1, detection_delay_h: 9 });
  const a = { ...SIDE, byMeter: { a: meter(0.5), b: meter(0.5), c: meter(1), d: meter(1) } };
  const b = {
    ...SIDE,
    title: "version 2",
    byMeter: { a: meter(0.75), b: meter(0.25), c: meter(0.5) },
  };
  const { notes, columns, rows } = sectionsOf(compareSides("energy", a, b))[6];
  assert.deepEqual(notes, ["version 1 → version 2"]);
  assert.deepEqual(columns, ["meter", "event_f1:"]);
  assert.deepEqual(rows, [
    ["c", "1 → 0.5 (-0.5)"],
    ["b", "0.5 → 0.25 (-0.25)"],
    ["d", "1 → – (–)"],
    ["a", "0.5 → 0.75 (+0.25)"],
  ]);
});

Deno.test("sectionsOf() gathers the figures of each scorer beside the ensemble in one line", () => {
  const a = {
    ...SIDE,
    metrics: {
      "ensemble.event_f1": 0.5,
      "iqr.event_f1": 0.5,
      "iqr.threshold": 9,
      "random.event_f1": 0.25,
      "random.event_recall": 1,
      "val.loss": 3,
    },
  };
  const b = { ...a, title: "version 2", metrics: { "iqr.event_f1": 0.25, "val.loss": 2 } };
  const [, , , , metrics, scorers] = sectionsOf(compareSides("energy", a, b));
  assert.deepEqual(metrics.rows, [
    ["ensemble.event_f1", "0.5", "–", "–"],
    ["val.loss", "3", "2", "-1"],
  ]);
  assert.deepEqual(scorers, {
    title: "Detectors and floors",
    notes: ["version 1 → version 2"],
    columns: ["scorer", "event_recall:", "event_f1:"],
    rows: [
      ["iqr", "– → – (–)", "0.5 → 0.25 (-0.25)"],
      ["random", "1 → – (–)", "0.25 → – (–)"],
    ],
  });
});
