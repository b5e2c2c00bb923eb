import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { createRun, downloadArtifact } from "../client/mod.ts";
import { openLedger } from "./import_ledger.ts";
import { copyArtifacts, type ImportState, newIdIn } from "./import_state.ts";
import { openServer } from "./server.ts";

const id = `m-${"a".repeat(32)}`;
const models = new Map([[id, { modelId: "m-2", artifactUri: "", finished: true }]]);

Deno.test("newIdIn() knows runs and models, and nothing else", () => {
  const run = { runId: "s", artifactUri: "", sourceId: "r", finished: true };
  const newId = newIdIn({ runs: new Map([["r", { ...run, lifecycle: "active" }]]), models });
  assert.deepEqual(["r", id, "x"].map(newId), ["s", "m-2", undefined]);
});

Deno.test("copyArtifacts() counts files and bytes, and gives MLmodel the ids of now", async () => {
  await withClient(async (client) => {
    const { artifactUri } = await createRun(client, { experimentId: "0", startTime: 0 });
    const ledger = openLedger();
    const signal = new AbortController().signal;
    const state: ImportState = {
      source: openServer(client),
      client,
      ledger,
      runs: new Map(),
      models,
      verify: "bytes",
      signal,
    };
    const blob = new Blob([`model_id: ${id}\n`]);
    const file = { path: "MLmodel", size: blob.size, open: () => Promise.resolve(blob.stream()) };
    await copyArtifacts(
      state,
      (async function* () {
        yield file;
      })(),
      artifactUri,
    );
    assert.deepEqual([ledger.files, ledger.bytes], [1, "model_id: m-2\n".length]);
    const bytes = await downloadArtifact(client, artifactUri, "MLmodel");
    assert.equal(new TextDecoder().decode(bytes), "model_id: m-2\n");
  });
});
