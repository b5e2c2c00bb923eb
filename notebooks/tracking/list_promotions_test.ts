import assert from "node:assert/strict";
import { logVersion } from "../../registry/promotion/logged_version_fixture.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { listPromotions } from "./list_promotions.ts";
import { promoteVersion } from "./promote_version.ts";

Deno.test("listPromotions() tells the moves of all aliases, oldest first", async () => {
  const home = await Deno.makeTempDir();
  try {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const { client } = tracking;
    for (const _ of ["1", "2"]) await logVersion(client);
    const first = { reason: "The first one", by: "train" };
    await promoteVersion(client, "models:/energy/1", first, "a", 1000);
    const second = { reason: "It finds more", by: "Ada" };
    await promoteVersion(client, "models:/energy/2", second, "b", 2000);
    const always = { alias: "champion", kind: "promotion", happened: true };
    assert.deepEqual((await listPromotions(client, "energy")).objects(), [
      { ts: 1000, ...always, version: "1", before: null, reason: "The first one", who: "train" },
      { ts: 2000, ...always, version: "2", before: "1", reason: "It finds more", who: "Ada" },
    ]);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
});
