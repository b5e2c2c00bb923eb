import assert from "node:assert/strict";
import { atMost, checks, membersPresent, missing, refusalOf } from "./parameter_checks.ts";
import { WholeDouble } from "./python_values.ts";

Deno.test("checks.integer and checks.double take what Python's int() and float() take", () => {
  for (const value of [1, 1.5, true, "5", " -5 ", "1_0", 2n ** 70n, new WholeDouble("2.0")]) {
    assert.equal(checks.integer.pass(value), true, String(value));
  }
  for (const value of ["1.5", "", "noon", null, [1], {}]) {
    assert.equal(checks.integer.pass(value), false, String(value));
  }
  assert.deepEqual(["nan", "1e3", "-inf"].map(checks.double.pass), [true, true, true]);
  assert.deepEqual(["", "abc", [1]].map(checks.double.pass), [false, false, false]);
});

Deno.test("checks.texts leaves what is no list to the check of lists", () => {
  assert.deepEqual([["a"], [5], "a"].map(checks.texts.pass), [true, false, true]);
  assert.deepEqual([["a"], "a"].map(checks.array.pass), [true, false]);
  assert.deepEqual([true, "true"].map(checks.flag.pass), [true, false]);
});

Deno.test("atMost() reads numbers in every form and passes over the rest", () => {
  assert.deepEqual([10, 11, "11", 2n ** 70n, "many"].map(atMost(10).pass), [
    true,
    false,
    false,
    false,
    true,
  ]);
});

Deno.test("membersPresent() names the first member that is missing, null or empty", () => {
  const check = membersPresent("metrics", ["key", "value"]);
  assert.equal(check.pass([{ key: "a", value: 0 }]), true);
  for (const item of [{ key: "a" }, { key: "a", value: null }, { key: "a", value: "" }]) {
    assert.equal(
      check.pass([{ key: "a", value: 0 }, item]),
      "Missing value for required parameter 'metrics[1].value'.",
    );
  }
  assert.equal(check.pass("a"), true);
});

Deno.test("refusalOf() tells the first failure in order, types only where they are open", () => {
  const both = [checks.required, checks.text];
  assert.equal(refusalOf(both, undefined, "a", false)?.message, missing("a").message);
  assert.match(refusalOf(both, 5, "a", false)?.message ?? "", /^Invalid value 5 .*'int'/);
  assert.equal(refusalOf(both, 5, "a", true), undefined);
});
