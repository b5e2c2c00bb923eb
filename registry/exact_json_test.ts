import assert from "node:assert/strict";
import fc from "fast-check";
import { parseExact, stringifyExact } from "./exact_json.ts";

Deno.test("parseExact() keeps every int64 digit and ordinary numbers as numbers", () => {
  assert.deepEqual(
    parseExact('{"a":9223372036854775807,"b":-9223372036854775808,"c":9.0,"d":1e300}'),
    { a: 9223372036854775807n, b: -9223372036854775808n, c: 9, d: 1e300 },
  );
});

Deno.test("parseExact() throws SyntaxError on what is not JSON", () => {
  assert.throws(() => parseExact('{"value": NaN}'), SyntaxError);
  assert.throws(() => parseExact(""), SyntaxError);
});

Deno.test("stringifyExact() names non-finite doubles", () => {
  assert.equal(
    stringifyExact([NaN, Infinity, -Infinity, 1.5]),
    '["NaN","Infinity","-Infinity",1.5]',
  );
});

Deno.test("parseExact() inverts stringifyExact() for every int64", () => {
  fc.assert(fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
    assert.equal(BigInt(parseExact(stringifyExact(value)) as number | bigint), value);
  }));
});
