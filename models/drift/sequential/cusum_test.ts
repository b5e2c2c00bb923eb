import assert from "node:assert/strict";
import { random } from "../../random.ts";
import { cusum } from "./cusum.ts";
import { watch } from "./watch.ts";

Deno.test("cusum adds what lies beyond the slack, up and down, never below 0", () => {
  const detector = cusum({ mean: 10, deviation: 2 });
  // In deviations: 1, 2, -3, 0.5; beyond the slack of one half.
  const sums = [12, 14, 4, 11].map((_, i, values) => {
    const { up, down } = watch(detector, values.slice(0, i + 1));
    return [up, down];
  });
  assert.deepEqual(sums, [[0.5, 0], [2, 0], [0, 2.5], [0, 1.5]]);
});

Deno.test("cusum raises false alarms as seldom as its average run length says", () => {
  const detector = cusum({ averageRunLength: 465 }); // the table's limit is 5
  const next = random(21);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const { changes, seen } = watch(detector, Array.from({ length: 465 * 400 }, normal));
  // Runs are nearly exponential: 400 of them have a deviation of 20.
  assert.ok(Math.abs(changes - 400) < 60, `${changes} in ${seen}`);
});

Deno.test("cusum tells a mean that stays shifted again and again", () => {
  // 2.5 beyond the slack a value: the limit of 4 is passed by every second.
  const { changes, first } = watch(cusum({ averageRunLength: 168 }), new Array(10).fill(3));
  assert.deepEqual([changes, first], [5, 1]);
});

Deno.test("cusum refuses a slack that is not above 0", () => {
  assert.throws(() => cusum({ slack: 0 }), {
    name: "RangeError",
    message: "Cannot watch by CUSUM: expected a slack above 0, got 0",
  });
});
