import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { featureViews } from "../features/mod.ts";
import { requestViews } from "./request_views.ts";

Deno.test("requestViews() tells the views apart by their part in a request", async () => {
  await using db = await openDatabase({ threads: 1 });
  const { load, inner, leaves, keepable } = await requestViews(db, featureViews);
  assert.equal(load.name, "energy_load");
  assert.deepEqual(
    inner.map(({ name, atDawn, daily }) => [name, atDawn, daily]),
    [
      ["energy_extremes", true, true],
      ["energy_profile", true, false],
      ["energy_residual", false, false],
      ["energy_usual", true, true],
    ],
  );
  assert.deepEqual(leaves.map(({ name }) => name), ["energy_hourly", "energy_context"]);
  assert.ok(keepable);
});

Deno.test("requestViews() keeps no rows of an inner view whose grain it does not know", async () => {
  await using db = await openDatabase({ threads: 1 });
  for (const grain of ["week", "local day"]) {
    const views = featureViews.map((view) =>
      view.name === "energy_usual" ? { ...view, grain } : view
    );
    assert.equal((await requestViews(db, views)).keepable, false);
  }
});
