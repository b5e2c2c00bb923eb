import assert from "node:assert/strict";
import { causalAttention } from "./attention.ts";
import reference from "./layers_reference.json" with { type: "json" };

Deno.test("causalAttention() weighs the past by softmax of the products", () => {
  // One head of width one: q, k, v of three steps.
  const projected = Float64Array.of(1, 1, 10, 2, 0, 20, -1, 3, 30);
  const share = (...scores: number[]) => {
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    return scores.map((score) => Math.exp(score) / total);
  };
  const second = share(2, 0);
  const third = share(-1, 0, -3);
  const expected = [
    10,
    second[0] * 10 + second[1] * 20,
    third[0] * 10 + third[1] * 20 + third[2] * 30,
  ];
  const mixed = causalAttention(projected, 3, 1);
  expected.forEach((value, at) => assert.ok(Math.abs(mixed[at] - value) < 1e-12));
});

Deno.test("causalAttention() never hears a later step", () => {
  const { projected, steps, heads } = reference.attention;
  const x = Float64Array.from(projected);
  const stride = x.length / steps;
  const before = causalAttention(x, steps, heads);
  const changed = x.map((value, at) => at >= (steps - 1) * stride ? value + 1 : value);
  const after = causalAttention(changed, steps, heads);
  const earlier = (steps - 1) * stride / 3;
  assert.deepEqual(after.subarray(0, earlier), before.subarray(0, earlier));
  assert.notDeepEqual(after.subarray(earlier), before.subarray(earlier));
});

Deno.test("causalAttention() stands products beyond the reach of exp", () => {
  const mixed = causalAttention(Float64Array.of(0, 0, 1, 100, 100, 2), 2, 1);
  assert.deepEqual([...mixed], [1, 2]);
});

Deno.test("causalAttention() gives what NumPy gives, in two heads", () => {
  const { projected, steps, heads, y } = reference.attention;
  const ours = causalAttention(Float64Array.from(projected), steps, heads);
  assert.equal(ours.length, y.length);
  y.forEach((value, at) => assert.ok(Math.abs(ours[at] - value) < 1e-12, `value ${at}`));
});
