import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress } from "../../pipelines/mod.ts";
import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
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
  assert.match(told, /^history …\nhistory done in 0\.0 s\nrequest r7: \w+Error: /);
});
