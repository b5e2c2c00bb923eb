import assert from "node:assert/strict";
import { expectedAnswers } from "./difference.ts";

const theirs = [{ name: "a", status: 500 }, { name: "b", status: 200, json: { runs: [] } }];

Deno.test("expectedAnswers() takes an answer of ours, or that to another request", () => {
  const ours = { runs: { a: { as: "b" }, b: { status: 204 } } } as const;
  assert.deepEqual(expectedAnswers("runs", theirs, [{ reason: "Why", ours }]), [
    { name: "a", status: 200, json: { runs: [] } },
    { name: "b", status: 204 },
  ]);
  assert.deepEqual(expectedAnswers("models", theirs, [{ reason: "Why", ours }]), theirs);
});

Deno.test("expectedAnswers() refuses to explain what nobody asked", () => {
  const explain = (ours: object) => () =>
    expectedAnswers("runs", theirs, [{ reason: "Why", ours: { runs: ours } as never }]);
  assert.throws(explain({ c: { status: 204 } }), /Cannot explain "c": runs has no such request/);
  assert.throws(explain({ a: { as: "c" } }), /Cannot answer as "c": no such request/);
});
