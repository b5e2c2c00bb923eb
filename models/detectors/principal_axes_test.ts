import assert from "node:assert/strict";
import { leadingAxes, principalAxes } from "./principal_axes.ts";

const context = { seed: 1 };

Deno.test("principalAxes() finds the axes of an ellipse that stands askew", async () => {
  // Along (3, 4) / 5 the points lie at ±10, across it at ±5: variances 50 and 12.5.
  const points = Float64Array.of(6, 8, -6, -8, -4, 3, 4, -3);
  const { axes, shares } = await principalAxes(points, 2, context);
  [[0.6, 0.8], [0.8, -0.6]].flat().forEach((entry, i) => {
    assert.ok(Math.abs(axes.flat()[i] - entry) < 1e-15, `${axes}`);
  });
  [0.8, 0.2].forEach((share, i) => assert.ok(Math.abs(shares[i] - share) < 1e-15, `${shares}`));
});

Deno.test("principalAxes() leaves out directions that do not vary but for rounding", async () => {
  const points = Float64Array.from([1, 2, 3, 4, 5].flatMap((i) => [i, 3 * i + 1e-7 * (i % 2), 0]));
  const { axes, shares } = await principalAxes(points, 3, context);
  assert.equal(axes.length, 1);
  assert.ok(Math.abs(shares[0] - 1) < 1e-12);
});

Deno.test("principalAxes() of points that are all 0 is one axis", async () => {
  assert.deepEqual(await principalAxes(new Float64Array(4), 2, context), {
    axes: [[1, 0]],
    shares: [1],
  });
});

Deno.test("principalAxes() reports rows and stops when asked to", async () => {
  const points = Float64Array.from({ length: 2 * 2048 }, (_, i) => i % 7);
  const fractions: number[] = [];
  const stop = new AbortController();
  await assert.rejects(
    principalAxes(points, 2, {
      ...context,
      signal: stop.signal,
      onProgress(fraction) {
        fractions.push(fraction);
        if (fraction > 0) stop.abort();
      },
    }),
    { name: "AbortError" },
  );
  assert.deepEqual(fractions, [0, 0.5]);
});

Deno.test("leadingAxes() takes the fewest axes that hold the share, never all", () => {
  const all = { axes: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], shares: [0.5, 0.25, 0.25] };
  const counts = [0.1, 0.5, 0.6, 0.75, 0.9].map((keep) => leadingAxes(all, keep).length);
  assert.deepEqual(counts, [1, 1, 2, 2, 2]);
  assert.deepEqual(leadingAxes({ axes: [[1]], shares: [1] }, 0.5), []);
});
