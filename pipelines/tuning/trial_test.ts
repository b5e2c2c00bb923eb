import assert from "node:assert/strict";
import { bestTrial, type Trial, trialText } from "./trial.ts";

function trial(value: number | null, share = 1, seconds = 1): Trial {
  return { detector: "knn", options: {}, share, value, seconds };
}

Deno.test("trialText() names what was chosen", () => {
  assert.equal(trialText(trial(1)), "knn (defaults)");
  assert.equal(
    trialText({ ...trial(1, 1 / 3), options: { neighbours: 9, method: "mean" } }),
    "knn neighbours=9 method=mean on 33 % of the rows",
  );
});

Deno.test("bestTrial() takes the earliest of equal ones and only what saw all rows", () => {
  const trials = [trial(0.2), trial(0.9, 1 / 9), trial(0.4, 1, 5), trial(0.4, 1, 6), trial(null)];
  assert.equal(bestTrial(trials), trials[2]);
  assert.equal(bestTrial([trial(null), trial(0.9, 1 / 3)]), undefined);
  assert.equal(bestTrial([]), undefined);
});
