import assert from "node:assert/strict";
import { logVersion } from "../../registry/promotion/logged_version_fixture.ts";
import { closeSession, context } from "./surroundings.ts";
import { promote, promotions } from "./tracking.ts";

Deno.test("promote() records moves of one moment apart, at the time of the clock", async () => {
  const home = await Deno.makeTempDir();
  Deno.env.set("WATTBOOK_HOME", home);
  try {
    const { registry } = await context();
    for (const _ of ["1", "2"]) await logVersion(registry);
    const before = Date.now();
    const who = { alias: "challenger", by: "me" };
    await Promise.all(
      ["1", "2"].map((version) =>
        promote(`models:/energy/${version}`, { ...who, reason: `Try ${version}` })
      ),
    );
    const moves = (await promotions("energy")).objects();
    assert.deepEqual(moves.map(({ reason }) => reason).toSorted(), ["Try 1", "Try 2"]);
    assert.ok(moves.every(({ ts }) => ts >= before && ts <= Date.now()));
  } finally {
    await closeSession();
    await Deno.remove(home, { recursive: true });
  }
});
