import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { type LateLabel, readLateLabels } from "./late_labels.ts";

async function read(text: string): Promise<LateLabel[]> {
  const file = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeTextFile(file, text);
    await using db = await openDatabase({ threads: 1 });
    return await readLateLabels(db, file);
  } finally {
    await Deno.remove(file);
  }
}

const HEADER = "meter_id,start,end,label";

Deno.test("readLateLabels() reads times with an offset and others as UTC, whatever the row order", async () => {
  const labels = await read(
    "who;label;end;start;meter_id\n" +
      "Ann;0;2024-01-02T00:00Z;2024-01-01T05:00+05:00;b\n" +
      "Bob;1;2024-01-01 02:00;2024-01-01;a\n",
  );
  const day = Date.UTC(2024, 0, 1);
  assert.deepEqual(labels, [
    { meterId: "a", from: day, to: day + 2 * 3_600_000, label: 1 },
    { meterId: "b", from: day, to: day + 24 * 3_600_000, label: 0 },
  ]);
});

Deno.test("readLateLabels() names the row that it cannot read", async () => {
  const good = "a,2024-01-01,2024-01-02,1";
  for (
    const [row, message] of [
      ["a,soon,2024-01-02,1", /row 2 in .*: expected a meter, a time "start" and a later time/],
      [
        "a,2024-01-02,2024-01-02,1",
        /got \[a, 2024-01-02T00:00:00.000Z, 2024-01-02T00:00:00.000Z\]/,
      ],
      [",2024-01-01,2024-01-02,1", /row 2 in .*: expected a meter/],
      ["a,2024-01-01,2024-01-02,maybe", /row 2 in .*: expected the label 0 or 1, got null/],
      ["a,2024-01-01,2024-01-02,2", /expected the label 0 or 1, got 2/],
    ] as const
  ) {
    await assert.rejects(read(`${HEADER}\n${good}\n${row}\n`), { name: "SyntaxError", message });
  }
});

Deno.test("readLateLabels() refuses a file without its columns or without rows", async () => {
  await assert.rejects(read("meter_id,start,label\na,2024-01-01,1\n"), {
    name: "RangeError",
    message: /expected each of the columns meter_id, start, end, label once, got \[meter_id, start/,
  });
  await assert.rejects(
    read(`${HEADER}\n`),
    /expected 1 to 1000000 rows below its header, got none/,
  );
});
