import assert from "node:assert/strict";
import { nextTrial, type TuningPlan } from "./next_trial.ts";
import type { Trial } from "./trial.ts";

const plan: TuningPlan = { detectors: ["ecod", "knn", "pca"], method: "tpe", seed: 4 };

/** Values that depend on what is tried alone. */
function valueOf({ options }: Pick<Trial, "options">): number {
  return Object.values(options).reduce<number>(
    (sum, value) => sum + Math.sin(Number(value) || 0),
    0,
  );
}

function trialsOf(plan: TuningPlan, count: number, earlier: readonly Trial[] = []): Trial[] {
  const trials = [...earlier];
  while (trials.length < count) {
    const next = nextTrial(plan, trials);
    assert.ok(next);
    trials.push({ ...next, value: valueOf(next), seconds: trials.length });
  }
  return trials;
}

Deno.test("nextTrial() tries every default first, then takes turns where there is a choice", () => {
  const trials = trialsOf(plan, 9);
  assert.deepEqual(
    trials.map(({ detector }) => detector),
    ["ecod", "knn", "pca", "knn", "pca", "knn", "pca", "knn", "pca"],
  );
  const defaults = trials.filter(({ options }) => Object.keys(options).length === 0);
  assert.deepEqual(defaults, trials.slice(0, 3));
});

Deno.test("nextTrial() goes on after a break as if there had been none", () => {
  for (const method of ["tpe", "random", "halving"] as const) {
    const whole = trialsOf({ ...plan, method }, 60);
    for (const length of [0, 2, 3, 17, 40, 59]) {
      const kept: Trial[] = JSON.parse(JSON.stringify(whole.slice(0, length)))
        .map((trial: Trial) => ({ ...trial, seconds: 99 }));
      const options = ({ options, share }: Trial) => [options, share];
      assert.deepEqual(
        trialsOf({ ...plan, method }, 60, kept).map(options),
        whole.map(options),
        `${method} after ${length}`,
      );
    }
  }
});

Deno.test("nextTrial() searches a detector the same way whatever detector is beside it", () => {
  const alone = trialsOf({ ...plan, detectors: ["pca"] }, 13).slice(1);
  const beside = trialsOf(plan, 40).slice(3).filter(({ detector }) => detector === "pca");
  const options = ({ options }: Trial) => options;
  assert.deepEqual(alone.map(options), beside.slice(0, 12).map(options));
});

Deno.test("nextTrial() ends where no detector has a choice", () => {
  const nothing: TuningPlan = { ...plan, detectors: ["ecod", "iqr"] };
  assert.equal(nextTrial(nothing, trialsOf(nothing, 2)), undefined);
});
