import assert from "node:assert/strict";
import { openWorkplace } from "./workplace.ts";

Deno.test("openWorkplace() gives each a database and a folder of its own, and takes them away", async () => {
  const home = await Deno.makeTempDir();
  const one = await openWorkplace({ home });
  const other = await openWorkplace({ home });
  assert.notEqual(one.scratch, other.scratch);
  await one.db.run("CREATE TABLE t AS SELECT 1 AS a");
  await assert.rejects(other.db.rows("FROM t"), /does not exist/);
  await one[Symbol.asyncDispose]();
  await assert.rejects(Deno.stat(one.scratch), Deno.errors.NotFound);
  assert.ok((await Deno.stat(other.scratch)).isDirectory);
  await other[Symbol.asyncDispose]();
  await Deno.remove(home, { recursive: true });
});

Deno.test("openWorkplace() makes no tracking database", async () => {
  const home = await Deno.makeTempDir();
  await using _workplace = await openWorkplace({ home });
  assert.deepEqual(
    (await Array.fromAsync(Deno.readDir(home))).map(({ name }) => name).sort(),
    ["scratch"],
  );
});
