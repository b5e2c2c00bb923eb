import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { downloadArtifact, streamArtifact } from "./artifact_download.ts";
import { uploadArtifact } from "./artifact_upload.ts";
import { deleteArtifact, listArtifacts } from "./artifacts.ts";
import type { RegistryClient } from "./client.ts";
import { withClient } from "./client_fixture.ts";

const bytes = new Uint8Array([0, 255, 13, 10]);

async function roundTrip(client: RegistryClient, uri: string): Promise<void> {
  const path = "a b/Zähler%2e.bin";
  await uploadArtifact(client, uri, path, new Uint8Array([1]));
  await uploadArtifact(client, uri, path, bytes);
  const stream = new Blob([new Uint8Array(3_000_000)]).stream();
  await uploadArtifact(client, uri, "big.bin", { size: 3_000_000, stream });
  assert.deepEqual(await downloadArtifact(client, uri, path), bytes);
  const streamed = await new Response(await streamArtifact(client, uri, "big.bin")).arrayBuffer();
  assert.equal(streamed.byteLength, 3_000_000);
  assert.deepEqual(await listArtifacts(client, uri), [
    { path: "a b", isDirectory: true },
    { path: "big.bin", isDirectory: false, size: 3_000_000 },
  ]);
  for (const directory of ["a b", "a b/"]) {
    const [entry, ...others] = await listArtifacts(client, uri, directory);
    assert.deepEqual([entry, others], [{ path, isDirectory: false, size: 4 }, []]);
  }
  assert.deepEqual(await listArtifacts(client, uri, "nowhere"), []);
  for (const gone of ["a b", "a b", "none.txt"]) await deleteArtifact(client, uri, gone);
  assert.deepEqual((await listArtifacts(client, uri)).map((entry) => entry.path), ["big.bin"]);
}

Deno.test("artifacts go through the proxy and come back byte for byte", async () => {
  await withClient((client) => roundTrip(client, "mlflow-artifacts:/0/r/artifacts"));
});

Deno.test("artifacts of a file URI or a path are files of this machine", async () => {
  for (const uriOf of [(root: string) => pathToFileURL(root).href, (root: string) => root]) {
    const root = await Deno.makeTempDir({ prefix: "a b%20" });
    await withClient((client) => roundTrip(client, uriOf(root)));
    assert.equal((await Deno.stat(`${root}/big.bin`)).size, 3_000_000);
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("a stored page is downloaded as it is", async () => {
  await withClient(async (client) => {
    const [uri, page] = ["mlflow-artifacts:/0/r/artifacts", new TextEncoder().encode("<html>")];
    await uploadArtifact(client, uri, "report.html", page);
    assert.deepEqual(await downloadArtifact(client, uri, "report.html"), page);
  });
});

Deno.test("a path never reaches the files of another run", async () => {
  await withClient(async (client) => {
    const [mine, others] = ["mlflow-artifacts:/0/mine/artifacts", "mlflow-artifacts:/0/other"];
    await uploadArtifact(client, others, "model.onnx", bytes);
    for (const path of ["../../other/model.onnx", "./x", "/0/other/model.onnx", "..\\x"]) {
      const way = { name: "RangeError", message: /expected one that stays below its root/ };
      await assert.rejects(uploadArtifact(client, mine, path, new Uint8Array([6])), way);
      await assert.rejects(downloadArtifact(client, mine, path), way);
      await assert.rejects(streamArtifact(client, mine, path), way);
      await assert.rejects(listArtifacts(client, mine, path), way);
      await assert.rejects(deleteArtifact(client, mine, path), way);
    }
    await assert.rejects(listArtifacts(client, "mlflow-artifacts:/0/mine/../other"), {
      name: "RangeError",
    });
    await assert.rejects(deleteArtifact(client, others, "/"), { name: "RangeError" });
    await assert.rejects(deleteArtifact(client, others, ""), {
      name: "RangeError",
      message: 'Cannot delete an artifact: expected a path, got ""',
    });
    assert.deepEqual(await downloadArtifact(client, others, "model.onnx"), bytes);
  });
});

Deno.test("artifacts that are missing or elsewhere are refused", async () => {
  await withClient(async (client) => {
    const uri = "mlflow-artifacts:/0/r/artifacts";
    await assert.rejects(downloadArtifact(client, uri, "none"), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
    await assert.rejects(uploadArtifact(client, "s3://bucket/a", "b", bytes), {
      name: "TypeError",
      message:
        'Cannot reach artifacts: expected mlflow-artifacts:/, file:/// or a path, got "s3://bucket/a"',
    });
  });
});
