import assert from "node:assert/strict";
import { random } from "../../random.ts";
import { consensusWeights } from "./consensus_weights.ts";
import reference from "./consensus_weights_reference.json" with { type: "json" };

/** The weights of members from rows of their scores. */
async function weightsOf(rows: number[][]): Promise<number[]> {
  const members = rows[0].map((_, m) => `member ${m}`);
  const scores = { members, rows: rows.length, values: Float64Array.from(rows.flat()) };
  const fitted = await consensusWeights().fit(scores, { seed: 7 });
  return JSON.parse(JSON.stringify(fitted)).weights;
}

Deno.test("consensusWeights() agrees with NumPy's weighted covariance", async () => {
  const weights = await weightsOf(reference.scores);
  weights.forEach((weight, m) =>
    assert.ok(Math.abs(weight - reference.weights[m]) < 1e-12, `member ${m}: ${weight}`)
  );
  assert.equal(weights[4], 0, "the contrary member");
});

Deno.test("consensusWeights() hardly hears members of noise", async () => {
  const draw = random(3);
  const rows = Array.from({ length: 2000 }, (_, row) => {
    const truth = row < 20 ? 0.9 : 0.3 * draw();
    const keen = Array.from({ length: 4 }, () => truth + 0.1 * draw());
    return [draw(), ...keen, draw()];
  });
  const [first, ...others] = await weightsOf(rows);
  const last = others.pop() ?? NaN;
  assert.ok(first < 0.05 && last < 0.05, `${first} and ${last}`);
  assert.ok(others.every((weight) => weight > 0.2), `${others}`);
});

Deno.test("consensusWeights() weighs all alike where none agrees with the rest", async () => {
  assert.deepEqual(await weightsOf([[0.9, 0.1], [0.1, 0.9]]), [0.5, 0.5]);
  assert.deepEqual(await weightsOf([[0.3, 0.3], [0.3, 0.3]]), [0.5, 0.5]);
  assert.deepEqual(await weightsOf([[0.9], [0.1]]), [1]);
});
