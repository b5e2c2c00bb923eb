import assert from "node:assert/strict";
import { surviveKills } from "./killed_server_fixture.ts";

Deno.test("a server killed 6 times while it writes loses nothing and leaves nothing half done", async () => {
  const { batches, files, interrupted } = await surviveKills(6);
  assert.ok(interrupted >= 3, `${interrupted} kills in the middle of a write`);
  assert.ok(batches.length >= 6 && files.length >= 3, `${batches.length}, ${files.length}`);
});
