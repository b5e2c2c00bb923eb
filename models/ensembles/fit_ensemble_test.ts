import assert from "node:assert/strict";
import type { Detector } from "../detectors/detector.ts";
import { detectors } from "../detectors/mod.ts";
import { type Matrix, matrix, selectColumns, selectRows } from "../matrix.ts";
import { quantile } from "../quantile.ts";
import { deriveSeed, random } from "../random.ts";
import { calibrate, fitCalibration } from "./calibration.ts";
import type { Combiner, MemberScores } from "./combiners/combiner.ts";
import { max } from "./combiners/max.ts";
import { stacked } from "./combiners/stacked.ts";
import { restoreEnsemble } from "./ensemble.ts";
import { type EnsembleMember, fitEnsemble } from "./fit_ensemble.ts";
import { probabilities } from "./probabilities/mod.ts";

const { z_score, iqr, isolation_forest, one_class_svm, dbscan } = detectors;
const all = membersOf(z_score(), iqr(), isolation_forest(), one_class_svm(), dbscan());

function membersOf(...list: Detector[]): EnsembleMember[] {
  return list.map((detector) => ({ detector }));
}

function bells(rows: number, seed: number): Matrix {
  const draw = random(seed);
  const values = Float32Array.from({ length: 2 * rows }, () => draw() + draw() + draw() - 1.5);
  return matrix(["a", "b"], values);
}

Deno.test("fitEnsemble() averages what each detector says, calibrated on the held-out rows", async () => {
  const x = bells(300, 1);
  const heldOut = bells(200, 2);
  const probe = matrix(["a", "b"], [0, 0, 1, -1, 3, 3, NaN, 9]);
  const ensemble = await fitEnsemble(x, heldOut, membersOf(iqr(), isolation_forest()), { seed: 5 });
  const expected: Float64Array[] = [];
  for (const detector of [iqr(), isolation_forest()]) {
    const fitted = await detector.fit(x, { seed: deriveSeed(5, detector.name) });
    expected.push(
      calibrate(fitCalibration(fitted.anomalyScores(heldOut)), fitted.anomalyScores(probe)),
    );
  }
  const scores = ensemble.memberScores(probe);
  const means = ensemble.anomalyScores(probe);
  for (let row = 0; row < probe.rows; row++) {
    assert.equal(scores[2 * row], expected[0][row]);
    assert.equal(scores[2 * row + 1], expected[1][row]);
    assert.equal(means[row], (expected[0][row] + expected[1][row]) / 2);
  }
});

Deno.test("fitEnsemble() ranks planted outliers above all usual rows", async () => {
  const ensemble = await fitEnsemble(bells(1000, 2), bells(1000, 1), all, { seed: 5 });
  const worst = Math.max(...ensemble.anomalyScores(bells(300, 3)));
  for (const score of ensemble.anomalyScores(matrix(["a", "b"], [4, 4, -5, 3, 9, 9]))) {
    assert.ok(score > worst, `outlier at ${score}, a usual row at ${worst}`);
  }
});

Deno.test("fitEnsemble() takes a row without any value for a usual one", async () => {
  const ensemble = await fitEnsemble(bells(1000, 2), bells(1000, 1), all, { seed: 5 });
  const usual = ensemble.anomalyScores(bells(1000, 3)).sort();
  const [empty] = ensemble.anomalyScores(matrix(["a", "b"], [NaN, NaN]));
  assert.ok(empty < quantile(usual, 0.5));
});

Deno.test("fitEnsemble() gives usual rows it never saw the scores that their rarity says", async () => {
  const columns = Array.from({ length: 13 }, (_, j) => `c${j}`);
  const wide = (rows: number, seed: number) => ({
    ...bells(rows * 13 / 2, seed),
    columns,
    rows,
  });
  const ensemble = await fitEnsemble(wide(300, 1), wide(300, 2), all, { seed: 5 });
  const fresh = wide(4000, 3);
  const scores = ensemble.memberScores(fresh);
  // Of 300 rows the rarest tail in use is one row in 200: a median is worth ln 2 / ln 200. Inside
  // all fences, where the median row lies, the IQR detector ties its scores at 0.
  const median = 0.95 * Math.log(2) / Math.log(200);
  ensemble.members.forEach(({ name }, m) => {
    const own = Float64Array.from({ length: fresh.rows }, (_, row) => scores[row * all.length + m]);
    const score = quantile(own.sort(), 0.5);
    const expected = name === "iqr" ? 0 : median;
    assert.ok(Math.abs(score - expected) < 0.05, `${name}: ${score} instead of ${expected}`);
  });
});

