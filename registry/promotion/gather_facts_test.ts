import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import {
  createModelVersion,
  createRegisteredModel,
  deleteRun,
  getDownloadUri,
  uploadArtifact,
} from "../client/mod.ts";
import { sha256 } from "../digest.ts";
import { gatherComparedFacts, gatherFacts } from "./gather_facts.ts";
import { logVersion } from "./logged_version_fixture.ts";

const SIGNATURE = {
  inputs: ["hour: double"],
  outputs: ["score: float", "label: long", "iqr: float"],
};

Deno.test("gatherFacts() reads package, digests and run of a version", async () => {
  await withClient(async (client) => {
    const { digests, files, ...facts } = await gatherFacts(client, await logVersion(client));
    assert.deepEqual(facts, {
      version: "1",
      signature: SIGNATURE,
      evaluation: {
        dataDigest: "da7a".repeat(16),
        figures: { event_precision: 0.5, event_recall: 0.5, event_f1: 0.5, average_precision: 0.5 },
        byMeter: {},
      },
      parityMaxAbsDiff: 2e-7,
      modelBytes: 2,
      scoringMs: 4,
      profiledColumns: 1,
    });
    assert.ok(files.includes("MLmodel") && !files.includes("features"));
    assert.equal(digests.length, 13);
    assert.deepEqual(digests.filter(({ published, found }) => published !== found), []);
    const onnx = digests.find(({ path }) => path === "model.onnx");
    assert.equal(onnx?.published, await sha256(Uint8Array.of(8, 8)));
  });
});

Deno.test("gatherFacts() sees a file that changed, and profiles and evaluations that are none", async () => {
  await withClient(async (client) => {
    const version = await logVersion(client);
    const uri = await getDownloadUri(client, version);
    const changed = ["model.onnx", "reference_profile.json", "evaluation.json", "MLmodel"];
    for (const path of changed) await uploadArtifact(client, uri, path, Uint8Array.of(123));
    const facts = await gatherFacts(client, version);
    assert.deepEqual(
      facts.digests.filter(({ published, found }) => published !== found).map(({ path }) => path),
      changed.toSorted(),
    );
    const { modelBytes, profiledColumns, evaluation, signature } = facts;
    assert.deepEqual([modelBytes, profiledColumns, evaluation, signature], [
      1,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

Deno.test("gatherFacts() knows little of a version that another program registered", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "energy" });
    const source = "mlflow-artifacts:/0/run/artifacts";
    for (const runId of ["", "0".repeat(32)]) {
      const version = await createModelVersion(client, { name: "energy", source, runId });
      assert.deepEqual(await gatherFacts(client, version), {
        version: version.version,
        signature: undefined,
        evaluation: undefined,
        files: [],
        digests: [],
        parityMaxAbsDiff: undefined,
        modelBytes: undefined,
        scoringMs: undefined,
        profiledColumns: undefined,
      });
    }
  });
});

Deno.test("gatherFacts() reads a run that was deleted but is not gone", async () => {
  await withClient(async (client) => {
    const version = await logVersion(client);
    await deleteRun(client, version.runId);
    assert.equal((await gatherFacts(client, version)).scoringMs, 4);
  });
});

Deno.test("gatherComparedFacts() reads signature and evaluation alone", async () => {
  await withClient(async (client) => {
    const facts = await gatherComparedFacts(client, await logVersion(client, { figure: 0.25 }));
    assert.deepEqual(Object.keys(facts), ["version", "signature", "evaluation"]);
    assert.deepEqual([facts.signature, facts.evaluation?.figures.event_f1], [SIGNATURE, 0.25]);
  });
});
