import assert from "node:assert/strict";
import type { Combiner, FittedCombiner } from "./combiner.ts";
import { combinerExamples } from "./combiner_examples_fixture.ts";
import { criteria, type Criterion, MEMBERS } from "./conformance.ts";
import { mean } from "./mean.ts";

for (const combiner of combinerExamples(MEMBERS)) {
  for (const { name, check } of criteria) {
    Deno.test(`${combiner.name} ${name}`, () => check(combiner));
  }
}

/** A combiner that breaks a promise, so that the suite is seen to notice. */
function spoilt(spoil: (fitted: FittedCombiner) => Partial<FittedCombiner>): Combiner {
  return {
    name: "spoilt",
    async fit(scores, context) {
      const fitted = await mean().fit(scores, context);
      return { ...fitted, ...spoil(fitted) };
    },
  };
}

function criterion(words: RegExp): Criterion {
  const found = criteria.find(({ name }) => words.test(name));
  assert.ok(found, `no criterion matches ${words}`);
  return found;
}

Deno.test("criteria catch scores that leave [0, 1], do not move, or run the wrong way", async () => {
  const loud = spoilt(({ combine }) => ({ combine: (scores) => 2 * combine(scores) }));
  await assert.rejects(criterion(/in \[0, 1\]/).check(loud), assert.AssertionError);
  const mute = spoilt(() => ({ combine: () => 0.5 }));
  await assert.rejects(criterion(/in \[0, 1\]/).check(mute), assert.AssertionError);
  const contrary = spoilt(() => ({ combine: ([a, b = 0]) => (1 + a - b) / 2 }));
  await assert.rejects(criterion(/never falls/).check(contrary), assert.AssertionError);
});

Deno.test("criteria catch a state that is not what was fitted, or never the same", async () => {
  const forgetful = spoilt(() => ({ toJSON: () => ({ kind: "max" }) }));
  await assert.rejects(criterion(/round trip/).check(forgetful), assert.AssertionError);
  let fits = 0;
  const restless = spoilt(() => ({ toJSON: () => fits++ }));
  await assert.rejects(criterion(/same bytes/).check(restless), assert.AssertionError);
});

Deno.test("criteria catch a combiner that learns from no labels", async () => {
  const careless = { ...mean(), supervised: true };
  await assert.rejects(criterion(/refuses labels/).check(careless), assert.AssertionError);
});

Deno.test("criteria catch a combiner that writes into its input", async () => {
  const careless = spoilt(({ combine }) => ({ combine: (scores) => combine(scores.fill(0)) }));
  await assert.rejects(criterion(/leaves its input/).check(careless), assert.AssertionError);
});
