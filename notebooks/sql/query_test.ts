import assert from "node:assert/strict";
import { table } from "../tables/mod.ts";
import { parseQuery, type SqlInput } from "./query.ts";

function parse(parts: TemplateStringsArray, ...inputs: SqlInput[]) {
  return parseQuery(parts, inputs, (i) => `rows_${i}`);
}

Deno.test("parseQuery() binds values and never writes them into the text", () => {
  const evil = "'; DROP TABLE readings; --";
  const { text, params } = parse`SELECT ${evil}, ${1.5}, ${true}, ${null}`;
  assert.equal(text, "SELECT $1, $2, $3, $4");
  assert.deepEqual(params, [evil, 1.5, true, null]);
});

Deno.test("parseQuery() binds times and large integers as text that DuckDB reads exactly", () => {
  const { text, params } = parse`SELECT ${new Date(1.5e12)}, ${2n ** 70n}`;
  assert.equal(text, "SELECT CAST($1 AS TIMESTAMP), CAST($2 AS HUGEINT)");
  assert.deepEqual(params, ["2017-07-14T02:40:00.000", "1180591620717411303424"]);
});

Deno.test("parseQuery() makes lists of arrays, typed ones and empty ones too", () => {
  const { text, params } = parse`SELECT ${["a", null]}, ${new Float64Array([1, 2])}, ${[]}`;
  assert.equal(text, "SELECT [$1, $2], [$3, $4], []");
  assert.deepEqual(params, ["a", null, 1, 2]);
});

Deno.test("parseQuery() names relations for tables and arrays of objects", () => {
  const rooms = table([{ room: "r1" }]);
  const prices = [{ hour: 0 }];
  const { text, params, relations } = parse`FROM ${rooms} JOIN ${prices} USING (hour)`;
  assert.equal(text, "FROM rows_0 JOIN rows_1 USING (hour)");
  assert.deepEqual(params, []);
  assert.deepEqual(relations, [{ name: "rows_0", rows: rooms }, { name: "rows_1", rows: prices }]);
});

Deno.test("parseQuery() says what it expects in place of anything else", () => {
  const refused = (input: unknown) => () => parse`SELECT ${input as SqlInput}`;
  assert.throws(refused(undefined), { name: "TypeError", message: /got undefined$/ });
  assert.throws(refused({ a: 1 }), { name: "TypeError", message: /got an object$/ });
  assert.throws(refused(Promise.resolve(1)), { message: /got a promise: write await before it$/ });
  assert.throws(refused([undefined]), { message: /got undefined$/ });
  assert.throws(refused(() => 1), { message: /got a function$/ });
  assert.throws(refused(new Float64Array(10_001)), {
    name: "RangeError",
    message: /^Cannot bind a list of 10001 values as at most 10000 may be bound/,
  });
});
