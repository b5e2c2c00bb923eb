import assert from "node:assert/strict";
import type { Trial } from "./trial.ts";
import { chooseOptions, compareOnTest, tuningTable } from "./tuning_report.ts";

const trial: Trial = { detector: "knn", options: {}, share: 1, value: 0.5, seconds: 1 };
const pca: Trial = { ...trial, detector: "pca" };

Deno.test("chooseOptions() keeps the defaults where nothing is better on validation meters", () => {
  const choices = chooseOptions([
    trial,
    pca,
    { ...trial, options: { neighbours: 9 }, value: 0.5 },
    { ...pca, options: { keep: 0.5 }, value: 0.75 },
    { ...trial, options: { neighbours: 3 }, value: 0.9, share: 1 / 9 },
    { ...pca, options: { keep: 0.6 }, value: null },
  ]);
  assert.deepEqual(choices, {
    knn: { options: {}, trials: 3, validation: { default: 0.5, chosen: 0.5 } },
    pca: { options: { keep: 0.5 }, trials: 3, validation: { default: 0.5, chosen: 0.75 } },
  });
});

Deno.test("chooseOptions() can choose where the defaults are refused, and leaves out who always is", () => {
  const refused = { value: null, refused: "Cannot fit" };
  const choices = chooseOptions([
    { ...trial, ...refused },
    { ...pca, ...refused },
    { ...trial, options: { neighbours: 1 }, value: 0.25 },
  ]);
  assert.deepEqual(choices, {
    knn: { options: { neighbours: 1 }, trials: 2, validation: { default: null, chosen: 0.25 } },
  });
});

Deno.test("compareOnTest() compares within each meter", () => {
  // The same gain on every meter leaves no doubt about it, however different the meters are.
  const figures = { default: [0, 0.5, 0.25], chosen: [0.25, 0.75, 0.5] };
  assert.deepEqual(compareOnTest(figures, 1), {
    default: 0.25,
    chosen: 0.5,
    difference: 0.25,
    difference_ci: [0.25, 0.25],
  });
  assert.deepEqual(compareOnTest({ default: null, chosen: [0.25, 0.75] }, 1), {
    default: null,
    chosen: 0.5,
    difference: null,
    difference_ci: null,
  });
});

Deno.test("tuningTable() has the best on validation meters first and both sides", () => {
  const choices = {
    knn: {
      options: {},
      trials: 1,
      validation: { default: 0.5, chosen: 0.5 },
      test: compareOnTest({ default: [0.25], chosen: [0.25] }, 1),
    },
    pca: {
      options: { keep: 0.5 },
      trials: 4,
      validation: { default: null, chosen: 0.75 },
      test: compareOnTest({ default: null, chosen: [0.125] }, 1),
    },
  };
  const [, , first, second] = tuningTable(choices).split("\n")
    .map((line) => line.replaceAll(/ +/g, " "));
  assert.equal(first, "| pca keep=0.5 | 4 | – | 0.750 | – | 0.125 | – |");
  assert.equal(
    second,
    "| knn (defaults) | 1 | 0.500 | 0.500 | 0.250 | 0.250 | 0.000 (0.000 to 0.000) |",
  );
});
