import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { createRegisteredModel, setModelAlias } from "../client/mod.ts";
import { findVersion, isRunId } from "./find_version.ts";
import { logVersion } from "./logged_version_fixture.ts";

const name = "energy";

Deno.test("findVersion() takes a number, an alias or the id of a run", async () => {
  await withClient(async (client) => {
    const runs = [await logVersion(client), await logVersion(client)].map(({ runId }) => runId);
    await setModelAlias(client, { name, alias: "champion", version: "2" });
    const found = async (word: string) => (await findVersion(client, name, word))?.version;
    assert.deepEqual([await found("1"), await found("champion")], ["1", "2"]);
    assert.deepEqual([await found(runs[0]), await found(runs[1])], ["1", "2"]);
    assert.equal(await found("0".repeat(32)), undefined);
    await createRegisteredModel(client, { name: "other" });
    assert.equal(await findVersion(client, "other", runs[0]), undefined);
    await assert.rejects(found("3"), { errorCode: "RESOURCE_DOES_NOT_EXIST" });
    await assert.rejects(found("nobody"), { message: "Registered model alias nobody not found." });
  });
});

Deno.test("isRunId() wants 32 small hexadecimal digits", () => {
  const words = ["0123456789abcdef".repeat(2), "A".repeat(32), "a".repeat(31), "1"];
  assert.deepEqual(words.map(isRunId), [true, false, false, false]);
});
