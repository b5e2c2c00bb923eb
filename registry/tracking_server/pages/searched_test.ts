import assert from "node:assert/strict";
import { openTrackingStore } from "../store.ts";
import { searched } from "./searched.ts";

Deno.test("searched() gives what was found, or the search's own words", async () => {
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 7 });
  const { found, error } = await searched(store, "experiments/search", { max_results: 1 });
  assert.deepEqual([found?.experiments?.[0].name, error], ["Default", undefined]);
  assert.deepEqual(
    await searched(store, "experiments/search", { max_results: 1, filter: "name > 'a'" }),
    {
      error: "Invalid comparator '>' not one of '{'!=', '=', 'ILIKE', 'IN', 'LIKE', 'NOT IN'}'",
    },
  );
});

Deno.test("searched() lets what is not about the search be a failure", async () => {
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 7 });
  await assert.rejects(searched(store, "experiments/get", { experiment_id: "9" }), {
    errorCode: "RESOURCE_DOES_NOT_EXIST",
  });
});
