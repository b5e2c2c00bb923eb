import assert from "node:assert/strict";
import { join } from "node:path";
import { createClient, createRun } from "../../registry/mod.ts";
import { createTrackingApp, openTrackingStore } from "../../registry/tracking_server/mod.ts";
import { startTask } from "../task_fixture.ts";

function runMeta(id: string): string {
  return `experiment_id: '7'\nrun_id: ${id}\nrun_name: ${id}\nstart_time: 5\nend_time: 6\nstatus: 3\n`;
}

async function withHome(use: (home: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await use(home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

async function writeRun(root: string, id: string, meta = runMeta(id)): Promise<void> {
  await Deno.mkdir(join(root, "7", id, "params"), { recursive: true });
  await Deno.writeTextFile(join(root, "7", id, "meta.yaml"), meta);
  await Deno.writeTextFile(join(root, "7", id, "params", "depth"), "8");
  await Deno.writeTextFile(join(root, "7", "meta.yaml"), "experiment_id: '7'\nname: energy\n");
}

async function imported(source: string, home: string, environment = {}) {
  await using task = startTask("mlflow", ["import", source, "--json"], home, { environment });
  const { code, out, err } = await task.outcome;
  return {
    code,
    err,
    json: out === "" ? undefined : JSON.parse(out.trimEnd().split("\n").at(-1)!),
  };
}

Deno.test("mlflow import ends with 1 after naming what is malformed, and has imported the rest", async () => {
  await withHome(async (home) => {
    const root = join(home, "mlruns");
    await writeRun(root, "good");
    await writeRun(root, "bad", "run_id: [");
    const { code, json } = await imported(root, join(home, "wattbook"));
    assert.equal(code, 1);
    assert.equal(json.source, `file://${root}`);
    assert.deepEqual(json.runs, { imported: 1, before: 0 });
    assert.deepEqual(json.problems.map(({ place }: { place: string }) => place), [
      "mlruns/7/bad/meta.yaml",
    ]);
    await writeRun(root, "bad");
    const again = await imported(root, join(home, "wattbook"));
    assert.deepEqual([again.code, again.json.runs], [0, { imported: 1, before: 1 }]);
  });
});

Deno.test("mlflow import brings runs of a server to another, but not to itself", async () => {
  await withHome(async (home) => {
    using from = openTrackingStore({ home: join(home, "from"), now: () => 5 });
    const { fetch } = createTrackingApp({ store: from });
    const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, fetch);
    const address = `http://127.0.0.1:${server.addr.port}`;
    const client = createClient({ baseUrl: address });
    await createRun(client, { experimentId: "0", runName: "a", startTime: 5 });

    const { code, json } = await imported(`${address}/`, join(home, "to"));
    assert.deepEqual([code, json.source, json.runs.imported], [0, address, 1]);

    const itself = await imported(address, join(home, "to"), { MLFLOW_TRACKING_URI: address });
    assert.equal(itself.code, 2);
    assert.match(itself.err, /expected another server than that of MLFLOW_TRACKING_URI\n$/);
    await server.shutdown();
  });
});

Deno.test("mlflow import goes on after being killed again and again", async () => {
  await withHome(async (home) => {
    const root = join(home, "mlruns");
    const ids = Array.from({ length: 60 }, (_, i) => `run${i}`);
    for (const id of ids) await writeRun(root, id);
    const wattbook = join(home, "wattbook");
    for (let kills = 0; kills < 4; kills++) {
      await using task = startTask("mlflow", ["import", root], wattbook);
      await task.seen(/Import file:/);
      await new Promise((resolve) => setTimeout(resolve, 20 + 60 * kills));
      task.kill("SIGKILL");
      await task.outcome;
    }
    const { code, json } = await imported(root, wattbook);
    assert.equal(code, 0);
    assert.equal(json.runs.imported + json.runs.before, 60);
    using store = openTrackingStore({ home: join(wattbook, "mlflow"), now: () => 0 });
    const rows = store.database.all(
      `SELECT run_name, status, end_time, value FROM runs JOIN params USING (run_id)
       ORDER BY run_name`,
    );
    assert.deepEqual(
      rows,
      ids.sort().map((run_name) => ({ run_name, status: "FINISHED", end_time: 6, value: "8" })),
    );
  });
});
