import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { getRegisteredModel, getRun } from "../client/mod.ts";
import { logComparedVersions } from "./compared_versions_fixture.ts";

Deno.test("logComparedVersions() logs a champion and another version", async () => {
  await withClient(async (client) => {
    const [first, second] = await logComparedVersions(client);
    assert.deepEqual((await getRegisteredModel(client, "energy")).aliases, { champion: "1" });
    assert.equal((await getRun(client, first)).metrics["ensemble.event_f1"], 0.5);
    assert.equal((await getRun(client, second)).metrics["ensemble.event_f1"], 0.375);
  });
});
