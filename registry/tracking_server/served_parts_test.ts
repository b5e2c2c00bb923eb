import assert from "node:assert/strict";
import { createTrackingApp } from "./app.ts";
import type { ServedParts } from "./served_parts.ts";
import { openTrackingStore } from "./store.ts";

const records = [
  "/api/2.0/mlflow/experiments/get?experiment_id=0",
  "/ajax-api/2.0/mlflow/experiments/get?experiment_id=0",
  "/api/3.0/mlflow/server-info",
];
const proxy = [
  "/api/2.0/mlflow-artifacts/artifacts",
  "/ajax-api/2.0/mlflow-artifacts/artifacts?path=0",
];

async function statuses(parts: ServedParts, paths: readonly string[]): Promise<number[]> {
  const home = await Deno.makeTempDir();
  try {
    using store = openTrackingStore({ home, now: () => 0 });
    const app = createTrackingApp({ store, serves: parts });
    return await Promise.all(paths.map(async (path) => (await app.request(path)).status));
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("onlyServed() lets one half of the interface through, and health always", async () => {
  const paths = [...records, ...proxy, "/health"];
  assert.deepEqual(await statuses("all", paths), [200, 200, 200, 200, 200, 200]);
  assert.deepEqual(await statuses("tracking", paths), [200, 200, 200, 503, 503, 200]);
  assert.deepEqual(await statuses("artifacts", paths), [503, 503, 503, 200, 200, 200]);
  const sent = ["/get-artifact?run_id=r&path=a", "/model-versions/get-artifact", "/graphql"];
  const own = "/api/2.0/wattbook/registered-models/alias-history?name=a";
  assert.deepEqual(await statuses("artifacts", [...sent, own]), [503, 503, 503, 503]);
  assert.deepEqual(await statuses("tracking", [own]), [200]);
});

Deno.test("onlyServed() says why in plain text", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 0 });
    const app = createTrackingApp({ store, serves: "tracking" });
    const response = await app.request(proxy[0]);
    assert.match(response.headers.get("content-type") ?? "", /^text\/plain/);
    assert.match(
      await response.text(),
      /^Endpoint: .* disabled due to .*`--no-serve-artifacts`\. /,
    );
  }
  await Deno.remove(home, { recursive: true });
});
