import assert from "node:assert/strict";
import { parseFilter } from "./filter.ts";
import { runFilter } from "./run_filter.ts";

function read(filter: string) {
  return parseFilter(filter, runFilter);
}

// Filters, refusals and their words beyond these are in the recordings of MLflow's own server.

Deno.test("parseFilter() reads every comparator", () => {
  const compared = (filter: string) => {
    const [{ comparator, value }] = read(filter);
    return [comparator, value];
  };
  for (const sign of ["=", "!=", ">", ">=", "<", "<="]) {
    assert.deepEqual(compared(`metrics.a ${sign} 1`), [sign, 1]);
  }
  assert.deepEqual(compared("tags.a like 'x%'"), ["LIKE", "x%"]);
  assert.deepEqual(compared("run_id IN ('a', 'b')"), ["IN", ["a", "b"]]);
  assert.deepEqual(compared("run_id not in ('a')"), ["NOT IN", ["a"]]);
  assert.deepEqual(compared("tags.a IS NULL"), ["IS NULL", undefined]);
  assert.deepEqual(compared("tags.a is not null"), ["IS NOT NULL", undefined]);
});

Deno.test("parseFilter() joins by AND in any case, and reads nothing from nothing", () => {
  const filter = "tags.a = 'b and c' and metrics.d = 1 AND params.e = '2'";
  assert.deepEqual(read(filter).map(({ key }) => key), ["a", "d", "e"]);
  assert.deepEqual(read(""), []);
  assert.throws(() => read(" "), { message: "Invalid filter ' '. Could not be parsed." });
});

Deno.test("parseFilter() bounds what the database would choke on", () => {
  const comparisons = (count: number) => Array(count).fill("metrics.a = 1").join(" AND ");
  const list = (count: number) => `run_id IN (${Array(count).fill("'x'").join(", ")})`;
  assert.equal(read(comparisons(500)).length, 500);
  assert.throws(() => read(comparisons(501)), /at most 500 comparisons, got 501/);
  assert.equal(read(list(10_000)).length, 1);
  assert.throws(() => read(`${list(9_999)} AND ${list(2)}`), /at most 10000 values in lists, got/);
  assert.throws(() => read(" ".repeat(1_000_001)), /at most 1000000 char/);
});
