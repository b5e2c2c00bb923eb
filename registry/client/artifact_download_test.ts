import assert from "node:assert/strict";
import { downloadArtifact, streamArtifact } from "./artifact_download.ts";
import { createClient, type RegistryClient } from "./client.ts";
import { localArtifacts } from "./local_artifacts.ts";

const uri = "mlflow-artifacts:/0/r";

/** A server that has one file, "hello world", and knows of ranges or not. */
function serverOf(knowsRanges: boolean): RegistryClient {
  return createClient({
    baseUrl: "http://127.0.0.1",
    fetch({ headers }) {
      const text = "hello world";
      const start = Number(/^bytes=(\d+)-$/.exec(headers.get("range") ?? "")?.[1] ?? 0);
      if (start === 0 || !knowsRanges) {
        return new Response(text, { headers: { "content-length": "11" } });
      }
      return new Response(text.slice(start), {
        status: 206,
        headers: {
          "content-length": String(text.length - start),
          "content-range": `bytes ${start}-10/11`,
        },
      });
    },
  });
}

Deno.test("streamArtifact() goes on where an earlier download ended, with and without ranges", async () => {
  for (const knowsRanges of [true, false]) {
    const seen: unknown[] = [];
    const body = await streamArtifact(serverOf(knowsRanges), uri, "note.txt", {
      start: 6,
      onProgress: (progress) => seen.push(progress),
    });
    assert.equal(await new Response(body).text(), "world");
    assert.deepEqual(seen, [{ done: 11, total: 11 }]);
  }
});

Deno.test("downloadArtifact() tells how much has come of how much", async () => {
  const seen: unknown[] = [];
  const options = { onProgress: (progress: unknown) => seen.push(progress) };
  const bytes = await downloadArtifact(serverOf(true), uri, "note.txt", options);
  assert.equal(new TextDecoder().decode(bytes), "hello world");
  assert.deepEqual(seen, [{ done: 11, total: 11 }]);
});

Deno.test("downloadArtifact() names no total where the server packs what it sends", async () => {
  const headers = { "content-length": "11", "content-encoding": "x-ours" };
  const fetch = () => new Response("hello world", { headers });
  const seen: unknown[] = [];
  const client = createClient({ baseUrl: "http://127.0.0.1", fetch });
  await downloadArtifact(client, uri, "n", { onProgress: (progress) => seen.push(progress) });
  assert.deepEqual(seen, [{ done: 11 }]);
});

Deno.test("streamArtifact() goes on in a file of this machine", async () => {
  const root = await Deno.makeTempDir();
  await localArtifacts(root)?.write("note.txt", new Blob(["hello world"]).stream());
  const body = await streamArtifact(serverOf(false), root, "note.txt", { start: 6 });
  assert.equal(await new Response(body).text(), "world");
  await Deno.remove(root, { recursive: true });
});
