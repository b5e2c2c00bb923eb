import assert from "node:assert/strict";
import { surviveKills } from "./killed_server_fixture.ts";

Deno.test("a server killed 50 times while it writes loses nothing and leaves nothing half done", async () => {
  const { batches, files, interrupted } = await surviveKills(50);
  assert.ok(interrupted >= 25, `${interrupted} kills in the middle of a write`);
  assert.ok(batches.length >= 50 && files.length >= 25, `${batches.length}, ${files.length}`);
});
