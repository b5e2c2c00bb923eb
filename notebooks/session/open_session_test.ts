import assert from "node:assert/strict";
import { openSession } from "./open_session.ts";

async function withHome(test: (home: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await test(home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("openSession() opens one context for calls at the same time, and none before a call", async () => {
  await withHome(async (home) => {
    let read = 0;
    await using session = openSession(() => (read++, { home }), () => 0);
    assert.equal(read, 0);
    const [one, other] = await Promise.all([session.context(), session.context()]);
    assert.equal(one, other);
    assert.equal((await session.workplace()).db, one.db);
    assert.equal(read, 1);
  });
});

Deno.test("openSession() opens anew after it was closed, and leaves no folder of its own", async () => {
  await withHome(async (home) => {
    const session = openSession(() => ({ home }), () => 0);
    const first = await session.workplace();
    await first.db.run("CREATE TABLE kept AS SELECT 1 AS one");
    await session.close();
    await session.close();
    await assert.rejects(Deno.stat(first.scratch), Deno.errors.NotFound);
    const second = await session.context();
    await assert.rejects(second.db.rows("FROM kept"), /does not exist/);
    await session.close();
  });
});

Deno.test("openSession() tries again after a failure", async () => {
  await withHome(async (home) => {
    let broken = true;
    await using session = openSession(() => {
      if (broken) throw new TypeError("Cannot read WATTBOOK_HOME from the environment");
      return { home };
    }, () => 0);
    await assert.rejects(session.context(), TypeError);
    broken = false;
    assert.deepEqual(await (await session.context()).db.rows("SELECT 1 AS one"), [{ one: 1 }]);
  });
});
