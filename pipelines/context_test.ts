import assert from "node:assert/strict";
import { createExperiment, getExperimentByName } from "../registry/mod.ts";
import { createTrackingApp, openTrackingStore } from "../registry/tracking_server/mod.ts";
import { openContext } from "./context.ts";

async function withHome(use: (home: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await use(home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

function scratchFolders(home: string): number {
  return [...Deno.readDirSync(`${home}/scratch`)].filter((entry) => entry.isDirectory).length;
}

Deno.test("openContext() keeps the registry in the home, by the given clock", async () => {
  await withHome(async (home) => {
    {
      await using context = await openContext({ home }, () => 7);
      assert.equal(context.trackingPlace, `${home}/mlflow`);
      assert.equal(context.now(), 7);
      await createExperiment(context.registry, { name: "kept" });
    }
    await using again = await openContext({ home }, () => 8);
    assert.equal((await getExperimentByName(again.registry, "kept")).creationTime, 7);
  });
});

Deno.test("openContext() talks to the server of MLFLOW_TRACKING_URI and keeps no registry", async () => {
  await withHome(async (home) => {
    using store = openTrackingStore({ home: `${home}/elsewhere`, now: () => 3 });
    const { fetch } = createTrackingApp({ store });
    const seen: (string | null)[] = [];
    await using server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen() {} },
      (request) => {
        seen.push(request.headers.get("authorization"));
        return fetch(request);
      },
    );
    const uri = `http://127.0.0.1:${server.addr.port}`;
    const tracking = { uri, credentials: { token: "t" } };
    await using context = await openContext({ home, tracking }, () => 7);
    assert.equal(context.trackingPlace, uri);
    await createExperiment(context.registry, { name: "remote" });
    assert.deepEqual(
      store.database.first("SELECT creation_time FROM experiments WHERE name = 'remote'"),
      { creation_time: 3 },
    );
    assert.deepEqual(seen, ["Bearer t"]);
    assert.deepEqual([...Deno.readDirSync(home)].map(({ name }) => name).sort(), [
      "elsewhere",
      "scratch",
    ]);
  });
});

Deno.test("openContext() gives DuckDB a folder of its own to spill to, and removes it", async () => {
  await withHome(async (home) => {
    {
      await using first = await openContext({ home }, () => 0);
      await using second = await openContext({ home }, () => 0);
      const [a, b] = await Promise.all(
        [first, second].map(({ db }) =>
          db.rows<{ folder: string }>("SELECT current_setting('temp_directory') AS folder")
        ),
      );
      assert.notEqual(a[0].folder, b[0].folder);
      assert.equal(scratchFolders(home), 2);
    }
    assert.equal(scratchFolders(home), 0);
  });
});

Deno.test("openContext() leaves nothing open when the registry is of a newer release", async () => {
  await withHome(async (home) => {
    {
      using store = openTrackingStore({ home: `${home}/mlflow`, now: () => 0 });
      store.database.run("PRAGMA user_version = 999");
    }
    await assert.rejects(openContext({ home }, () => 0), {
      name: "RangeError",
      message: /^Cannot open a tracking database of a newer release/,
    });
    assert.equal(scratchFolders(home), 0);
  });
});
