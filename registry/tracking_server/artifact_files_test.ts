import assert from "node:assert/strict";
import { join } from "node:path";
import { openArtifactFiles } from "./artifact_files.ts";

function streamOf(text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([text]).stream();
}

async function namesOnDisk(root: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(root))).map(({ name }) => name);
}

Deno.test("write() replaces a file and open() streams it back", async () => {
  const root = await Deno.makeTempDir();
  const files = openArtifactFiles(root);
  await files.write("a/b.txt", streamOf("old text"));
  await files.write("a/b.txt", streamOf("new"));
  const { name, size, body } = await files.open("a/b.txt");
  assert.deepEqual([name, size, await new Response(body).text()], ["b.txt", 3, "new"]);
  assert.deepEqual(await namesOnDisk(join(root, "a")), ["b.txt"]);
  await Deno.remove(root, { recursive: true });
});

Deno.test("write() leaves nothing of a body that breaks off, and keeps the file before it", async () => {
  const root = await Deno.makeTempDir();
  const files = openArtifactFiles(root);
  await files.write("b.txt", streamOf("whole"));
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (controller.desiredSize === 1) controller.enqueue(new Uint8Array([1]));
      controller.error(new RangeError("Connection lost"));
    },
  });
  await assert.rejects(files.write("b.txt", broken), { message: "Connection lost" });
  assert.equal(await new Response((await files.open("b.txt")).body).text(), "whole");
  assert.deepEqual(await namesOnDisk(root), ["b.txt"]);
  await Deno.remove(root, { recursive: true });
});

Deno.test("list() sorts by name, hides unfinished files, and is empty where nothing is", async () => {
  const root = await Deno.makeTempDir();
  const files = openArtifactFiles(root);
  await files.write("b.txt", streamOf("12"));
  await files.write("a/c.txt", streamOf(""));
  await Deno.writeTextFile(join(root, "x.123#unfinished"), "half");
  assert.deepEqual(await files.list(""), [
    { path: "a", is_dir: true },
    { path: "b.txt", is_dir: false, file_size: 2 },
  ]);
  assert.deepEqual(await files.list("nowhere"), []);
  assert.deepEqual(await files.list("b.txt"), []);
  await Deno.remove(root, { recursive: true });
});

Deno.test("remove() takes a directory with its files, and never the root", async () => {
  const root = await Deno.makeTempDir();
  const files = openArtifactFiles(root);
  await files.write("a/c.txt", streamOf("1"));
  await files.remove("a");
  assert.deepEqual(await files.list(""), []);
  await assert.rejects(files.remove(""), { message: "Invalid path" });
  await assert.rejects(files.remove("a"), { message: "No such artifact: a" });
  await Deno.remove(root, { recursive: true });
});

Deno.test("open() refuses what is not a file", async () => {
  const root = await Deno.makeTempDir();
  const files = openArtifactFiles(root);
  await files.write("a/c.txt", streamOf("1"));
  const missing = { name: "TrackingError", errorCode: "RESOURCE_DOES_NOT_EXIST" };
  await assert.rejects(files.open("a"), missing);
  await assert.rejects(files.open("a/none"), missing);
  await assert.rejects(files.open("a/c.txt/d"), missing);
  await Deno.remove(root, { recursive: true });
});