Deno.test("fitEnsemble() does not see the order of the rows", async () => {
  const [x, heldOut] = [bells(400, 4), bells(300, 5)];
  const backwards = (rows: Matrix) =>
    selectRows(rows, Uint32Array.from({ length: rows.rows }, (_, i) => rows.rows - 1 - i));
  assert.equal(
    JSON.stringify(await fitEnsemble(backwards(x), backwards(heldOut), all, { seed: 5 })),
    JSON.stringify(await fitEnsemble(x, heldOut, all, { seed: 5 })),
  );
});

Deno.test("fitEnsemble() gives a member the same chance whoever stands beside it", async () => {
  const x = bells(100, 5);
  const alone = await fitEnsemble(x, x, membersOf(isolation_forest()), { seed: 5 });
  const beside = await fitEnsemble(x, x, membersOf(iqr(), isolation_forest()), { seed: 5 });
  assert.equal(JSON.stringify(beside.members[1]), JSON.stringify(alone.members[0]));
});

Deno.test("fitEnsemble() fits a member to its columns as if there were no others", async () => {
  const [x, heldOut] = [bells(200, 4), bells(100, 5)];
  const members = [
    { detector: isolation_forest(), columns: ["b"], name: "b" },
    { detector: isolation_forest(), columns: ["b", "a"], name: "turned" },
    { detector: isolation_forest() },
  ];
  const ensemble = await fitEnsemble(x, heldOut, members, { seed: 5 });
  const probe = bells(50, 6);
  const scores = ensemble.memberScores(probe);
  for (const [m, { columns = ["a", "b"], name = "isolation_forest" }] of members.entries()) {
    const only = (rows: Matrix) => selectColumns(rows, columns);
    const alone = await fitEnsemble(only(x), only(heldOut), [{
      detector: isolation_forest(),
      name,
    }], {
      seed: 5,
    });
    assert.deepEqual(ensemble.members[m].columns, columns);
    assert.deepEqual(
      scores.filter((_, at) => at % members.length === m),
      alone.memberScores(only(probe)),
    );
  }
});

Deno.test("fitEnsemble() lets the combiner learn from calibrated scores of the held-out rows", async () => {
  const seen: MemberScores[] = [];
  const watching: Combiner = {
    ...max(),
    fit(scores, context) {
      seen.push(scores);
      return max().fit(scores, context);
    },
  };
  const heldOut = bells(100, 5);
  const members = membersOf(z_score(), iqr());
  const ensemble = await fitEnsemble(bells(200, 4), heldOut, members, {
    seed: 5,
    combiner: watching,
  });
  assert.deepEqual(seen[0].members, ["z_score", "iqr"]);
  const pairs = (values: Float64Array) =>
    Array.from({ length: 100 }, (_, row) => `${values.subarray(2 * row, 2 * row + 2)}`).sort();
  const expected = ensemble.memberScores(heldOut);
  assert.deepEqual(pairs(seen[0].values), pairs(expected));
  assert.deepEqual(
    ensemble.anomalyScores(heldOut),
    Float64Array.from({ length: 100 }, (_, r) => Math.max(expected[2 * r], expected[2 * r + 1])),
  );
});

Deno.test("fitEnsemble() hands a combiner the label of each held-out row", async () => {
  const seen: [MemberScores, Uint8Array | undefined][] = [];
  const watching: Combiner = {
    ...max(),
    fit(scores, context) {
      seen.push([scores, context.labels]);
      return max().fit(scores, context);
    },
  };
  // 60,000 rows of which 50,000 are drawn; a z-score grows with a value above the mean of the fit.
  const heldOut = matrix(["a"], bells(30_000, 5).values.map((value) => 1 + Math.abs(value)));
  const heldOutLabels = Uint8Array.from(heldOut.values, (value) => value > 1.5 ? 1 : 0);
  const options = { seed: 5, combiner: watching, heldOutLabels };
  const usual = matrix(["a"], [-1, 0, 1]);
  const ensemble = await fitEnsemble(usual, heldOut, membersOf(z_score()), options);
  const [[{ rows, values }, labels]] = seen;
  assert.equal(rows, 50_000);
  const [line] = ensemble.memberScores(matrix(["a"], [1.5]));
  assert.deepEqual(labels, Uint8Array.from(values, (score) => score > line ? 1 : 0));
});

Deno.test("fitEnsemble() learns the same weights whatever the order of the labelled rows", async () => {
  const heldOut = bells(300, 5);
  // Equal rows of which one half is labelled so, the other not.
  const twice = matrix(["a", "b"], [...heldOut.values, ...heldOut.values]);
  const heldOutLabels = Uint8Array.from({ length: 600 }, (_, row) => row % 7 === 0 ? 1 : 0);
  const order = Uint32Array.from({ length: 600 }, (_, i) => 599 - i);
  const fit = (rows: Matrix, labels: Uint8Array) =>
    fitEnsemble(bells(200, 4), rows, membersOf(z_score(), iqr()), {
      seed: 5,
      combiner: stacked(),
      heldOutLabels: labels,
    });
  assert.equal(
    JSON.stringify(await fit(selectRows(twice, order), heldOutLabels.toReversed())),
    JSON.stringify(await fit(twice, heldOutLabels)),
  );
});

