import assert from "node:assert/strict";
import type { Output } from "../documents/mod.ts";
import { outputsOf } from "../kernel_outputs_fixture.ts";

Deno.test("a cell shows the table of a query, and its error without a frame of the driver", async () => {
  const home = await Deno.makeTempDir();
  try {
    const [table, error] = await outputsOf(
      `import { sql } from "wattbook"; Deno.env.set("WATTBOOK_HOME", ${JSON.stringify(home)});`,
      "await sql`SELECT i, i / 2 AS half FROM range(${3}) r(i)`",
      "await sql`SELECT\n  whole FROM (SELECT 1 AS half)`",
    );
    assert.equal(table.output_type, "execute_result");
    const { data } = table as Output & { data: Record<string, string> };
    assert.deepEqual(Object.keys(data), ["text/html", "text/plain"]);
    assert.equal(data["text/plain"], "3 rows × 2 columns\ni  half\n0     0\n1   0.5\n2     1");
    assert.ok(error.output_type === "error");
    assert.deepEqual([error.ename, error.traceback], [
      "SqlError",
      [
        'SqlError: Cannot run the SQL: Referenced column "whole" not found in FROM clause!',
        'Candidate bindings: "half"',
        "",
        "1 │ SELECT",
        "2 │   whole FROM (SELECT 1 AS half)",
        "  │   ^",
      ],
    ]);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
});
