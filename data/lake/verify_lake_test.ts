import assert from "node:assert/strict";
import { cleanReadings } from "../clean_readings.ts";
import { openDatabase } from "../duckdb/mod.ts";
import { syntheticHostel } from "../sources/synthetic_hostel.ts";
import { verifyLake } from "./verify_lake.ts";
import { writeLake } from "./write_lake.ts";

const DATASET = "synthetic-hostel";

Deno.test("verifyLake() gives the manifest of a whole lake and nothing of a damaged one", async () => {
  const home = await Deno.makeTempDir();
  await using db = await openDatabase({ threads: 1 });
  const source = syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days: 2 });
  const loaded = await source.load(db, { home, fetch });
  await cleanReadings(db);
  const write = () => writeLake(db, { home, loaded, issues: [] });
  const manifest = await write();
  assert.deepEqual(await verifyLake(home, DATASET), manifest);

  const folder = `${home}/lake/${DATASET}`;
  const path = `${folder}/${manifest.files[0].path}`;
  const bytes = await Deno.readFile(path);
  const damages = {
    missing: () => Deno.remove(path),
    short: () => Deno.truncate(path, 10),
    changed: () => Deno.writeFile(path, bytes.map((byte, i) => i === 50 ? byte ^ 1 : byte)),
    "without a manifest": () => Deno.remove(`${folder}/manifest.json`),
    "with a cut manifest": () => Deno.truncate(`${folder}/manifest.json`, 10),
    "with another manifest": () => Deno.writeTextFile(`${folder}/manifest.json`, "{}"),
  };
  for (const [what, damage] of Object.entries(damages)) {
    await damage();
    assert.equal(await verifyLake(home, DATASET), undefined, what);
    assert.deepEqual(await write(), manifest);
    assert.deepEqual(await verifyLake(home, DATASET), manifest);
  }
  await Deno.remove(home, { recursive: true });
});
