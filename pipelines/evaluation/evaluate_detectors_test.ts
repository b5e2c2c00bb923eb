import assert from "node:assert/strict";
import { type Detector, detectors } from "../../models/mod.ts";
import { silent } from "../trained_home_fixture.ts";
import { evaluateDetectors } from "./evaluate_detectors.ts";
import { evaluationData, FIXTURE_HOURS, FIXTURE_METERS } from "./evaluation_data_fixture.ts";
import { divideMeters } from "./folds.ts";
import { judgeFold } from "./judge_fold.ts";

const data = evaluationData();
const options = {
  protocol: "leave-one-out",
  detectors: [detectors.iqr()],
  seed: 3,
  threshold: { rule: "quantile", contamination: 0.05 },
} as const;

Deno.test("evaluateDetectors() puts the scores of each fold in the places of its rows", async () => {
  const { rows, folds, scorers } = await evaluateDetectors(data, options, () => 0, silent);
  assert.equal(folds, FIXTURE_METERS.length);
  assert.deepEqual(rows, Uint32Array.from(data.judged.meterIds.keys()));
  const iqr = scorers.find(({ name }) => name === "iqr");
  for (const fold of divideMeters("leave-one-out", FIXTURE_METERS, 3)) {
    const judged = await judgeFold(data, fold, { ...options, now: () => 0 });
    const scorer = judged.scorers.find(({ name }) => name === "iqr");
    const [from] = judged.rows;
    assert.deepEqual(iqr?.scores.subarray(from, from + FIXTURE_HOURS), scorer?.scores);
    assert.deepEqual(iqr?.predicted.subarray(from, from + FIXTURE_HOURS), scorer?.predicted);
  }
});

Deno.test("evaluateDetectors() judges only the test meters of a split", async () => {
  const { rows, scorers } = await evaluateDetectors(
    data,
    { ...options, protocol: "split" },
    () => 0,
    silent,
  );
  const [{ test: [only] }] = divideMeters("split", FIXTURE_METERS, 3);
  assert.deepEqual(
    [...rows],
    [...data.judged.meterIds.keys()].filter((row) => data.judged.meterIds[row] === only),
  );
  assert.deepEqual(scorers[0].meters.map(({ meterId }) => meterId), [only]);
});

Deno.test("evaluateDetectors() leaves each member of the mean out in every fold", async () => {
  const members = [detectors.iqr(), detectors.z_score(), detectors.pca()];
  const three = { ...options, detectors: members };
  const { ablated } = await evaluateDetectors(data, three, () => 0, silent);
  assert.deepEqual(ablated.map(({ name }) => name), ["iqr", "z_score", "pca"]);
  for (const { name, scores } of ablated) {
    const others = { ...options, detectors: members.filter((member) => member.name !== name) };
    const { scorers } = await evaluateDetectors(data, others, () => 0, silent);
    assert.deepEqual(scores, scorers.find((scorer) => scorer.name === "mean")?.scores, name);
  }
});

Deno.test("evaluateDetectors() has no scorer that one of the folds refused", async () => {
  const inner = detectors.pca();
  let fits = 0;
  const moody: Detector = {
    ...inner,
    name: "moody",
    fit(x, context) {
      if (fits++ === 2) throw new RangeError("Cannot fit today");
      return inner.fit(x, context);
    },
  };
  const { scorers, ablated, refused } = await evaluateDetectors(
    data,
    { ...options, detectors: [detectors.iqr(), detectors.z_score(), moody] },
    () => 0,
    silent,
  );
  assert.deepEqual(refused, { moody: "Cannot fit today" });
  assert.ok(scorers.some(({ name }) => name === "mean"));
  assert.ok(!scorers.some(({ name }) => name === "moody"));
  // One fold had two members only.
  assert.deepEqual(ablated, []);
});

Deno.test("evaluateDetectors() tallies each meter, once more without the rows that tell the label", async () => {
  const { scorers } = await evaluateDetectors(data, options, () => 0, silent);
  for (const { meters, withoutShortcut } of scorers) {
    assert.deepEqual(meters.map(({ meterId }) => meterId), [...FIXTURE_METERS]);
    assert.deepEqual(meters.map((meter) => [meter.hours, meter.trueEvents])[0], [240, 2]);
    assert.deepEqual(withoutShortcut?.map((meter) => [meter.hours, meter.trueEvents])[0], [239, 1]);
  }
});

Deno.test("evaluateDetectors() tells the mean time of fits and the speed of scoring", async () => {
  let time = 0;
  // Every look at the clock is a quarter of a second after the one before.
  const { scorers } = await evaluateDetectors(data, options, () => 250 * time++, silent);
  const iqr = scorers.find(({ name }) => name === "iqr");
  assert.equal(iqr?.fitSeconds, 0.25);
  assert.equal(iqr?.scoredRowsPerSecond, FIXTURE_HOURS / 0.25);
});
