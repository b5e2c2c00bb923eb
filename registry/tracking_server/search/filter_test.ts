import assert from "node:assert/strict";
import { parseFilter } from "./filter.ts";

Deno.test("parseFilter() reads every comparator", () => {
  const read = (filter: string) => {
    const [{ comparator, value }] = parseFilter(filter);
    return [comparator, value];
  };
  for (const sign of ["=", "!=", ">", ">=", "<", "<="]) {
    assert.deepEqual(read(`metrics.a ${sign} 1`), [sign, 1]);
  }
  assert.deepEqual(read("tags.a like 'x%'"), ["LIKE", "x%"]);
  assert.deepEqual(read("tags.a ILIKE 'x%'"), ["ILIKE", "x%"]);
  assert.deepEqual(read("run_id IN ('a', 'b')"), ["IN", ["a", "b"]]);
  assert.deepEqual(read("run_id not in ('a')"), ["NOT IN", ["a"]]);
  assert.deepEqual(read("tags.a IS NULL"), ["IS NULL", undefined]);
  assert.deepEqual(read("tags.a is not null"), ["IS NOT NULL", undefined]);
});

Deno.test("parseFilter() joins by AND in any case, and reads nothing from nothing", () => {
  assert.deepEqual(parseFilter("a = 'b and c' and d = 1 AND e = 2").map(({ key }) => key), [
    "a",
    "d",
    "e",
  ]);
  assert.deepEqual(parseFilter("  "), []);
});

Deno.test("parseFilter() refuses what is no comparison", () => {
  const wrong = [
    "a",
    "a =",
    "= 1",
    "a = b",
    "a == 1",
    "a = 1 OR b = 2",
    "(a = 1)",
    "a = 1 AND",
    "AND",
    "AND a = 1",
    "a = 1 AND AND b = 2",
    "a IN ()",
    "a IN ('x'",
    "a IN ('x',)",
    "a IN (1)",
    "a IS 'x'",
    "a = 1 2",
    "'a' = 1",
  ];
  for (const filter of wrong) {
    assert.throws(() => parseFilter(filter), /Invalid clause\(s\) in filter string/, filter);
  }
});

Deno.test("parseFilter() bounds what the database would choke on", () => {
  const comparisons = (count: number) => Array(count).fill("a = 1").join(" AND ");
  const list = (count: number) => `a IN (${Array(count).fill("'x'").join(", ")})`;
  assert.equal(parseFilter(comparisons(500)).length, 500);
  assert.throws(() => parseFilter(comparisons(501)), /at most 500 comparisons, got/);
  assert.equal(parseFilter(list(10_000)).length, 1);
  assert.throws(
    () => parseFilter(`${list(9_999)} AND ${list(2)}`),
    /at most 10000 values in lists, got/,
  );
  assert.throws(() => parseFilter(" ".repeat(1_000_001)), /at most 1000000 char/);
});
