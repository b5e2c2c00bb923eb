import assert from "node:assert/strict";
import { compareSides } from "./compare_sides.ts";

const SIDE = { title: "version 1", aliases: [], params: {}, metrics: {}, data: {}, byMeter: {} };

Deno.test("compareSides() pairs what either has, by name, the ensemble's metrics first", () => {
  const a = {
    ...SIDE,
    params: { seed: "1", until: "end" },
    metrics: { "iqr.event_f1": 0.5, "ensemble.roc_auc": 0.75, parity: 0 },
    commit: "c0ffee",
    byMeter: { a: { event_f1: 0.25 }, c: { event_f1: 1 } },
  };
  const b = {
    ...SIDE,
    params: { seed: "2", beta: "1" },
    metrics: { "ensemble.roc_auc": 0.5, "ensemble.event_f1": 0.5, parity: 0 },
    byMeter: { a: { event_f1: 0.75, event_recall: 1 } },
  };
  const compared = compareSides("energy", a, b);
  assert.deepEqual(compared.params, [
    { name: "beta", a: undefined, b: "1" },
    { name: "seed", a: "1", b: "2" },
    { name: "until", a: "end", b: undefined },
  ]);
  assert.deepEqual(compared.code, [{ name: "git commit", a: "c0ffee", b: undefined }]);
  assert.deepEqual(compared.data, []);
  assert.deepEqual(compared.metrics, [
    { name: "ensemble.event_f1", a: undefined, b: 0.5 },
    { name: "ensemble.roc_auc", a: 0.75, b: 0.5, difference: -0.25 },
    { name: "iqr.event_f1", a: 0.5, b: undefined },
    { name: "parity", a: 0, b: 0, difference: 0 },
  ]);
  assert.deepEqual(compared.meters, [
    {
      meter: "a",
      figures: [
        { name: "event_f1", a: 0.25, b: 0.75, difference: 0.5 },
        { name: "event_recall", a: undefined, b: 1 },
      ],
    },
    { meter: "c", figures: [{ name: "event_f1", a: 1, b: undefined }] },
  ]);
});

Deno.test("compareSides() says whether the judged rows are the same", () => {
  const same = (a?: string, b?: string) => {
    const { sameRows, data } = compareSides("energy", { ...SIDE, judgedRows: a }, {
      ...SIDE,
      judgedRows: b,
    });
    return [sameRows, data.length];
  };
  assert.deepEqual(same("ab", "ab"), [true, 1]);
  assert.deepEqual(same("ab", "cd"), [false, 1]);
  assert.deepEqual(same("ab", undefined), [false, 1]);
  assert.deepEqual(same(undefined, undefined), [false, 0]);
});
