import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { createRun, downloadArtifact, type RegistryClient, uploadArtifact } from "../client/mod.ts";
import { copyFiles, type CopyOptions } from "./copy_files.ts";
import { type SourceFile, Unreadable } from "./run_source.ts";

const options: CopyOptions = {
  verify: "bytes",
  rewriteMlmodel: (text) => text,
  signal: new AbortController().signal,
};

function file(path: string, text: string): SourceFile {
  const blob = new Blob([text]);
  return { path, size: blob.size, open: () => Promise.resolve(blob.stream()) };
}

async function* listing<T>(...items: T[]): AsyncGenerator<T> {
  yield* items;
}

async function targetOf(client: RegistryClient) {
  const { artifactUri } = await createRun(client, { experimentId: "0", startTime: 0 });
  return { client, artifactUri };
}

async function textAt({ client, artifactUri }: Awaited<ReturnType<typeof targetOf>>, path: string) {
  return new TextDecoder().decode(await downloadArtifact(client, artifactUri, path));
}

Deno.test("copyFiles() digests the list of paths and SHA-256 in their order", async () => {
  await withClient(async (client) => {
    const target = await targetOf(client);
    const copied = await copyFiles(
      listing(file("b/c.txt", "abc"), file("a.txt", "")),
      target,
      options,
    );
    assert.deepEqual(copied, {
      // printf '{"a.txt":"e3b0…b855","b/c.txt":"ba78…15ad"}' | sha256sum, with whole digests.
      digest: "c8df62a567520e4d07c8558b0337da98fd8649e1f1061e363c2b941c08d055d3",
      files: 2,
      bytes: 3,
      unreadable: [],
    });
    assert.equal(await textAt(target, "b/c.txt"), "abc");
  });
});

Deno.test("copyFiles() sends again what is there with other bytes, and nothing that is the same", async () => {
  await withClient(async (client) => {
    const target = await targetOf(client);
    const { artifactUri } = target;
    await uploadArtifact(client, artifactUri, "same.txt", new TextEncoder().encode("abc"));
    await uploadArtifact(client, artifactUri, "other.txt", new TextEncoder().encode("xyz"));
    const sent: string[] = [];
    const watched: RegistryClient = {
      ...client,
      json: (call, schema) => {
        if (call.method === "PUT") sent.push(call.path.split("/").at(-1)!);
        return client.json(call, schema);
      },
    };
    const files = () => listing(file("same.txt", "abc"), file("other.txt", "123"));
    await copyFiles(files(), { client: watched, artifactUri }, options);
    assert.deepEqual(sent, ["other.txt"]);
    assert.equal(await textAt(target, "other.txt"), "123");
  });
});

Deno.test("copyFiles() refuses a copy that is not what was sent, by bytes or by size", async () => {
  await withClient(async (client) => {
    for (
      const [verify, stored, message] of [
        ["bytes", "abd", /^Cannot verify a copy: expected ba7816bf\w+, got a52d159f\w+$/],
        ["sizes", "ab", /^Cannot verify a copy: expected 3 bytes, got 2 bytes$/],
      ] as const
    ) {
      const corrupting: RegistryClient = {
        ...client,
        json: async (call, schema) => {
          if (call.body && "stream" in call.body) {
            await call.body.stream.pipeTo(new WritableStream());
          }
          const body = new TextEncoder().encode(stored);
          return await client.json(call.method === "PUT" ? { ...call, body } : call, schema);
        },
      };
      const { artifactUri } = await targetOf(client);
      const target = { client: corrupting, artifactUri };
      const copying = copyFiles(listing(file("a.txt", "abc")), target, { ...options, verify });
      const refusal = await copying.then(({ unreadable }) => unreadable[0], (error) => error);
      assert.equal(refusal.place, "a.txt");
      assert.match(refusal.message, message);
    }
  });
});

Deno.test("copyFiles() rewrites MLmodel files alone, and hands back what cannot be read", async () => {
  await withClient(async (client) => {
    const target = await targetOf(client);
    const broken = new Unreadable("out", "Cannot follow a link");
    const rewriteMlmodel = (text: string) => text.replace("old", "newer");
    const files = listing<SourceFile | Unreadable>(
      file("m/MLmodel", "id: old"),
      broken,
      file("MLmodel.txt", "id: old"),
    );
    const { unreadable, bytes } = await copyFiles(files, target, { ...options, rewriteMlmodel });
    assert.deepEqual(unreadable, [broken]);
    assert.equal(bytes, "id: newer".length + "id: old".length);
    assert.equal(await textAt(target, "m/MLmodel"), "id: newer");
    assert.equal(await textAt(target, "MLmodel.txt"), "id: old");
  });
});

Deno.test("copyFiles() stops between files when it is told to", async () => {
  await withClient(async (client) => {
    const target = await targetOf(client);
    const stop = new AbortController();
    async function* files() {
      yield file("a.txt", "a");
      stop.abort();
      yield file("b.txt", "b");
    }
    await assert.rejects(copyFiles(files(), target, { ...options, signal: stop.signal }), {
      name: "AbortError",
    });
    assert.equal(await textAt(target, "a.txt"), "a");
    await assert.rejects(textAt(target, "b.txt"), { errorCode: "RESOURCE_DOES_NOT_EXIST" });
  });
});

Deno.test("copyFiles() tells of a file that grows while it is read", async () => {
  await withClient(async (client) => {
    const target = await targetOf(client);
    const growing = { ...file("log.txt", "three lines"), size: 5 };
    const files = listing(growing, file("b.txt", "b"));
    const { unreadable, files: count } = await copyFiles(files, target, options);
    const message = "Cannot copy a file that grows: expected 5 bytes, got more";
    assert.deepEqual(unreadable, [new Unreadable("log.txt", message)]);
    assert.equal(count, 1);
    await assert.rejects(textAt(target, "log.txt"), { errorCode: "RESOURCE_DOES_NOT_EXIST" });
  });
});
