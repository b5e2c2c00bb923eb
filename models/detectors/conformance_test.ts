import assert from "node:assert/strict";
import { criteria, type Criterion } from "./conformance.ts";
import type { Detector, FittedDetector } from "./detector.ts";
import { detectors } from "./mod.ts";

const PLANTED = "scores planted outliers above usual rows";

/** By detector and criterion, the reason why the criterion cannot hold. */
const skips: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  spectral_residual: {
    [PLANTED]: "its columns are one window in time, of which the suite's three make none",
  },
};

for (const factory of Object.values(detectors)) {
  const detector = factory();
  for (const { name, check } of criteria) {
    const reason = skips[detector.name]?.[name];
    const note = reason === undefined ? "" : ` (skipped: ${reason})`;
    Deno.test({
      name: `${detector.name} ${name}${note}`,
      ignore: reason !== undefined,
      fn: () => check(detector),
    });
  }
}

Deno.test("only detectors and criteria that exist are skipped", () => {
  const names = criteria.map(({ name }) => name);
  for (const [detector, reasons] of Object.entries(skips)) {
    assert.ok(Object.hasOwn(detectors, detector), detector);
    for (const name of Object.keys(reasons)) assert.ok(names.includes(name), name);
  }
});

Deno.test("every detector states its policy on missing values", () => {
  for (const factory of Object.values(detectors)) {
    assert.match(factory().nanPolicy, /missing value/);
  }
});

/** A detector that breaks a promise, so that the suite is seen to notice. */
function spoilt(spoil: (fitted: FittedDetector) => Partial<FittedDetector>): Detector {
  const detector = detectors.iqr();
  return {
    ...detector,
    async fit(x, context) {
      const fitted = await detector.fit(x, context);
      return { ...fitted, ...spoil(fitted) };
    },
  };
}

function criterion(words: RegExp): Criterion {
  const found = criteria.find(({ name }) => words.test(name));
  assert.ok(found, `no criterion matches ${words}`);
  return found;
}

Deno.test("criteria catch scores of the wrong sign, that hang together, or are not finite", async () => {
  const upsideDown = spoilt(({ anomalyScores }) => ({
    anomalyScores: (x) => anomalyScores(x).map((score) => -score),
  }));
  await assert.rejects(criterion(/planted/).check(upsideDown), assert.AssertionError);
  const cumulative = spoilt(() => ({
    anomalyScores: (x) => Float64Array.from({ length: x.rows }, (_, row) => row),
  }));
  await assert.rejects(criterion(/alone/).check(cumulative), assert.AssertionError);
  const absent = spoilt(() => ({ anomalyScores: (x) => new Float64Array(x.rows).fill(NaN) }));
  await assert.rejects(criterion(/finite score/).check(absent), assert.AssertionError);
});

Deno.test("criteria catch a state that is not what was fitted, or never the same", async () => {
  const other = await detectors.iqr({ k: 9 }).fit({
    columns: ["a", "b", "c"],
    rows: 1,
    values: new Float32Array(3),
  }, { seed: 1 });
  const forgetful = spoilt(() => ({ toJSON: () => other.toJSON() }));
  await assert.rejects(criterion(/round trip/).check(forgetful), assert.AssertionError);
  let fits = 0;
  const restless = spoilt(() => ({ toJSON: () => fits++ }));
  await assert.rejects(criterion(/same bytes/).check(restless), assert.AssertionError);
  await assert.rejects(criterion(/order/).check(restless), assert.AssertionError);
});

Deno.test("criteria catch a score that writes into its input", async () => {
  const careless = spoilt(({ anomalyScores }) => ({
    anomalyScores(x) {
      const scores = anomalyScores(x);
      x.values.fill(0);
      return scores;
    },
  }));
  await assert.rejects(criterion(/leaves its input/).check(careless), assert.AssertionError);
});

Deno.test("criteria catch a fit that cannot be stopped", async () => {
  const iqr = detectors.iqr();
  const deaf: Detector = {
    ...iqr,
    fit: (x, context) => iqr.fit(x, { ...context, signal: undefined }),
  };
  await assert.rejects(criterion(/does not start/).check(deaf), assert.AssertionError);
  await assert.rejects(criterion(/does not go on/).check(deaf), assert.AssertionError);
  const mute: Detector = {
    ...iqr,
    fit(x, { seed, onProgress }) {
      onProgress?.(0.5);
      return iqr.fit(x, { seed });
    },
  };
  await assert.rejects(criterion(/does not go on/).check(mute), assert.AssertionError);
});

Deno.test("criteria catch a detector that takes any columns", async () => {
  const careless = spoilt(() => ({ anomalyScores: (x) => new Float64Array(x.rows) }));
  await assert.rejects(criterion(/other than the fitted/).check(careless), assert.AssertionError);
});
