import assert from "node:assert/strict";
import { join } from "node:path";
import {
  publishScoring,
  readScoring,
  scoresDirectory,
  SCORING_FILES,
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

/** Publishes a scoring whose files hold a text, and tells the folders that are left. */
async function publish(home: string, folder: string, text: string): Promise<string[]> {
  const scratch = await Deno.makeTempDir({ dir: home });
  for (const name of SCORING_FILES) await Deno.writeTextFile(`${scratch}/${name}.parquet`, text);
  await publishScoring({ config: { home }, scratch }, { ...record, folder });
  assert.equal((await readScoring(home, "hostel"))?.folder, folder);
  await Deno.remove(scratch, { recursive: true });
  return [...Deno.readDirSync(scoresDirectory(home, "hostel"))]
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name).sort();
}

Deno.test("publishScoring() keeps the scoring before it for those who read it, and no older one", async () => {
  const home = await Deno.makeTempDir();
  assert.deepEqual(await publish(home, "first", "1"), ["first"]);
  assert.deepEqual(await publish(home, "second", "2"), ["first", "second"]);
  assert.deepEqual(await publish(home, "third", "3"), ["second", "third"]);
  for (const name of SCORING_FILES) {
    const path = join(scoresDirectory(home, "hostel"), "third", `${name}.parquet`);
    assert.equal(await Deno.readTextFile(path), "3");
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("publishScoring() completes a folder that a kill left half done", async () => {
  const home = await Deno.makeTempDir();
  await Deno.mkdir(join(scoresDirectory(home, "hostel"), "first"), { recursive: true });
  await publish(home, "first", "1");
  const path = join(scoresDirectory(home, "hostel"), "first", "events.parquet");
  assert.equal(await Deno.readTextFile(path), "1");
  await Deno.remove(home, { recursive: true });
});

Deno.test("publishScoring() of several at once leaves the files of the one that is current", async () => {
  const home = await Deno.makeTempDir();
  const folders = ["a", "b", "c", "d", "e", "f"];
  await Promise.all(folders.map(async (folder) => {
    const scratch = await Deno.makeTempDir({ dir: home });
    for (const name of SCORING_FILES) {
      await Deno.writeTextFile(`${scratch}/${name}.parquet`, folder);
    }
    await publishScoring({ config: { home }, scratch }, { ...record, folder });
  }));
  const current = (await readScoring(home, "hostel"))!.folder;
  for (const name of SCORING_FILES) {
    const path = join(scoresDirectory(home, "hostel"), current, `${name}.parquet`);
    assert.equal(await Deno.readTextFile(path), current);
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("scoringFile() quotes the path for SQL", () => {
  assert.equal(
    scoringFile("/it's", record, "events"),
    "read_parquet('/it''s/scores/hostel/energy-anomaly-v1-00/events.parquet')",
  );
});
