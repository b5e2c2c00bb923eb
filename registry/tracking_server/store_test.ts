import assert from "node:assert/strict";
import { openTrackingStore } from "./store.ts";

Deno.test("openTrackingStore() makes the default experiment once and keeps it", async () => {
  const home = await Deno.makeTempDir();
  for (const time of [5, 9]) {
    using store = openTrackingStore({ home, now: () => time });
    assert.deepEqual(store.database.all("SELECT * FROM experiments"), [{
      experiment_id: 0,
      name: "Default",
      artifact_location: "mlflow-artifacts:/0",
      lifecycle_stage: "active",
      creation_time: 5,
      last_update_time: 5,
    }]);
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("openTrackingStore() gives ids of 32 hexadecimal digits, each one new", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 0 });
    const [a, b] = [store.randomId(), store.randomId()];
    assert.match(a, /^[0-9a-f]{32}$/);
    assert.notEqual(a, b);
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("openTrackingStore() keeps no database where clients write files", async () => {
  const home = await Deno.makeTempDir();
  const options = { home, artifactsDirectory: home, now: () => 0 };
  assert.throws(() => openTrackingStore(options), {
    name: "RangeError",
    message:
      `Cannot open a store: expected the database outside of the artifacts in "${home}", got "${home}/mlflow.db"`,
  });
  assert.deepEqual([...Deno.readDirSync(home)], []);
  await Deno.remove(home, { recursive: true });
});
