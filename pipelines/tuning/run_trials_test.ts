import assert from "node:assert/strict";
import type { TuningPlan } from "./next_trial.ts";
import { runTrials, type TrialWork, type TuningBudget } from "./run_trials.ts";
import type { Trial } from "./trial.ts";

const plan: TuningPlan = { detectors: ["knn", "pca"], method: "tpe", seed: 2 };

/** Every trial takes two seconds; its value depends on its options alone. */
function work(change: Partial<TrialWork> = {}): TrialWork {
  let time = 0;
  return {
    evaluate: ({ options }) =>
      Promise.resolve(Math.cos(Number(options.keep ?? options.neighbours ?? 0))),
    keep: () => Promise.resolve(),
    signal: new AbortController().signal,
    now: () => 2000 * time++,
    ...change,
  };
}

function run(
  budget: TuningBudget,
  earlier: readonly Trial[] = [],
  change?: Partial<TrialWork>,
): Promise<readonly Trial[]> {
  return runTrials(plan, earlier, budget, work(change));
}

Deno.test("runTrials() ends with the number of trials, but not before the defaults", async () => {
  assert.equal((await run({ trials: 7 })).length, 7);
  assert.equal((await run({ trials: 1 })).length, 2);
  const trials = await run({ trials: 4 });
  assert.deepEqual(await run({ trials: 4 }, trials), trials);
});

Deno.test("runTrials() begins no trial after the time, with that of earlier starts", async () => {
  const trials = await run({ seconds: 9 });
  // After four trials eight seconds are gone.
  assert.equal(trials.length, 5);
  assert.deepEqual(trials.map(({ seconds }) => seconds), [2, 2, 2, 2, 2]);
  assert.equal((await run({ seconds: 13 }, trials)).length, 7);
});

Deno.test("runTrials() broken off anywhere goes on to the same trials", async () => {
  const whole = await run({ trials: 24 });
  for (const length of [1, 2, 9, 23]) {
    let kept: readonly Trial[] = [];
    const stop = new AbortController();
    const broken = await run({ trials: 24 }, [], {
      signal: stop.signal,
      keep(trials) {
        kept = JSON.parse(JSON.stringify(trials));
        if (trials.length === length) stop.abort();
        return Promise.resolve();
      },
    });
    assert.equal(broken.length, length);
    assert.deepEqual(await run({ trials: 24 }, kept), whole);
  }
});

Deno.test("runTrials() drops the trial that an abort breaks off", async () => {
  const stop = new AbortController();
  let begun = 0;
  const trials = await run({ trials: 9 }, [], {
    signal: stop.signal,
    evaluate() {
      if (++begun < 3) return Promise.resolve(1);
      stop.abort();
      return Promise.reject(stop.signal.reason);
    },
  });
  assert.deepEqual(trials.map(({ value }) => value), [1, 1]);
});

Deno.test("runTrials() goes on after a refusal and throws any other error", async () => {
  const evaluate = () => Promise.reject(new RangeError("Cannot fit"));
  const trials = await run({ trials: 3 }, [], { evaluate });
  assert.deepEqual(trials.map(({ value, refused }) => [value, refused]), [
    [null, "Cannot fit"],
    [null, "Cannot fit"],
    [null, "Cannot fit"],
  ]);
  const broken = () => Promise.reject(new TypeError("Broken"));
  await assert.rejects(run({ trials: 3 }, [], { evaluate: broken }), { message: "Broken" });
});
