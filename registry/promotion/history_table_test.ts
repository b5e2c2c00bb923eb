import assert from "node:assert/strict";
import { historyTable } from "./history_table.ts";

const move = {
  kind: "promotion",
  name: "a",
  alias: "champion",
  by: "Ada",
  at: "1970-01-01T00:00:00.000Z",
  confirmed: true,
  happened: true,
} as const;

Deno.test("historyTable() shows each move and where the aliases are", () => {
  const moves = [
    { ...move, to: "1", reason: "First" },
    { ...move, from: "1", to: "2", reason: "Better", confirmed: false, happened: false },
    { ...move, from: "3", to: "1", reason: "Worse", kind: "rollback" as const },
  ];
  assert.equal(
    historyTable({ name: "a", aliases: { champion: "1", challenger: "2" }, moves }),
    `
| when                     | alias    | from | to | what                          | by  | reason |
| ------------------------ | -------- | ---- | -- | ----------------------------- | --- | ------ |
| 1970-01-01T00:00:00.000Z | champion | –    | 1  | promotion                     | Ada | First  |
| 1970-01-01T00:00:00.000Z | champion | 1    | 2  | promotion that did not happen | Ada | Better |
| 1970-01-01T00:00:00.000Z | champion | 3    | 1  | rollback                      | Ada | Worse  |

champion is version 1
challenger is version 2, not where the last recorded move left it
`.trim(),
  );
});
