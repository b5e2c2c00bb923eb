import assert from "node:assert/strict";
import { join } from "node:path";
import { factsBelow, listBelow, openBelow, removeBelow, writeBelow } from "./file_tree.ts";

function streamOf(text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([text]).stream();
}

/** A tree whose parent directory holds `secret/key.txt`, which is none of its business. */
async function withTree(use: (root: string, outside: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  const outside = join(home, "secret");
  try {
    await Deno.mkdir(outside);
    await Deno.writeTextFile(join(outside, "key.txt"), "key");
    await use(join(home, "tree"), outside);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("writeBelow() replaces a file and openBelow() streams it back", async () => {
  await withTree(async (root) => {
    await writeBelow(root, ["a", "b.txt"], streamOf("old text"));
    await writeBelow(root, ["a", "b.txt"], streamOf("new"));
    const { size, body } = await openBelow(root, ["a", "b.txt"]);
    assert.deepEqual([size, await new Response(body).text()], [3, "new"]);
    assert.equal((await factsBelow(root, ["a", "b.txt"])).size, 3);
  });
});

Deno.test("writeBelow() takes names as long as the system does", async () => {
  await withTree(async (root) => {
    await writeBelow(root, ["n".repeat(255)], streamOf("1"));
    assert.equal((await factsBelow(root, ["n".repeat(255)])).size, 1);
  });
});

Deno.test("writeBelow() refuses a place that is taken, before it reads the body", async () => {
  await withTree(async (root, outside) => {
    await writeBelow(root, ["a", "b.txt"], streamOf("1"));
    await Deno.symlink(outside, join(root, "link"));
    await Deno.symlink(join(root, "none"), join(root, "dangling"));
    const taken = [
      ["a"],
      ["a", "b.txt", "c"],
      ["a", "b.txt", "c", "d"],
      ["n".repeat(256)],
      ["n".repeat(256), "b"],
      ["link", "new.txt"],
      ["link", "deep", "new.txt"],
      ["dangling", "new.txt"],
    ];
    for (const parts of taken) {
      let read = false;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          read = true;
          controller.close();
        },
      }, { highWaterMark: 0 });
      await assert.rejects(writeBelow(root, parts, body), (error: Error) => {
        assert.equal(
          error.message,
          `Cannot store a file: expected a short enough name that is not that of a directory nor lies below a file or link, got "${
            parts.join("/")
          }"`,
        );
        return error instanceof Deno.errors.AlreadyExists;
      });
      assert.equal(read, false, parts.join("/"));
    }
    assert.deepEqual([...Deno.readDirSync(outside)].map(({ name }) => name), ["key.txt"]);
  });
});

Deno.test("writeBelow() replaces a link instead of what it leads to", async () => {
  await withTree(async (root, outside) => {
    await writeBelow(root, ["a"], streamOf("1"));
    await Deno.symlink(join(outside, "key.txt"), join(root, "key.txt"));
    await writeBelow(root, ["key.txt"], streamOf("mine"));
    assert.equal(await Deno.readTextFile(join(outside, "key.txt")), "key");
    assert.equal((await factsBelow(root, ["key.txt"])).size, 4);
  });
});

Deno.test("openBelow() finds files only, and none behind a link that leads out", async () => {
  await withTree(async (root, outside) => {
    await assert.rejects(openBelow(root, ["a"]), Deno.errors.NotFound);
    await writeBelow(root, ["a", "b.txt"], streamOf("1"));
    await Deno.symlink(outside, join(root, "link"));
    await Deno.symlink(join(root, "loop"), join(root, "loop"));
    await Deno.symlink(join(root, "a"), join(root, "inside"));
    for (
      const parts of [
        [],
        ["a"],
        ["none"],
        ["a", "b.txt", "c"],
        ["link", "key.txt"],
        ["loop"],
        ["n".repeat(300)],
      ]
    ) {
      await assert.rejects(openBelow(root, parts), Deno.errors.NotFound, parts.join("/"));
    }
    const { body } = await openBelow(root, ["inside", "b.txt"]);
    assert.equal(await new Response(body).text(), "1");
  });
});

Deno.test("listBelow() goes on after what is not there any more, and hides unfinished files", async () => {
  await withTree(async (root, outside) => {
    for (const name of ["c", "b"]) await writeBelow(root, [name], streamOf(name));
    await writeBelow(root, ["d", "e"], streamOf("e"));
    await Deno.symlink(join(root, "none"), join(root, "a"));
    await Deno.symlink(outside, join(root, "out"));
    await Deno.symlink(join(root, "c"), join(root, "z"));
    await Deno.writeTextFile(join(root, `${crypto.randomUUID()}#unfinished`), "half");
    const listed = await listBelow(root, []);
    assert.deepEqual(listed.map(({ name, isDirectory }) => [name, isDirectory]), [
      ["b", false],
      ["c", false],
      ["d", true],
      ["z", false],
    ]);
    for (const parts of [["none"], ["b"], ["out"], ["a"]]) {
      assert.deepEqual(await listBelow(root, parts), []);
    }
  });
});

Deno.test("removeBelow() takes a directory with its files, of a link the link, of nothing nothing", async () => {
  await withTree(async (root, outside) => {
    await removeBelow(root, ["none"]);
    await writeBelow(root, ["a", "b"], streamOf("1"));
    await Deno.symlink(outside, join(root, "link"));
    await removeBelow(root, ["link", "key.txt"]);
    await removeBelow(root, ["link"]);
    await removeBelow(root, ["a"]);
    await removeBelow(root, ["a"]);
    assert.deepEqual(await listBelow(root, []), []);
    assert.equal(await Deno.readTextFile(join(outside, "key.txt")), "key");
  });
});
