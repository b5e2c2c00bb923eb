import assert from "node:assert/strict";
import { CSV_START, writeHostelCsv } from "./hostel_csv_fixture.ts";

Deno.test("writeHostelCsv() writes six rooms of hourly readings, the same each time", async () => {
  const [a, b] = [await Deno.makeTempFile(), await Deno.makeTempFile()];
  await writeHostelCsv(a, { days: 3 });
  await writeHostelCsv(b, { days: 3 });
  const text = await Deno.readTextFile(a);
  assert.equal(await Deno.readTextFile(b), text);
  const [header, ...lines] = text.trimEnd().split("\n");
  assert.equal(header, "meter_id,ts,kwh");
  const rows = lines.map((line) => line.split(","));
  assert.deepEqual([...new Set(rows.map(([meter]) => meter))], [
    "room-2-01",
    "room-2-02",
    "room-4-01",
    "room-4-02",
    "room-6-01",
    "room-6-02",
  ]);
  const end = CSV_START + 3 * 86_400_000;
  for (const [meter, ts, kwh] of rows) {
    const at = Date.parse(ts);
    assert.ok(at >= CSV_START && at < end && at % 3_600_000 === 0, `${meter} ${ts}`);
    assert.ok(Number(kwh) > 0, `${meter} ${ts} ${kwh}`);
  }
  assert.equal(new Set(lines.map((line) => line.split(",", 2).join())).size, lines.length);
  for (const path of [a, b]) await Deno.remove(path);
});

Deno.test("writeHostelCsv() lets a test edit the lines below the header", async () => {
  const path = await Deno.makeTempFile();
  await writeHostelCsv(path, { days: 1 });
  const [header, ...lines] = (await Deno.readTextFile(path)).trimEnd().split("\n");
  await writeHostelCsv(path, { days: 1, edit: (given) => given.toReversed() });
  const edited = (await Deno.readTextFile(path)).trimEnd().split("\n");
  assert.deepEqual(edited, [header, ...lines.toReversed()]);
  await Deno.remove(path);
});
