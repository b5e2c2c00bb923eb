import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import type { MemberTask } from "./fit_member.ts";
import { fitMembers } from "./fit_members.ts";

const rows = {
  x: matrix(["kwh", "hour"], [1, 0, 3, 9, 2, 4, 5, 7]),
  heldOut: matrix(["kwh", "hour"], [2, 8, 5, 0]),
};
const tasks: MemberTask[] = [
  { detector: { name: "iqr" }, columns: ["kwh", "hour"], seed: 1 },
  { detector: { name: "iqr" }, columns: ["kwh", "hour"], seed: 2 },
];

Deno.test("fitMembers() counts the fit of a member as four fifths of it", async () => {
  const fractions: number[] = [];
  await fitMembers(rows, tasks, { workers: 0, onProgress: (share) => fractions.push(share) });
  // Two columns each, two members.
  assert.deepEqual(fractions, [0.2, 0.4, 0.7, 0.9]);
});

Deno.test("fitMembers() never goes back, in workers neither", async () => {
  const fractions: number[] = [];
  await fitMembers(rows, tasks, { workers: 2, onProgress: (share) => fractions.push(share) });
  assert.deepEqual(fractions, fractions.toSorted((a, b) => a - b));
  assert.equal(fractions.length, 4);
  assert.ok(Math.abs(fractions[3] - 0.8) < 1e-12);
});

Deno.test("fitMembers() refuses a number of workers that is none", async () => {
  for (const workers of [-1, 0.5, NaN]) {
    await assert.rejects(fitMembers(rows, tasks, { workers }), {
      name: "RangeError",
      message: "Cannot fit in workers as workers must be a whole number >= 1: " +
        `current value is ${workers}`,
    });
  }
});
