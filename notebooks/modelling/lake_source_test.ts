import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { openSource, sources } from "../../data/mod.ts";
import { openContext } from "../../pipelines/context.ts";
import { ingest } from "../../pipelines/steps/mod.ts";
import { lakeSource } from "./lake_source.ts";

const quiet = {
  step: <T>(_: string, body: (onProgress: () => void) => T | Promise<T>) =>
    Promise.resolve(body(() => {})),
  note() {},
  seconds: {},
};

Deno.test("lakeSource() brings what is stored, so that ingesting it keeps it", async () => {
  const home = await Deno.makeTempDir();
  {
    await using context = await openContext({ home }, () => 0);
    const hostel = sources.syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days: 2 });
    const first = await ingest(context, hostel, quiet);
    const again = await ingest(context, lakeSource("synthetic-hostel"), quiet);
    assert.deepEqual([first.kept, again.kept], [false, true]);
    assert.deepEqual(again.manifest, first.manifest);
  }
  await using db = await openDatabase({ threads: 1 });
  const opened = await openSource(db, lakeSource("synthetic-hostel"), { home, fetch });
  assert.deepEqual(await db.rows("SELECT count(*) AS readings FROM readings"), [
    { readings: opened.readings },
  ]);
  assert.deepEqual(await db.rows("SELECT count(*) AS hours FROM weather"), [{ hours: 48 }]);
  await Deno.remove(home, { recursive: true });
});

Deno.test("lakeSource() says which dataset is not there", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(lakeSource("gone").load(db, { home: "/nowhere", fetch }), {
    message: 'Cannot load "gone": the lake in /nowhere has no such dataset',
  });
});
