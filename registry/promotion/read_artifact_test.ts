import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { createClient, uploadArtifact } from "../client/mod.ts";
import { readArtifact, readJsonArtifact } from "./read_artifact.ts";

const URI = "mlflow-artifacts:/0/run/artifacts";

Deno.test("readArtifact() gives the bytes, or nothing where there is no such file", async () => {
  await withClient(async (client) => {
    await uploadArtifact(client, URI, "a.json", Uint8Array.of(123));
    assert.deepEqual(await readArtifact(client, URI, "a.json"), Uint8Array.of(123));
    assert.equal(await readArtifact(client, URI, "b.json"), undefined);
    assert.equal(await readJsonArtifact(client, URI, "a.json"), undefined, "{ is no JSON");
    assert.equal(await readJsonArtifact(client, URI, "b.json"), undefined);
  });
});

Deno.test("readArtifact() does not take a refusal for a missing file", async () => {
  const refusal = { error_code: "PERMISSION_DENIED", message: "Not for you" };
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    fetch: () => Promise.resolve(Response.json(refusal, { status: 403 })),
  });
  await assert.rejects(readArtifact(client, URI, "a.json"), { errorCode: "PERMISSION_DENIED" });
});
