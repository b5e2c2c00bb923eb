import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { explainSqlError, SqlError } from "./sql_error.ts";

async function errorOf(query: string): Promise<SqlError> {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE readings (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE)");
  try {
    await db.columns(query);
  } catch (error) {
    return explainSqlError(error, query) as SqlError;
  }
  throw new Error("Cannot go on: the query was expected to fail");
}

/** What stands above the mark. */
function marked({ message }: SqlError): string {
  const lines = message.split("\n");
  const at = lines.findIndex((line) => /│ +\^$/.test(line));
  return lines[at - 1].slice(lines[at].indexOf("^"));
}

Deno.test("explainSqlError() marks the word that DuckDB means", async () => {
  assert.match(marked(await errorOf("SELECT *\nFROM readingz\nWHERE kwh > 1")), /^readingz/);
  assert.match(marked(await errorOf("SELECT 'é', 'ü', suum(kwh) FROM readings")), /^suum/);
  assert.match(marked(await errorOf("SELECT kwh,\n  sum(kwh\nFROM readings")), /^FROM readings/);
});

Deno.test("explainSqlError() keeps DuckDB's suggestions", async () => {
  assert.match((await errorOf("FROM readingz")).message, /Did you mean "readings"\?/);
  assert.match((await errorOf("SELECT kwhh FROM readings")).message, /Candidate bindings: "kwh"/);
  assert.match(
    (await errorOf("SELECT date_trunc('day', 3)")).message,
    /Candidate functions:\n\tdate_trunc\(VARCHAR, DATE\)/,
  );
});

Deno.test("explainSqlError() marks the place in a line that DuckDB cuts", async () => {
  const columns = Array.from({ length: 30 }, (_, i) => `kwh AS column_${i}`).join(", ");
  const error = await errorOf(`SELECT ${columns}, kwhh, ${columns} FROM readings`);
  assert.match(marked(error), /^kwhh/);
  assert.ok(error.message.split("\n").every((line) => line.length < 120));
});

Deno.test("explainSqlError() shows two lines around the place", async () => {
  const { message, line } = await errorOf("SELECT\n1,\n2,\n3,\nkwhh,\n4,\n5,\n6\nFROM readings");
  assert.equal(line, 5);
  assert.deepEqual(message.split("\n").filter((one) => one.includes("│")), [
    "3 │ 2,",
    "4 │ 3,",
    "5 │ kwhh,",
    "  │ ^",
    "6 │ 4,",
    "7 │ 5,",
  ]);
});

Deno.test("explainSqlError() names no line where DuckDB names none", async () => {
  const error = await errorOf("SELECT error('the meter is unknown')");
  assert.equal(error.line, undefined);
  assert.equal(error.message, "Cannot run the SQL: the meter is unknown");
});

Deno.test("explainSqlError() shows nothing of the driver in the stack, and keeps it as cause", async () => {
  const error = await errorOf("FROM readingz");
  assert.equal(error.stack, `SqlError: ${error.message}`);
  assert.match((error.cause as Error).message, /^Catalog Error/);
});

Deno.test("explainSqlError() leaves other errors as they are", () => {
  const other = new TypeError("Cannot bind");
  assert.equal(explainSqlError(other, ""), other);
  assert.equal(explainSqlError("text", ""), "text");
});
