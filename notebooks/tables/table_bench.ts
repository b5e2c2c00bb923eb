/** How long a table takes to show itself, after the query has given its columns. */
import { openDatabase } from "../../data/duckdb/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { tableOfColumns } from "./table.ts";

await using db = await openDatabase();
const numbers = Array.from(
  { length: 16 },
  (_, i) => `sin(i * ${i + 1}) * ${10 ** (i % 4)} AS x${i}`,
);
const table = tableOfColumns(
  await db.columns(`
    SELECT 'room-' || (i // 8760) AS meter_id, 'kind-' || (i % 5) AS kind,
      TIMESTAMP '2024-01-01' + to_hours(i % 8760) AS ts, i % 7 = 0 AS weekend, ${numbers.join(", ")}
    FROM range(1000000) r(i)`),
);

Deno.bench(`display of ${table.rows} rows × ${table.columns.length} columns`, () => {
  table[JUPYTER_DISPLAY]();
});

Deno.bench("toArquero() of the same", () => {
  table.toArquero();
});
