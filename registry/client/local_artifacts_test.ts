import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { type LocalArtifacts, localArtifacts } from "./local_artifacts.ts";

async function withFiles(use: (files: LocalArtifacts, root: string) => Promise<void>) {
  const root = await Deno.makeTempDir();
  const files = localArtifacts(pathToFileURL(root).href);
  assert.ok(files);
  try {
    await use(files, root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("localArtifacts() is for this machine's files only", () => {
  assert.equal(localArtifacts("mlflow-artifacts:/0"), undefined);
  assert.equal(localArtifacts("s3://bucket"), undefined);
});

Deno.test("localArtifacts() refuses paths that leave the directory", async () => {
  await withFiles(async (files) => {
    const way = { name: "RangeError", message: /expected one that stays below its root/ };
    await assert.rejects(files.read("../x"), way);
    await assert.rejects(files.write("/etc/x", new Blob().stream()), way);
    await assert.rejects(files.list("a/../.."), way);
  });
});

Deno.test("localArtifacts() leaves nothing of a body that breaks off", async () => {
  await withFiles(async (files, root) => {
    async function* broken() {
      yield new Uint8Array([1]);
      await Promise.resolve();
      throw new RangeError("Connection lost");
    }
    const body = ReadableStream.from<Uint8Array<ArrayBuffer>>(broken());
    await assert.rejects(files.write("a.bin", body), { message: "Connection lost" });
    assert.deepEqual([...Deno.readDirSync(root)], []);
  });
});

Deno.test("localArtifacts() refuses as a server does", async () => {
  await withFiles(async (files, root) => {
    await assert.rejects(files.read("none"), {
      name: "MlflowError",
      errorCode: "RESOURCE_DOES_NOT_EXIST",
      status: 404,
      message: `Cannot find "none" below ${root} on this machine`,
    });
    await files.write("a/b", new Blob(["1"]).stream());
    await assert.rejects(files.write("a", new Blob(["1"]).stream()), {
      name: "MlflowError",
      errorCode: "INVALID_PARAMETER_VALUE",
      status: 400,
    });
    assert.deepEqual(await files.list("a/b"), []);
  });
});
