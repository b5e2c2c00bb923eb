import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { createExperiment } from "./experiments.ts";

Deno.test("withClient() starts each test from nothing", async () => {
  for (let i = 0; i < 2; i++) {
    await withClient(async (client) => {
      assert.equal(await createExperiment(client, { name: "a" }), "1");
    });
  }
});
