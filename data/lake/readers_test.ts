import assert from "node:assert/strict";
import { cleanReadings } from "../clean_readings.ts";
import { type Database, openDatabase } from "../duckdb/mod.ts";
import { syntheticHostel } from "../sources/synthetic_hostel.ts";
import { openLake } from "./open_lake.ts";
import { lakeTurn, pinFiles, pinnedFiles } from "./readers.ts";
import { writeLake } from "./write_lake.ts";

const DATASET = "synthetic-hostel";

/** Runs `main(home)` of this text in a process of its own. */
function start(home: string, main: string) {
  const from = (path: string) => JSON.stringify(new URL(path, import.meta.url));
  const script = `
    import { cleanReadings } from ${from("../clean_readings.ts")};
    import { openDatabase } from ${from("../duckdb/mod.ts")};
    import { syntheticHostel } from ${from("../sources/synthetic_hostel.ts")};
    import { openLake } from ${from("./open_lake.ts")};
    import { writeLake } from ${from("./write_lake.ts")};
    ${write}
    await (${main})(Deno.args[0]);`;
  return new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-check", "--ext=ts", script, home],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

/** Writes a lake whose every file with readings is another for each seed. */
async function write(home: string, seed: number) {
  await using db = await openDatabase({ threads: 1 });
  const source = syntheticHostel({ seed, start: Date.UTC(2024, 0, 30), days: 4 });
  const loaded = await source.load(db, { home, fetch });
  await cleanReadings(db);
  return await writeLake(db, { home, loaded, issues: [] });
}

async function energy(db: Database): Promise<number> {
  const [row] = await db.rows<{ kwh: number }>("SELECT sum(kwh) AS kwh FROM readings");
  return row.kwh;
}

function files(folder: string, under = ""): string[] {
  return [...Deno.readDirSync(`${folder}/${under}`)].flatMap((entry) =>
    entry.isDirectory ? files(folder, `${under}${entry.name}/`) : [under + entry.name]
  ).sort();
}

async function withHome(test: (home: string, folder: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await test(home, `${home}/lake/${DATASET}`);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("a lake can be opened and read at any moment while another process rewrites it", async () => {
  await withHome(async (home, folder) => {
    await write(home, 100);
    const old = await openDatabase({ threads: 1 });
    await openLake(old, home, DATASET);
    const before = await energy(old);

    let writing = true;
    const writer = start(
      home,
      "async (home) => { for (let seed = 0; seed < 12; seed++) await write(home, seed); }",
    );
    const done = writer.output().then(({ success }) => {
      writing = false;
      return success;
    });
    const seen = new Set<number>();
    while (writing) {
      await using db = await openDatabase({ threads: 1 });
      await openLake(db, home, DATASET);
      seen.add(await energy(db));
    }
    assert.ok(await done);
    assert.ok(seen.size > 1, "the lake was never read while it changed");
    assert.equal(await energy(old), before);
    await old.close();

    const { files: listed } = await write(home, 200);
    assert.deepEqual(files(folder), ["manifest.json", ...listed.map(({ path }) => path)].sort());
    assert.deepEqual(files(`${folder}.readers`), ["lock"]);
  });
});

Deno.test("a writer keeps the files of readers that live and removes those of one that is killed", async () => {
  await withHome(async (home, folder) => {
    const first = await write(home, 1);
    const reader = start(
      home,
      `async (home) => {
        await openLake(await openDatabase({ threads: 1 }), home, "${DATASET}");
        console.log("open");
        setInterval(() => {}, 1000);
      }`,
    );
    const output = reader.stdout.getReader();
    await output.read();
    const listed = ({ files }: typeof first) => files.map(({ path }) => path);
    const second = await write(home, 2);
    assert.deepEqual(
      files(folder),
      [...new Set(["manifest.json", ...listed(first), ...listed(second)])].sort(),
    );
    reader.kill("SIGKILL");
    await output.cancel();
    await reader.status;
    const third = await write(home, 3);
    assert.deepEqual(files(folder), ["manifest.json", ...listed(third)].sort());
  });
});

Deno.test("pinnedFiles() lists what is held, once per holder, and lets holders go in any order", async () => {
  await withHome(async (_, folder) => {
    using _turn = await lakeTurn(folder);
    assert.deepEqual(await pinnedFiles(folder), []);
    const first = await pinFiles(folder, ["a", "b"]);
    const second = await pinFiles(folder, ["b"]);
    assert.deepEqual((await pinnedFiles(folder)).sort(), ["a", "b", "b"]);
    await first[Symbol.asyncDispose]();
    assert.deepEqual(await pinnedFiles(folder), ["b"]);
    // The home may be gone before its last reader.
    await Deno.remove(`${folder}.readers`, { recursive: true });
    await second[Symbol.asyncDispose]();
  });
});

Deno.test("openLake() holds one lake at a time per database", async () => {
  await withHome(async (home, folder) => {
    const first = await write(home, 1);
    await using db = await openDatabase({ threads: 1 });
    for (let time = 0; time < 2; time++) await openLake(db, home, DATASET);
    assert.equal((await pinnedFiles(folder)).length, first.files.length);
  });
});
