import assert from "node:assert/strict";
import { mostByChance } from "./most_by_chance.ts";

Deno.test("mostByChance() is the 95 % quantile of the binomial distribution", () => {
  // scipy.stats.binom.ppf(0.95, n, 0.05)
  const quantiles = [[0, 0], [1, 0], [2, 1], [7, 1], [8, 2], [20, 3], [100, 9], [1000, 62]];
  for (const [count, most] of quantiles) assert.equal(mostByChance(count, 0.05), most, `${count}`);
});

Deno.test("mostByChance() holds for many meters, where probabilities are tiny", () => {
  // scipy.stats.binom.ppf(0.95, 100000, 0.05)
  assert.equal(mostByChance(100_000, 0.05), 5114);
});
