import assert from "node:assert/strict";
import { runLengthLimit } from "./run_length_limit.ts";

Deno.test("runLengthLimit() agrees with the tables of two-sided CUSUM charts", () => {
  // Montgomery, Introduction to Statistical Quality Control, tables 9.3 and 9.4 (k, h, ARL).
  for (
    const [slack, limit, length] of [[0.5, 4, 168], [0.5, 5, 465], [0.25, 8.01, 370], [
      1,
      2.52,
      370,
    ]]
  ) {
    const found = runLengthLimit(slack, length);
    assert.ok(Math.abs(found / limit - 1) < 0.02, `${slack}: ${found} instead of ${limit}`);
  }
});
