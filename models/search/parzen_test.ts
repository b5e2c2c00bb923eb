import assert from "node:assert/strict";
import { random } from "../random.ts";
import { fitParzen, parzenDensity, sampleParzen } from "./parzen.ts";

Deno.test("fitParzen() sorts the places around the prior and takes the greater distance", () => {
  const places = [0.9, 0.1, 0.2, 0.8, 0.85, 0.86, 0.87, 0.88, 0.05];
  const { centres, widths } = fitParzen(places);
  assert.deepEqual(centres, [0.05, 0.1, 0.2, 0.5, 0.8, 0.85, 0.86, 0.87, 0.88, 0.9]);
  // The least width among nine places is 1 / 10; the prior has 1.
  const expected = [0.1, 0.1, 0.3, 1, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1];
  widths.forEach((width, i) => assert.ok(Math.abs(width - expected[i]) < 1e-12, `${i}: ${width}`));
});

Deno.test("fitParzen() believes the prior where nothing was observed", () => {
  assert.deepEqual(fitParzen([]), { centres: [0.5], widths: [1] });
});

Deno.test("parzenDensity() is the mean of Gaussians that are cut off", () => {
  // scipy.stats.truncnorm.pdf of N(0.5, 1) and N(0.2, 0.3) on [0, 1].
  const prior = fitParzen([]);
  const both = { centres: [0.2, 0.5], widths: [0.3, 1] };
  const expected = [
    [prior, 0.5, 1.0418289771969533],
    [prior, 0, 0.9194108453991883],
    [both, 0.2, 1.3920688990174308],
    [both, 0.9, 0.539630976795207],
  ] as const;
  for (const [density, place, value] of expected) {
    assert.ok(Math.abs(parzenDensity(density, place) - value) < 1e-6, `${place}`);
  }
});

Deno.test("parzenDensity() has the integral 1", () => {
  for (const places of [[], [0, 0, 1], [0.3, 0.31, 0.32, 0.7]]) {
    const density = fitParzen(places);
    const cells = 10_000;
    let sum = 0;
    for (let i = 0; i < cells; i++) sum += parzenDensity(density, (i + 0.5) / cells) / cells;
    assert.ok(Math.abs(sum - 1) < 1e-5, `${places}: ${sum}`);
  }
});

Deno.test("sampleParzen() draws by the density", () => {
  const density = fitParzen([0.1, 0.12, 0.15, 0.9]);
  const draw = random(11);
  const draws = 20_000;
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < draws; i++) {
    counts[Math.min(9, Math.floor(10 * sampleParzen(density, draw)))]++;
  }
  counts.forEach((count, tenth) => {
    let share = 0;
    for (let i = 0; i < 100; i++) {
      share += parzenDensity(density, tenth / 10 + (i + 0.5) / 1000) / 1000;
    }
    const deviation = Math.sqrt(draws * share * (1 - share));
    assert.ok(Math.abs(count - draws * share) < 4 * deviation, `tenth ${tenth}: ${count}`);
  });
});
