import assert from "node:assert/strict";
import { z } from "zod";
import { fieldErrors } from "./field_errors.ts";

const schema = z.strictObject({ a: z.array(z.strictObject({ b: z.string() })) });
function errorsOf(value: unknown, path: readonly PropertyKey[] = []) {
  return fieldErrors(schema.safeParse(value).error?.issues ?? [], path);
}

Deno.test("fieldErrors() writes paths as a sender would, and one error per unknown key", () => {
  assert.deepEqual(errorsOf({ a: [{ b: "x" }, { b: 1, c: 2, d: 3 }] }), [
    { field: "a[1].b", message: "expected string, received number" },
    { field: "a[1].c", message: "unknown key" },
    { field: "a[1].d", message: "unknown key" },
  ]);
  assert.deepEqual(errorsOf({ a: 1 }, ["lines", 4]), [
    { field: "lines[4].a", message: "expected array, received number" },
  ]);
});

Deno.test("fieldErrors() calls the whole value the body", () => {
  assert.deepEqual(errorsOf(7), [{ field: "body", message: "expected object, received number" }]);
});
