import assert from "node:assert/strict";
import { join } from "node:path";
import { type LakeManifest, openLake, readManifest } from "../data/mod.ts";
import { openDatabase } from "../data/duckdb/mod.ts";
import { random } from "../models/mod.ts";
import {
  downloadArtifact,
  getDownloadUri,
  getRegisteredModel,
  type ModelVersion,
  type RegistryClient,
  searchModelVersions,
  searchRegisteredModels,
  sha256,
} from "../registry/mod.ts";
import { openEmbeddedTracking } from "../registry/tracking_server/mod.ts";
import { featureViews } from "./features/mod.ts";
import { CSV_TIME_ZONE, writeHostelCsv } from "./hostel_csv_fixture.ts";
import { runTask, startTask } from "./task_fixture.ts";

const KILLS = 10;

/** The step in which a command publishes; a moment drawn from a whole run seldom falls into it. */
const PUBLISHING = { ingest: "store", train: "register" } as const;
/** Share of a whole run that such a step takes. */
const STEP_SHARE = 0.025;

function commandLine(home: string): string[] {
  return ["--file", join(home, "hostel.csv"), "--time-zone", CSV_TIME_ZONE, "--json"];
}

/** Waits until a moment, or until the task is done. */
async function pause(ms: number, outcome: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([promise, outcome]);
  clearTimeout(timer);
}

/** All files under a folder, by their paths within it. */
function filesUnder(folder: string, under = ""): string[] {
  return [...Deno.readDirSync(`${folder}/${under}`)].flatMap(({ name, isDirectory }) =>
    isDirectory ? filesUnder(folder, `${under}${name}/`) : [under + name]
  ).sort();
}

/** Fails unless there is no lake yet, or all that its manifest lists is there and can be read. */
async function requireWholeLake(home: string): Promise<LakeManifest | undefined> {
  const manifest = await readManifest(home, "hostel");
  if (manifest === undefined) return undefined;
  for (const file of manifest.files) {
    const bytes = await Deno.readFile(join(home, "lake/hostel", file.path));
    assert.deepEqual([bytes.length, await sha256(bytes)], [file.bytes, file.sha256], file.path);
  }
  await using db = await openDatabase({ threads: 1 });
  await openLake(db, home, "hostel");
  const [counts] = await db.rows(`
    SELECT (SELECT count(*) FROM readings) AS readings, (SELECT count(*) FROM meters) AS meters,
      (SELECT count(*) FROM issues) AS issues, (SELECT count(*) FROM rejected) AS rejected`);
  const { readings, meters, issues, rejected } = manifest;
  assert.deepEqual(counts, { readings, meters, issues, rejected });
  return manifest;
}

async function requirePackage(client: RegistryClient, version: ModelVersion): Promise<void> {
  const digests: Record<string, string> = JSON.parse(version.tags["wattbook.digest"]);
  assert.equal(Object.keys(digests).length, 11 + featureViews.length);
  const uri = await getDownloadUri(client, version);
  for (const [path, digest] of Object.entries(digests)) {
    assert.equal(await sha256(await downloadArtifact(client, uri, path)), digest, path);
  }
}

/** Fails unless every version has all its files and every alias points to a version. */
async function requireWholeVersions(home: string): Promise<string[]> {
  using tracking = openEmbeddedTracking({ home: join(home, "mlflow"), now: () => 0 });
  const { client } = tracking;
  const versions = await Array.fromAsync(searchModelVersions(client));
  for (const version of versions) await requirePackage(client, version);
  const numbers = versions.map(({ version }) => version);
  for await (const { name } of searchRegisteredModels(client)) {
    const { aliases } = await getRegisteredModel(client, name);
    for (const to of Object.values(aliases)) assert.ok(numbers.includes(to), to);
  }
  return numbers;
}

/** Runs a task undisturbed in a home of its own and tells how many milliseconds it took. */
async function duration(name: "ingest" | "train"): Promise<number> {
  const home = await Deno.makeTempDir();
  await writeHostelCsv(join(home, "hostel.csv"));
  const started = performance.now();
  const { code, err } = await runTask(name, commandLine(home), home);
  const took = performance.now() - started;
  assert.equal(code, 0, err);
  await Deno.remove(home, { recursive: true });
  return took;
}

Deno.test("ingest and train killed at any moment leave nothing half done", async (t) => {
  const home = await Deno.makeTempDir();
  const csv = join(home, "hostel.csv");
  const draw = random(20);
  let days = 200;
  let killed = 0;

  for (const name of ["ingest", "train"] as const) {
    const whole = await duration(name);
    for (let kill = 0; kill < KILLS; kill++) {
      const step = kill % 2 === 0 ? PUBLISHING[name] : undefined;
      await t.step(`${name}, kill ${kill + 1}${step ? ` in step ${step}` : ""}`, async () => {
        // Other days are another lake to write; one that is kept has nothing to lose.
        await writeHostelCsv(csv, { days: ++days });
        await using task = startTask(name, commandLine(home), home);
        if (step !== undefined) await task.seen(new RegExp(`^${step} …$`, "m"));
        await pause(draw() * whole * (step === undefined ? 1 : STEP_SHARE), task.outcome);
        task.kill("SIGKILL");
        if ((await task.outcome).code !== 0) killed++;
        await requireWholeLake(home);
        await requireWholeVersions(home);
      });
    }
  }
  assert.ok(killed >= KILLS, `${killed} of ${2 * KILLS} came before the end`);

  await t.step("the next train succeeds and clears what was left", async () => {
    const before = await requireWholeVersions(home);
    await writeHostelCsv(csv, { days: ++days });
    const { code, out, err } = await runTask("train", commandLine(home), home);
    assert.equal(code, 0, err);
    const { version, alias } = JSON.parse(out);
    assert.deepEqual([version, alias], [String(before.length + 1), "champion"]);
    assert.equal((await requireWholeVersions(home)).length, before.length + 1);

    const listed = (await requireWholeLake(home))?.files.map(({ path }) => path) ?? [];
    assert.deepEqual(filesUnder(join(home, "lake/hostel")), ["manifest.json", ...listed].sort());
    assert.equal(filesUnder(join(home, "features")).length, 1);
    assert.deepEqual(filesUnder(join(home, "scratch")), ["lock"]);
  });

  await Deno.remove(home, { recursive: true });
});
