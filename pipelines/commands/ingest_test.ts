import assert from "node:assert/strict";
import { join } from "node:path";
import { parseCommand } from "../command.ts";
import { openContext } from "../context.ts";
import { silent } from "../trained_home_fixture.ts";
import { ingest } from "./ingest.ts";

Deno.test("ingest tells readings, meters, rejected rows and issues, and keeps what it has", async () => {
  const home = await Deno.makeTempDir();
  const file = join(home, "rooms.csv");
  const rows = ["a,2024-01-01T00:00Z,1", "a,2024-01-01T01:00Z,-2", "a,2024-01-01T02:00Z,"];
  await Deno.writeTextFile(file, ["meter_id,ts,kwh", ...rows].join("\n"));
  await using context = await openContext({ home }, () => 0);
  const { options } = parseCommand(ingest.syntax, ["--file", file]);
  const { text, json } = await ingest.run(context, options, silent, []);
  const { issues, ...counts } = json as { issues: Record<string, number> };
  assert.deepEqual(counts, {
    dataset: "rooms",
    source: "file",
    readings: 2,
    meters: 1,
    rejected: 1,
  });
  assert.equal(issues.negative, 1);
  assert.equal(issues.non_finite, 1);
  assert.match(text, /^rooms from file: 2 readings of 1 meters\nissues: .*1 negative/);
  assert.match((await ingest.run(context, options, silent, [])).text, /already in the lake/);
});
