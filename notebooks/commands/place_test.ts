import assert from "node:assert/strict";
import { notebookPlace } from "./place.ts";

Deno.test("notebookPlace() is what it is given, and has nothing to close", async () => {
  const given = { folder: "notebooks", home: "data/local", now: () => 7 };
  await using place = notebookPlace(given);
  assert.deepEqual([place.folder, place.home, place.now()], ["notebooks", "data/local", 7]);
});

Deno.test("notebookPlace() opens the tracking server of its home, or one that is named", async () => {
  const home = await Deno.makeTempDir();
  const facts = { folder: "notebooks", home, now: () => 7 };
  {
    using tracking = await notebookPlace(facts).openTracking();
    assert.equal(tracking.trackingPlace, `${home}/mlflow`);
  }
  const uri = "http://127.0.0.1:5000";
  using tracking = await notebookPlace({ ...facts, tracking: { uri } }).openTracking();
  assert.equal(tracking.trackingPlace, uri);
  await Deno.remove(home, { recursive: true });
});
