import assert from "node:assert/strict";
import { categoryCodes } from "./category_codes.ts";
import { withTables } from "./tables_fixture.ts";

function column(values: readonly string[]): string {
  return `SELECT unnest([${values.join(", ")}]) AS "the ""room"""`;
}

Deno.test("categoryCodes() numbers values by how often the reference has them", () =>
  withTables(
    column(["'b'", "'a'", "'c'", "NULL", "'c'", "'c'", "'b'"]),
    column(["'c'", "'z'", "NULL", "'a'"]),
    async ({ db }) => {
      const codes = await categoryCodes(db, 'the "room"');
      assert.deepEqual(codes?.reference.toSorted(), Float32Array.of(0, 0, 0, 1, 1, 2, NaN));
      assert.deepEqual(codes?.current.toSorted(), Float32Array.of(0, 2, 1e6, NaN));
    },
  ));

Deno.test("categoryCodes() gives the twenty most frequent a number each and the others one", () => {
  const named = Array.from({ length: 20 }, (_, i) => `'n${String(i).padStart(2, "0")}'`);
  return withTables(
    column([...named, ...named, "'x'", "'y'"]),
    column(["'n00'", "'n19'", "'y'", "'x'"]),
    async ({ db }) => {
      const codes = await categoryCodes(db, 'the "room"');
      assert.deepEqual(codes?.current.toSorted(), Float32Array.of(0, 19, 20, 20));
    },
  );
});

Deno.test("categoryCodes() does not take names for categories, nor nothing", async () => {
  const names = (count: number) => `SELECT 'm' || i AS "the ""room""" FROM range(${count}) t(i)`;
  await withTables(names(1000), names(1), async ({ db }) => {
    assert.notEqual(await categoryCodes(db, 'the "room"'), undefined);
  });
  await withTables(names(1001), names(1), async ({ db }) => {
    assert.equal(await categoryCodes(db, 'the "room"'), undefined);
  });
  await withTables(column(["NULL::VARCHAR"]), column(["'a'"]), async ({ db }) => {
    assert.equal(await categoryCodes(db, 'the "room"'), undefined);
  });
});
