import assert from "node:assert/strict";
import { join } from "node:path";
import { type ArtifactFiles, openArtifactFiles } from "./files.ts";

function streamOf(text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([text]).stream();
}

async function withFiles(use: (files: ArtifactFiles, root: string) => Promise<void>) {
  const root = await Deno.makeTempDir();
  try {
    await use(openArtifactFiles(root), root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("openArtifactFiles() writes, opens, looks at, lists and removes", async () => {
  await withFiles(async (files) => {
    await files.write("b.txt", streamOf("12"));
    await files.write("a/c.txt", streamOf(""));
    const { size, body } = await files.open("b.txt");
    assert.deepEqual([size, await new Response(body).text()], [2, "12"]);
    assert.equal((await files.look("a/c.txt")).size, 0);
    assert.deepEqual(await files.list(""), [
      { path: "a", is_dir: true },
      { path: "b.txt", is_dir: false, file_size: 2 },
    ]);
    await files.remove("a");
    await files.remove("a");
    assert.deepEqual(await files.list("a"), []);
  });
});

Deno.test("openArtifactFiles() clears away what a killed server left half written", async () => {
  const root = await Deno.makeTempDir();
  await Deno.writeTextFile(join(root, `${crypto.randomUUID()}#unfinished`), "half");
  openArtifactFiles(root);
  assert.deepEqual([...Deno.readDirSync(root)], []);
  await Deno.remove(root, { recursive: true });
});

Deno.test("open() and look() say what is missing", async () => {
  await withFiles(async (files) => {
    await files.write("a/c.txt", streamOf("1"));
    for (const path of ["a", "a/none", "a/c.txt/d", ""]) {
      const missing = {
        name: "TrackingError",
        errorCode: "RESOURCE_DOES_NOT_EXIST",
        message: `No such artifact: ${path}`,
      };
      await assert.rejects(files.open(path), missing);
      await assert.rejects(files.look(path), missing);
    }
  });
});

Deno.test("write() says which path has no room for a file", async () => {
  await withFiles(async (files) => {
    await files.write("a/c.txt", streamOf("1"));
    for (const path of ["a", "a/c.txt/d", "n".repeat(256)]) {
      await assert.rejects(files.write(path, streamOf("")), {
        errorCode: "INVALID_PARAMETER_VALUE",
        message: /^Invalid path\. Cannot store a file: /,
      });
    }
  });
});

Deno.test("write() and remove() never touch the root or a place outside", async () => {
  await withFiles(async (files) => {
    for (const path of ["", ".", "../x", "/etc"]) {
      await assert.rejects(async () => await files.write(path, streamOf("")), {
        message: "Invalid path",
      });
      await assert.rejects(async () => await files.remove(path), { message: "Invalid path" });
    }
  });
});
