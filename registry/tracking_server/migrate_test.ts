import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/mod.ts";

Deno.test("migrate() counts what it ran and runs nothing twice", () => {
  const database = openDatabase(":memory:");
  assert.deepEqual(database.first("PRAGMA user_version"), { user_version: migrations.length });
  database.run("INSERT INTO registered_models VALUES ('kept', NULL, 0, 0)");
  migrate(database);
  assert.deepEqual(database.all("SELECT name FROM registered_models"), [{ name: "kept" }]);
  database.close();
});

Deno.test("migrate() brings a file of the first release up to this one and keeps its rows", () => {
  const database = openDatabase(":memory:");
  const added = [
    ...["logged_model_metrics", "webhooks"],
    ...["alias_moves", "run_deletions", "orphaned_artifacts"],
  ];
  for (const table of added) database.run(`DROP TABLE ${table}`);
  database.run("PRAGMA user_version = 1");
  database.run("INSERT INTO registered_models VALUES ('kept', NULL, 0, 0)");
  migrate(database);
  assert.deepEqual(database.all("SELECT key FROM logged_model_metrics"), []);
  assert.deepEqual(database.all("SELECT name FROM registered_models"), [{ name: "kept" }]);
  database.close();
});

Deno.test("migrate() refuses a file of a newer release", () => {
  const database = openDatabase(":memory:");
  database.run(`PRAGMA user_version = ${migrations.length + 1}`);
  assert.throws(() => migrate(database), {
    name: "RangeError",
    message:
      `Cannot open a tracking database of a newer release: expected at most ${migrations.length} migrations, got ${
        migrations.length + 1
      }`,
  });
  database.close();
});

const opener = `
  import { openDatabase } from "${new URL("./database.ts", import.meta.url)}";
  console.log("ready");
  for await (const path of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    console.log(openDatabase(path).first("PRAGMA user_version").user_version);
  }
`;

/** A process that opens every path it is told and answers with the migrations it has seen. */
function startOpener() {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-check", "--ext=ts", opener],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const answers = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const paths = process.stdin.getWriter();
  return {
    ask: (path: string) => paths.write(new TextEncoder().encode(path)),
    answer: async () => (await answers.read()).value?.trim(),
    async stop() {
      await paths.close();
      await answers.cancel();
      await process.status;
    },
  };
}

Deno.test("migrate() by several processes at once makes a new file once", async () => {
  const directory = await Deno.makeTempDir();
  const openers = [startOpener(), startOpener(), startOpener()];
  for (const { answer } of openers) assert.equal(await answer(), "ready");
  for (let round = 0; round < 100; round++) {
    await Promise.all(openers.map(({ ask }) => ask(`${directory}/${round}.db`)));
    const seen = await Promise.all(openers.map(({ answer }) => answer()));
    assert.deepEqual(seen, openers.map(() => String(migrations.length)));
  }
  for (const { stop } of openers) await stop();
  await Deno.remove(directory, { recursive: true });
});

Deno.test("migrate() leaves the database of another program as it is", async () => {
  const home = await Deno.makeTempDir();
  const file = join(home, "other.db");
  {
    using other = new DatabaseSync(file);
    other.exec("CREATE TABLE alembic_version (version_num TEXT)");
  }
  assert.throws(() => openDatabase(file), {
    name: "RangeError",
    message: /got one of another program with the table "alembic_version"$/,
  });
  {
    using other = new DatabaseSync(file);
    const tables = other.prepare("SELECT name FROM sqlite_master").all();
    assert.deepEqual(tables.map(({ name }) => name), ["alembic_version"]);
  }
  await Deno.remove(home, { recursive: true });
});
