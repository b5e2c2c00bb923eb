import assert from "node:assert/strict";
import { problemSchema } from "./problem.ts";

Deno.test("problemSchema holds the example of RFC 9457 with our request id, and no success", () => {
  const problem = {
    type: "https://example.com/probs/out-of-credit",
    title: "You do not have enough credit.",
    status: 403,
    detail: "Your current balance is 30, but that costs 50.",
    request_id: "r7",
  };
  assert.deepEqual(problemSchema.parse(problem), problem);
  assert.equal(problemSchema.safeParse({ ...problem, status: 200 }).success, false);
});
