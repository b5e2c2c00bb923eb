/** What every input form must do; each member's test runs it. */
import assert from "node:assert/strict";
import { RequestError } from "../request_error.ts";
import type { InputForm } from "./input_form.ts";

/** Writes a table in the form under test. */
export type Written = (
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
) => unknown;

/**
 * Writes a table as a list of records.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(asRecords(["a", "b"], [[1, 2]]), [{ a: 1, b: 2 }]);
 * ```
 */
export function asRecords(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, j) => [name, row[j]])));
}

const COLUMNS = ["hour", "month", "kwh"];

/**
 * Registers the conformance tests of a form.
 *
 * @param form The form under test.
 * @param write Writes a table in it, columns by name.
 */
export function testInputForm(form: InputForm, write: Written): void {
  const read = (columns: readonly string[], rows: readonly (readonly unknown[])[]) =>
    form.toMatrix(write(columns, rows), COLUMNS);

  Deno.test(`${form.key} reads columns by name in any order and null as missing`, () => {
    const x = read(["kwh", "hour", "month"], [[0.1, 1, 2], [null, 3, -4]]);
    assert.deepEqual(x.columns, COLUMNS);
    assert.equal(x.rows, 2);
    assert.deepEqual([...x.values], [1, 2, Math.fround(0.1), 3, -4, NaN]);
  });

  Deno.test(`${form.key} names a missing and a mistyped column, and leaves others unread`, () => {
    const month = new RegExp(`^Cannot read ${form.key}.*: column "month" is missing$`);
    refuses(() => read(["hour", "kwh"], [[1, 2]]), month);
    refuses(() => read(["hour", "Month", "kwh"], [[1, 2, 3]]), month);
    const x = read([...COLUMNS, "room"], [[1, 2, 3, "b1"], [4, 5, 6, null]]);
    assert.deepEqual([...x.values], [1, 2, 3, 4, 5, 6]);
  });

  Deno.test(`${form.key} reads numbers as pandas does`, () => {
    const x = read(COLUMNS, [["1e3", " -2 ", "NaN"], [true, 1e39, -Infinity]]);
    assert.deepEqual([...x.values], [1000, -2, NaN, 1, Infinity, -Infinity]);
  });

  Deno.test(`${form.key} does not take inherited properties for columns`, () => {
    const columns = ["constructor", "toString"];
    refuses(() => form.toMatrix(write(["toString"], [[1]]), columns), /"constructor" is missing/);
  });

  for (const [name, value, found] of UNREADABLE) {
    Deno.test(`${form.key} names the row and column of ${name}`, () => {
      const error = refuses(() => read(COLUMNS, [[1, 2, 3], [4, value, 6]]), found);
      assert.match(error.fields[0].field, /month/);
      assert.match(error.fields[0].field, /\[1\]/);
    });
  }

  for (const value of [null, 7, "text", true]) {
    Deno.test(`${form.key} refuses ${JSON.stringify(value)} in place of a table`, () => {
      refuses(
        () => form.toMatrix(value, COLUMNS),
        new RegExp(`^Cannot read ${form.key}: expected`),
      );
    });
  }
}

const UNREADABLE: readonly [name: string, value: unknown, found: RegExp][] = [
  ["text", "noon", /expected a number or null, got "noon"$/],
  ["an empty text", "", /expected a number or null, got ""$/],
  ["a list", [1], /expected a number or null, got a list$/],
  ["an object", {}, /expected a number or null, got an object$/],
];

function refuses(read: () => unknown, message: RegExp): RequestError {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof RequestError, String(error));
    assert.equal(error.status, 400);
    assert.match(error.message, message);
    assert.equal(error.fields.length, 1);
    return error;
  }
  assert.fail("expected a refusal");
}
