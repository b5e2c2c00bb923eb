import assert from "node:assert/strict";
import { join } from "node:path";
import { createExperiment, ensureExperiment, getExperimentByName } from "../client/mod.ts";
import { openEmbeddedTracking } from "./embedded.ts";

Deno.test("openEmbeddedTracking() shares its directory with another one", async () => {
  const home = await Deno.makeTempDir();
  {
    using first = openEmbeddedTracking({ home, now: () => 7 });
    using second = openEmbeddedTracking({ home, now: () => 8 });
    const id = await createExperiment(first.client, { name: "shared" });
    const seen = await getExperimentByName(second.client, "shared");
    assert.deepEqual([seen.experimentId, seen.creationTime], [id, 7]);
  }
  await Deno.remove(home, { recursive: true });
});

/** Writes an experiment from a thread that commits a while after it has begun. */
const slowWriter = `
  import { DatabaseSync } from "node:sqlite";
  onmessage = ({ data }) => {
    const database = new DatabaseSync(data);
    database.exec("BEGIN IMMEDIATE");
    database.exec("INSERT INTO experiments VALUES (NULL, 'energy', 'x', 'active', 1, 1)");
    postMessage("begun");
    setTimeout(() => {
      database.exec("COMMIT");
      database.close();
      close();
    }, 200);
  };
`;

Deno.test("openEmbeddedTracking() sees what another process writes while it waits", async () => {
  const home = await Deno.makeTempDir();
  {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const script = new Blob([slowWriter], { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(script), { type: "module" });
    await new Promise((resolve) => {
      worker.onmessage = resolve;
      worker.postMessage(join(home, "mlflow.db"));
    });
    assert.equal(await ensureExperiment(tracking.client, "energy"), "1");
    worker.terminate();
  }
  await Deno.remove(home, { recursive: true });
});
