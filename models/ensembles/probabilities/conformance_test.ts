import assert from "node:assert/strict";
import { criteria } from "./conformance.ts";
import { probabilities } from "./mod.ts";
import { fromPlattState } from "./platt.ts";
import type { Probability, ProbabilityMap } from "./probability.ts";

for (const probability of Object.values(probabilities)) {
  for (const { name, check } of criteria) {
    Deno.test(`the probability ${probability.name} ${name}`, () => check(probability));
  }
}

Deno.test("criteria catch maps that fall, expect too much, look at places, forget, or spoil", () => {
  const map = fromPlattState({ kind: "platt", slope: 8, intercept: -4 });
  const like = (spoilt: Partial<ProbabilityMap>): ProbabilityMap => ({ ...map, ...spoilt });
  const broken: Probability["fit"][] = [
    () => like({ probability: (score) => 1 - score }),
    () => like({ probability: () => 1 }),
    (scores) => like({ toJSON: () => scores[0] }),
    () => like({ probability: (score) => score }),
    (scores) => like({ probability: () => scores.fill(0)[0], toJSON: () => scores.fill(0)[0] }),
    () => map,
  ];
  criteria.forEach(({ check }, i) => {
    const probability: Probability = {
      name: "broken",
      fit(scores, labels) {
        const fitted = broken[i](scores, labels);
        fitted.probability(0);
        return fitted;
      },
    };
    assert.throws(() => check(probability), assert.AssertionError);
  });
});
