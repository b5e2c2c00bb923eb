import assert from "node:assert/strict";
import { random } from "../../models/mod.ts";
import { chancesOf } from "./chances.ts";

const draw = random(4);
const scores = Float64Array.from({ length: 20_000 }, () => draw());
/** A row of score s is anomalous with the chance 1 / (1 + exp(5 − 8 s)). */
const labels = Uint8Array.from(scores, (s) => draw() < 1 / (1 + Math.exp(5 - 8 * s)) ? 1 : 0);

Deno.test("chancesOf() finds the chances that labels were drawn by", () => {
  const judged = Float64Array.of(0, 0.25, 0.5, 0.75, 1);
  const chances = chancesOf(scores, labels, judged);
  judged.forEach((s, i) => {
    const expected = 1 / (1 + Math.exp(5 - 8 * s));
    assert.ok(Math.abs(chances![i] - expected) < 0.03, `${chances![i]} instead of ${expected}`);
  });
});

Deno.test("chancesOf() has none where labelled rows cannot tell", () => {
  const turned = labels.map((label) => 1 - label);
  for (const useless of [new Uint8Array(20_000), turned]) {
    assert.equal(chancesOf(scores, useless, scores), null);
  }
});