Deno.test("fitEnsemble() turns the combined score into a chance, and restores it", async () => {
  const heldOut = bells(300, 5);
  const heldOutLabels = Uint8Array.from(
    { length: 300 },
    (_, row) => Math.abs(heldOut.values[2 * row]) > 1 ? 1 : 0,
  );
  const members = membersOf(z_score(), iqr());
  const plain = await fitEnsemble(bells(200, 4), heldOut, members, { seed: 5, heldOutLabels });
  for (const probability of Object.values(probabilities)) {
    const options = { seed: 5, heldOutLabels, probability };
    const ensemble = await fitEnsemble(bells(200, 4), heldOut, members, options);
    const map = probability.fit(plain.anomalyScores(heldOut), heldOutLabels);
    const probe = bells(50, 6);
    const expected = plain.anomalyScores(probe).map(map.probability);
    assert.deepEqual(ensemble.anomalyScores(probe), expected);
    const restored = restoreEnsemble(JSON.parse(JSON.stringify(ensemble)));
    assert.deepEqual(restored.anomalyScores(probe), expected);
  }
});

Deno.test("fitEnsemble() refuses to learn from labels that it has not, before it fits", async () => {
  const x = bells(20, 4);
  for (const learnt of [{ combiner: stacked() }, { probability: probabilities.platt }]) {
    await assert.rejects(fitEnsemble(x, x, membersOf(iqr()), { seed: 5, ...learnt }), {
      name: "RangeError",
      message: "Cannot fit an ensemble: expected labels of the held-out rows, got none",
    });
  }
});

Deno.test("fitEnsemble() refuses a member whose columns the rows lack", async () => {
  const members = [{ detector: iqr(), columns: ["a", "hour"] }];
  await assert.rejects(fitEnsemble(bells(20, 4), bells(20, 5), members, { seed: 5 }), {
    name: "RangeError",
    message: "Cannot select columns as each must be one of a, b: current value is hour",
  });
});

Deno.test("fitEnsemble() calibrates on at most 50,000 rows", async () => {
  const many = await fitEnsemble(bells(10, 6), bells(60_000, 7), membersOf(z_score()), { seed: 5 });
  // The last knot stands at one row in 50,000; the values from 0 to 0.95 tell the knots before.
  const { values } = many.members[0].calibration;
  const expected = [1, 2, 5].map((k) => 0.95 * Math.log(k) / Math.log(50_000));
  expected.forEach((value, i) => assert.ok(Math.abs(values[i] - value) < 1e-12));
});

Deno.test("fitEnsemble() reports progress and stops between members", async () => {
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  await fitEnsemble(bells(50, 1), bells(50, 2), all, { seed: 5, onProgress });
  assert.deepEqual(fractions, fractions.toSorted((a, b) => a - b));
  assert.equal(fractions.at(-1), 1);
  // Of two columns, each is half of the fit; the fit is four fifths, the calibration the rest.
  const alone: number[] = [];
  const onAlone = (fraction: number) => alone.push(fraction);
  await fitEnsemble(bells(50, 1), bells(50, 2), membersOf(iqr()), { seed: 5, onProgress: onAlone });
  assert.deepEqual(alone, [0.4, 0.8, 1]);
  const stop = new AbortController();
  const stopped = fitEnsemble(bells(50, 1), bells(50, 2), all, {
    seed: 5,
    signal: stop.signal,
    onProgress: (fraction) => fraction >= 0.4 && stop.abort(),
  });
  await assert.rejects(stopped, { name: "AbortError" });
});

Deno.test("fitEnsemble() refuses no members, one name twice, no rows, and other held-out columns", async () => {
  const x = bells(10, 1);
  const none = matrix(["a", "b"], []);
  await assert.rejects(fitEnsemble(x, x, [], { seed: 5 }), {
    name: "RangeError",
    message: "Cannot fit an ensemble without members",
  });
  await assert.rejects(fitEnsemble(x, x, membersOf(iqr(), iqr({ k: 3 })), { seed: 5 }), {
    name: "RangeError",
    message:
      "Cannot fit an ensemble as members must have different names: current value is iqr, iqr",
  });
  await assert.rejects(fitEnsemble(none, x, all, { seed: 5 }), RangeError);
  await assert.rejects(fitEnsemble(x, none, all, { seed: 5 }), {
    name: "RangeError",
    message: "Cannot calibrate an ensemble on zero rows",
  });
  await assert.rejects(fitEnsemble(x, matrix(["b", "a"], [1, 2]), all, { seed: 5 }), TypeError);
});
