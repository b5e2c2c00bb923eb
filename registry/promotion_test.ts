import assert from "node:assert/strict";
import {
  createModelVersion,
  createRegisteredModel,
  getModelVersion,
  getRegisteredModel,
  type RegistryClient,
  uploadArtifact,
} from "./client/mod.ts";
import { withClient } from "./client/client_fixture.ts";
import { digestTag } from "./digest.ts";
import { promote, promotionsOf } from "./promotion.ts";

const name = "energy-anomaly";
const move = { name, alias: "champion", reason: "Better", by: "train", now: 0 };

/** Adds a version with these files; `published` is what its digests are of. */
async function addVersion(
  client: RegistryClient,
  files: Record<string, string>,
  published = files,
): Promise<string> {
  const source = `mlflow-artifacts:/0/${crypto.randomUUID()}/artifacts`;
  const encoder = new TextEncoder();
  for (const [path, text] of Object.entries(files)) {
    await uploadArtifact(client, source, path, encoder.encode(text));
  }
  const bytes = Object.entries(published).map(([path, text]) =>
    [path, encoder.encode(text)] as const
  );
  const tags = { "wattbook.digest": await digestTag(new Map(bytes)) };
  return (await createModelVersion(client, { name, source, tags })).version;
}

Deno.test("promote() moves the alias and records who, when, why, from and to", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name });
    const files = { MLmodel: "flavors", "code/a.py": "pass" };
    for (const [i, now] of [1000, 2000].entries()) {
      await promote(client, { ...move, version: await addVersion(client, files), now });
      assert.deepEqual((await getRegisteredModel(client, name)).aliases, { champion: `${i + 1}` });
    }
    await promote(client, { ...move, version: "1", reason: "Back", by: "warden", now: 3000 });
    const first = await getModelVersion(client, { name, version: "1" });
    const record = { name, alias: "champion", to: "1" };
    assert.deepEqual(promotionsOf(first), [
      { ...record, reason: "Better", by: "train", at: "1970-01-01T00:00:01.000Z" },
      { ...record, from: "2", reason: "Back", by: "warden", at: "1970-01-01T00:00:03.000Z" },
    ]);
    const second = promotionsOf(await getModelVersion(client, { name, version: "2" }));
    assert.deepEqual(second.map(({ from, to }) => [from, to]), [["1", "2"]]);
  });
});

Deno.test("promote() stops at a version without its files, and moves nothing", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name });
    await addVersion(client, { "model.onnx": "x" });
    await assert.rejects(promote(client, { ...move, version: "1" }), {
      name: "RangeError",
      message:
        'Cannot promote version 1 of "energy-anomaly": expected MLmodel among its files, got [model.onnx]',
    });
    assert.deepEqual((await getRegisteredModel(client, name)).aliases, {});
    assert.deepEqual(promotionsOf(await getModelVersion(client, { name, version: "1" })), []);
  });
});

Deno.test("promote() stops at a file that is not what was published", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name });
    const version = await addVersion(client, { MLmodel: "changed" }, { MLmodel: "published" });
    await assert.rejects(promote(client, { ...move, version }), {
      message: /: expected the SHA-256 [0-9a-f]{64} of MLmodel, got [0-9a-f]{64}$/,
    });
    const lacking = await addVersion(client, { MLmodel: "x" }, { MLmodel: "x", "model.onnx": "y" });
    await assert.rejects(promote(client, { ...move, version: lacking }), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
    await assert.rejects(promote(client, { ...move, version: "9" }), { status: 404 });
  });
});

Deno.test("promotionsOf() refuses a record that promote() did not write", () => {
  assert.throws(() => promotionsOf({ tags: { "wattbook.promotion.champion.x": "{}" } }), {
    name: "TypeError",
    message: /^Cannot read the promotion in tag "wattbook.promotion.champion.x"/,
  });
  assert.deepEqual(promotionsOf({ tags: { other: "{" } }), []);
});
