import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { downloadArtifact } from "./artifact_download.ts";
import { uploadArtifact } from "./artifact_upload.ts";
import { createClient } from "./client.ts";
import { withClient } from "./client_fixture.ts";
import type { TransferProgress } from "./transfer_progress.ts";

const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);

Deno.test("uploadArtifact() tells how much of the bytes has left, on both ways", async () => {
  const root = await Deno.makeTempDir();
  await withClient(async (client) => {
    for (const uri of ["mlflow-artifacts:/0/r/artifacts", pathToFileURL(root).href]) {
      const seen: TransferProgress[] = [];
      const onProgress = (progress: TransferProgress) => seen.push(progress);
      await uploadArtifact(client, uri, "model.onnx", bytes, { onProgress });
      assert.deepEqual(seen.at(-1), { done: 300_000, total: 300_000 });
      assert.deepEqual(
        seen.map(({ done }) => done),
        seen.map(({ done }) => done).toSorted((a, b) => a - b),
      );
      assert.deepEqual(await downloadArtifact(client, uri, "model.onnx"), bytes);
      const stream = new Blob([bytes]).stream();
      await uploadArtifact(client, uri, "copy.onnx", { size: 300_000, stream }, { onProgress });
      assert.deepEqual(seen.at(-1), { done: 300_000, total: 300_000 });
      assert.deepEqual(await downloadArtifact(client, uri, "copy.onnx"), bytes);
    }
  });
  await Deno.remove(root, { recursive: true });
});

Deno.test("uploadArtifact() sends plain bytes again when the server fails", async () => {
  const sizes: number[] = [];
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    async fetch(request) {
      sizes.push((await request.bytes()).length);
      return sizes.length < 2 ? new Response(null, { status: 503 }) : Response.json({});
    },
  });
  await uploadArtifact(client, "mlflow-artifacts:/0/r", "model.onnx", bytes);
  assert.deepEqual(sizes, [300_000, 300_000]);
  sizes.length = 0;
  const body = { size: 300_000, stream: new Blob([bytes]).stream() };
  await assert.rejects(uploadArtifact(client, "mlflow-artifacts:/0/r", "model.onnx", body), {
    status: 503,
  });
  assert.deepEqual(sizes, [300_000]);
});
