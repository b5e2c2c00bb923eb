import assert from "node:assert/strict";
import * as face from "./mod.ts";

Deno.test("tracking_server/mod.ts offers what it should and no more", () => {
  assert.deepEqual(Object.keys(face).sort(), [
    "TrackingError",
    "createTrackingApp",
    "emulatedVersion",
    "localPath",
    "openEmbeddedTracking",
    "openTrackingStore",
    "openWebhooks",
  ]);
});
