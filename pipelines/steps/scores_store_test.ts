import assert from "node:assert/strict";
import { join } from "node:path";
import {
  publishScoring,
  readScoring,
  scoresDirectory,
  scoringFile,
  type ScoringRecord,
} from "./scores_store.ts";

const record: ScoringRecord = {
  dataset: "hostel",
  model: "energy-anomaly",
  version: "1",
  members: ["iqr"],
  folder: "energy-anomaly-v1-00",
  rows: 2,
  anomalous_hours: 1,
  events: 1,
  from: "2024-01-01T00:00:00.000Z",
  to: "2024-01-01T01:00:00.000Z",
};

Deno.test("readScoring() is undefined before the first scoring", async () => {
  assert.equal(await readScoring(await Deno.makeTempDir(), "hostel"), undefined);
});

Deno.test("publishScoring() switches to a scoring and removes those before it", async () => {
  const home = await Deno.makeTempDir();
  const next = { ...record, version: "2", folder: "energy-anomaly-v2-01" };
  for (const { folder } of [record, next]) {
    await Deno.mkdir(join(scoresDirectory(home, "hostel"), folder), { recursive: true });
  }
  await publishScoring(home, next);
  assert.deepEqual(await readScoring(home, "hostel"), next);
  assert.deepEqual(
    [...Deno.readDirSync(scoresDirectory(home, "hostel"))].map(({ name }) => name).sort(),
    ["current.json", "energy-anomaly-v2-01"],
  );
});

Deno.test("scoringFile() quotes the path for SQL", () => {
  assert.equal(
    scoringFile("/it's", record, "events"),
    "read_parquet('/it''s/scores/hostel/energy-anomaly-v1-00/events.parquet')",
  );
});
