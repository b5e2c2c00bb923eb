import assert from "node:assert/strict";
import { join } from "node:path";
import { isBusy, openDatabase } from "./database.ts";

Deno.test("openDatabase() gives back every int64 exactly", () => {
  const database = openDatabase(":memory:");
  const row = database.first("SELECT ? AS small, ? AS large, ? AS real", 7, -(2n ** 63n), 0.5);
  assert.deepEqual(row, { small: 7, large: -(2n ** 63n), real: 0.5 });
  database.close();
});

Deno.test("transaction() takes everything back when its work throws", () => {
  const database = openDatabase(":memory:");
  const insert = "INSERT INTO registered_models VALUES (?, NULL, 0, 0)";
  assert.throws(() =>
    database.transaction(() => {
      database.run(insert, "a");
      throw new RangeError("Cannot go on");
    }), RangeError);
  assert.deepEqual(database.all("SELECT name FROM registered_models"), []);
  database.transaction(() => database.run(insert, "c"));
  assert.deepEqual(database.all("SELECT name FROM registered_models"), [{ name: "c" }]);
  database.close();
});

Deno.test("openDatabase() shares a file: another connection sees what was committed", async () => {
  const home = await Deno.makeTempDir();
  const [writer, reader] = [0, 1].map(() => openDatabase(join(home, "mlflow.db")));
  writer.run("INSERT INTO registered_models VALUES ('a', NULL, 0, 0)");
  assert.deepEqual(reader.all("SELECT name FROM registered_models"), [{ name: "a" }]);
  writer.close();
  reader.close();
  await Deno.remove(home, { recursive: true });
});

Deno.test("transaction() gives up on a file that another process keeps to itself", async () => {
  const home = await Deno.makeTempDir();
  const [holder, waiter] = [0, 1].map(() => openDatabase(join(home, "mlflow.db")));
  waiter.run("PRAGMA busy_timeout = 10");
  holder.transaction(() => {
    assert.throws(() => waiter.transaction(() => {}), (error) => isBusy(error));
    assert.deepEqual(waiter.all("SELECT name FROM registered_models"), []);
  });
  assert.equal(waiter.transaction(() => 7), 7);
  holder.close();
  waiter.close();
  await Deno.remove(home, { recursive: true });
});

Deno.test("openDatabase() enforces foreign keys", () => {
  const database = openDatabase(":memory:");
  assert.throws(
    () => database.run("INSERT INTO tags VALUES ('no such run', 'a', 'b')"),
    /FOREIGN KEY constraint failed/,
  );
  database.close();
});
