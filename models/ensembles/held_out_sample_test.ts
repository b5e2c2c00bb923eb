import assert from "node:assert/strict";
import { matrix, selectRows } from "../matrix.ts";
import { random } from "../random.ts";
import { heldOutSample } from "./held_out_sample.ts";

const draw = random(3);
const many = matrix(
  ["a"],
  Float32Array.from({ length: 60_000 }, () => Math.floor(draw() * 20_000)),
);
const above = Uint8Array.from(many.values, (value) => value >= 10_000 ? 1 : 0);

Deno.test("heldOutSample() draws 50,000 rows, each with its own label", () => {
  const { rows, labels } = heldOutSample(many, above, { seed: 7 });
  assert.equal(rows.rows, 50_000);
  assert.deepEqual(labels, Uint8Array.from(rows.values, (value) => value >= 10_000 ? 1 : 0));
});

Deno.test("heldOutSample() draws the same rows whether their labels are known or not", () => {
  assert.deepEqual(
    heldOutSample(many, above, { seed: 7 }).rows,
    heldOutSample(many, undefined, { seed: 7 }).rows,
  );
  assert.notDeepEqual(
    heldOutSample(many, undefined, { seed: 8 }).rows,
    heldOutSample(many, undefined, { seed: 7 }).rows,
  );
});

Deno.test("heldOutSample() does not see the order of the rows, nor of equal ones with other labels", () => {
  const labels = Uint8Array.from({ length: many.rows }, (_, row) => row % 3 === 0 ? 1 : 0);
  const backwards = Uint32Array.from({ length: many.rows }, (_, i) => many.rows - 1 - i);
  assert.deepEqual(
    heldOutSample(selectRows(many, backwards), labels.toReversed(), { seed: 7 }),
    heldOutSample(many, labels, { seed: 7 }),
  );
});

Deno.test("heldOutSample() refuses labels that are not one 0 or 1 per row", () => {
  const x = matrix(["a"], [1, 2]);
  assert.throws(() => heldOutSample(x, Uint8Array.of(1), { seed: 7 }), {
    name: "RangeError",
    message: "Cannot draw held-out rows: expected 2 labels, got 1",
  });
  assert.throws(() => heldOutSample(x, Uint8Array.of(1, 2), { seed: 7 }), {
    name: "RangeError",
    message: "Cannot draw held-out rows: expected labels of 0 and 1, got 2",
  });
});
