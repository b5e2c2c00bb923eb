import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { gatherFacts } from "./gather_facts.ts";
import { judge } from "./judge.ts";
import { logVersion } from "./logged_version_fixture.ts";
import { defaultTerms } from "./terms.ts";

Deno.test("logVersion() logs a version that passes every gate", async () => {
  await withClient(async (client) => {
    const candidate = await gatherFacts(client, await logVersion(client));
    const findings = judge({ candidate }, defaultTerms, ["integrity", "fitness", "comparison"]);
    assert.deepEqual(findings.filter(({ passed }) => !passed), []);
    assert.equal((await logVersion(client)).version, "2");
  });
});
