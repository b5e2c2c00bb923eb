import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { evaluate, type Figures } from "./evaluate.ts";
import { judgedDigest } from "./judged_digest.ts";
import type { NamedScores } from "./score_rows.ts";

const HOUR = 3_600_000;
const hours = Array.from({ length: 8 }, (_, i) => i * HOUR);

/** Two faults: hours 1 and 2, and hour 6. */
const rows = {
  x: matrix(["hour"], [0, 1, 2, 3, 4, 5, 6, 7]),
  meterIds: new Array<string>(8).fill("a"),
  ts: Float64Array.from(hours),
  kwh: new Float64Array(8),
  expectedKwh: new Float64Array(8),
  label: Uint8Array.of(0, 1, 1, 0, 0, 0, 1, 0),
  fault: Int32Array.of(-1, 0, 0, -1, -1, -1, 1, -1),
  faults: { spike: 1, zero: 1 },
};
const scores = [0, 0.95, 0.25, 0, 0, 0.92, 0.5, 0];
const tenths = Array.from({ length: 10 }, (_, i) => i / 10);

/** What follows by hand from `scores` at a threshold that hours 1 and 5 reach. */
const expected: Omit<Figures, "threshold"> = {
  // The marked hour in 5, 4 and 4 of 5 pairs.
  roc_auc: 13 / 15,
  // Ranks of the marked hours: 1, 3 and 4.
  average_precision: (1 + 2 / 3 + 3 / 4) / 3,
  // Buffers of 24 hours reach over the whole series; by the authors' code (TSB-AD 1.5).
  vus_roc: 0.9827807368659037,
  vus_pr: 0.9715453867429531,
  // Of two reported events the first touches a fault; of two faults the first is touched.
  event_precision: 0.5,
  event_recall: 0.5,
  event_f1: 0.5,
  // The first fault is reported in its first hour.
  detection_delay_h: 0,
  // Two in eight hours.
  alerts_per_meter_week: 42,
};

function assertFigures(actual: Figures, figures: Figures): void {
  assert.deepEqual(Object.keys(actual), Object.keys(figures));
  for (const [name, value] of Object.entries(figures)) {
    assert.ok(
      Math.abs(Number(actual[name as keyof Figures]) - Number(value)) < 1e-12,
      `${name}: ${actual[name as keyof Figures]} is not ${value}`,
    );
  }
}

/** Scores of the ensemble, and the same on another scale, so with another threshold. */
function named(scores: readonly number[]): NamedScores {
  return {
    ensemble: Float32Array.from(scores),
    members: { iqr: Float32Array.from(scores, (score) => 8 * score) },
    floors: { constant: new Float64Array(scores.length) },
  };
}

const tenHours = {
  meterIds: new Array<string>(10).fill("v"),
  ts: Float64Array.from(tenths, (_, i) => i * HOUR),
};
const labels = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
const validation = {
  sides: { usual: tenHours, labelled: { ...tenHours, labels } },
  usual: named(tenths),
  labelled: named(tenths),
};
const options = {
  threshold: { rule: "quantile", contamination: 0.1 },
  leftOut: ["dead"],
} as const;
const evaluation = evaluate(validation, named(scores), rows, options);

Deno.test("evaluate() judges the ensemble at the threshold of its own validation scores", () => {
  assertFigures(evaluation.ensemble, { ...expected, threshold: Math.fround(0.9) });
});

Deno.test("evaluate() gives each detector a threshold of its own", () => {
  assertFigures(evaluation.detectors.iqr, { ...expected, threshold: 8 * Math.fround(0.9) });
});

Deno.test("evaluate() shows what a floor is worth that says the same of every hour", () => {
  const { threshold, ...figures } = evaluation.floors.constant;
  assert.ok(threshold > 0 && threshold < 1e-20);
  assert.deepEqual(figures, {
    roc_auc: 0.5,
    average_precision: 3 / 8,
    vus_roc: 0.9254235036572337,
    vus_pr: 0.9223609927466867,
    event_precision: 0,
    event_recall: 0,
    event_f1: 0,
    detection_delay_h: null,
    alerts_per_meter_week: 0,
  });
});

Deno.test("evaluate() judges each meter alone, too", () => {
  assert.deepEqual(Object.keys(evaluation.by_meter), ["a"]);
  for (const [name, value] of Object.entries(expected)) {
    const actual = Number(evaluation.by_meter.a[name as keyof typeof expected]);
    assert.ok(Math.abs(actual - Number(value)) < 1e-12, `${name}: ${actual} is not ${value}`);
  }
});

Deno.test("evaluate() says what it judged", () => {
  const { detectors: _1, floors: _2, ensemble: _3, by_meter: _4, labels, ...facts } = evaluation;
  assert.match(labels, /^faults injected/);
  assert.deepEqual(facts, {
    threshold_rule: "marks 10 % of the validation meters' usual hours",
    data_digest: judgedDigest(rows),
    rows: 8,
    anomalous_rows: 3,
    meters: ["a"],
    meters_left_out: ["dead"],
    faults: { spike: 1, zero: 1 },
  });
});

Deno.test("evaluate() chooses thresholds by the labels of the validation meters where it is told to", () => {
  const chosen = evaluate(validation, named(scores), rows, {
    ...options,
    threshold: { rule: "f_beta", beta: 1 },
  });
  // The faulty hour is the last but one: one event from 0.8 on, of which both hours are it.
  assert.equal(chosen.ensemble.threshold, Math.fround(0.8));
  assert.equal(chosen.detectors.iqr.threshold, 8 * Math.fround(0.8));
});

Deno.test("evaluate() refuses rows without a fault", () => {
  const label = new Uint8Array(8);
  assert.throws(
    () => evaluate(validation, named(scores), { ...rows, label }, options),
    RangeError,
  );
});
