import assert from "node:assert/strict";
import { selectMembers } from "./select_members.ts";

Deno.test("selectMembers() adds what raises the value most and stops where nothing does", () => {
  // The worth of a set of numbers is how near its mean comes to 5.
  const near = (members: readonly number[]) =>
    -Math.abs(members.reduce((sum, member) => sum + member, 0) / members.length - 5);
  // 6 alone is 1 off; with 4 it is exact.
  assert.deepEqual(selectMembers([0, 6, 4.5, 4, 20], near), [4.5, 6, 4]);
  assert.deepEqual(selectMembers([6, 4, 9], near), [6, 4]);
  assert.deepEqual(selectMembers([5, 4, 6], near), [5]);
});

Deno.test("selectMembers() takes the earlier of equal ones and may take all", () => {
  assert.deepEqual(selectMembers(["a", "b"], () => 1), ["a"]);
  assert.deepEqual(selectMembers(["a", "b", "c"], (members) => members.length), ["a", "b", "c"]);
});

Deno.test("selectMembers() refuses to choose among none", () => {
  assert.throws(() => selectMembers([], () => 1), {
    name: "RangeError",
    message: "Cannot select members: expected at least one, got none",
  });
});
