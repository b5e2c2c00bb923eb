import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress } from "../../pipelines/mod.ts";
import { writeHostelCsv } from "../../pipelines/hostel_csv_fixture.ts";
import { HOSTEL_START, openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
import { ingest } from "../../pipelines/steps/mod.ts";
import { hostelSource, silent } from "../../pipelines/trained_home_fixture.ts";
import { parseServerConfig } from "../config.ts";
import { openApp } from "./open_app.ts";
import { openWatchedEngine } from "./open_watched_engine.ts";

Deno.test("openApp() answers over the lake, and shows its failures beside the progress", async () => {
  await using hostel = await openScoredHostel();
  let told = "";
  const progress = createProgress({
    write: (text) => void (told += text),
    isTerminal: false,
    now: () => 0,
  });
  const { context, dataset } = hostel;
  await using engine = await openWatchedEngine(context, dataset, parseServerConfig({}), progress);
  engine.models.add(hostel.model);
  await using opened = await openApp(context, { ...engine, dataset }, {}, progress);
  const ask = (path: string) =>
    opened.app.fetch(
      new Request(`http://localhost${path}`, { headers: { "x-request-id": "r7" } }),
    );
  assert.match(await (await ask("/")).text(), /energy-anomaly version 3/);

  const report = join(
    context.config.home,
    "drift",
    dataset,
    "99991231T000000000Z-00c0ffee.json",
  );
  await Deno.writeTextFile(report, "{");
  assert.equal((await ask("/api/v1/drift/reports/latest")).status, 500);
  assert.match(told, /^request r7: \w+Error: /m);
});

Deno.test("an app follows the lake to new meters, and stays when the lake cannot be opened", async () => {
  await using hostel = await openScoredHostel();
  let told = "";
  const progress = createProgress({
    write: (text) => void (told += text),
    isTerminal: false,
    now: () => 0,
  });
  const { context, dataset } = hostel;
  const { home } = context.config;
  await using engine = await openWatchedEngine(context, dataset, parseServerConfig({}), progress);
  engine.models.add(hostel.model);
  await using opened = await openApp(context, { ...engine, dataset }, {}, progress);
  async function status(meter: string): Promise<number> {
    const readings = [{ meter, ts: new Date(HOSTEL_START).toISOString(), kwh: 1 }];
    const response = await opened.app.fetch(
      new Request("http://localhost/api/v1/score", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ readings }),
      }),
    );
    await response.body?.cancel();
    return response.status;
  }
  assert.deepEqual([await status("room-2-01"), await status("room-2-02")], [200, 404]);

  told = "";
  await opened.followLake();
  assert.equal(told, "");
  const file = join(home, "hostel.csv");
  await writeHostelCsv(file, { days: 7, roomsPerSize: 2 });
  await ingest(context, hostelSource(file), silent);
  assert.equal(await status("room-2-02"), 404);
  await opened.followLake();
  assert.equal(await status("room-2-02"), 200);

  const manifest = join(home, "lake", dataset, "manifest.json");
  await Deno.writeTextFile(manifest, "{}");
  await opened.followLake();
  await opened.followLake();
  assert.equal(await status("room-2-02"), 200);
  assert.match(told, /^history of [\w-]+ is new\nhistory of [\w-]+: SyntaxError: Cannot read /);
  assert.equal(told.match(/Cannot read the manifest/g)?.length, 1);
});
