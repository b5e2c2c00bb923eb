import assert from "node:assert/strict";
import { openTrackingStore } from "../store.ts";
import { readRoute } from "./route_data.ts";

Deno.test("readRoute() answers as the endpoint does over HTTP, refusals included", async () => {
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 7 });
  const { experiments } = await readRoute(store, "experiments/search", { max_results: 5 });
  assert.deepEqual(experiments?.map(({ name, creation_time }) => [name, creation_time]), [
    ["Default", 7],
  ]);
  await assert.rejects(readRoute(store, "runs/get", { run_id: "none" }), {
    errorCode: "RESOURCE_DOES_NOT_EXIST",
    message: "Run with id=none not found",
  });
});
