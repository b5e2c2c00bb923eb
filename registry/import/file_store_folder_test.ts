import assert from "node:assert/strict";
import { z } from "zod";
import {
  filesOf,
  foldersOf,
  readable,
  readMeta,
  requireFolderName,
  shownPath,
  textsOf,
} from "./file_store_folder.ts";
import { Unreadable } from "./run_source.ts";

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("readMeta() says what is wrong with a meta.yaml, and which field", async () => {
  await withFolder(async (folder) => {
    const read = () => readMeta(folder, z.object({ name: z.string() }));
    await assert.rejects(read(), {
      message: "Cannot read a folder of the file store: expected meta.yaml, got none",
    });
    for (
      const [text, message] of [
        ["name: [", /^Cannot read YAML: /],
        [
          "name: null",
          /^Cannot read meta\.yaml: name: Invalid input: expected string, received null$/,
        ],
        ["- a", /^Cannot read meta\.yaml: Invalid input: expected object, received array$/],
        ["", /^Cannot read meta\.yaml: Invalid input: expected object, received null$/],
      ] as const
    ) {
      await Deno.writeTextFile(`${folder}/meta.yaml`, text);
      await assert.rejects(read(), { message });
    }
  });
});

Deno.test("readable() puts what cannot be read where it would have been, and no other failure", async () => {
  const read = (place: string) =>
    place === "b" ? Promise.reject(new SyntaxError("Cannot read YAML")) : Promise.resolve(place);
  assert.deepEqual(await Array.fromAsync(readable(["a", "b", "c"], read)), [
    "a",
    new Unreadable("b", "Cannot read YAML"),
    "c",
  ]);
  const broken = () => Promise.reject(new Deno.errors.PermissionDenied("no"));
  await assert.rejects(Array.fromAsync(readable(["a"], broken)), Deno.errors.PermissionDenied);
});

Deno.test("filesOf() follows no link to a folder or out of it, and tells of it", async () => {
  await withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/root/in`, { recursive: true });
    await Deno.writeTextFile(`${folder}/secret`, "s");
    await Deno.writeTextFile(`${folder}/root/in/a.txt`, "abc");
    await Deno.symlink(`${folder}/secret`, `${folder}/root/out`);
    await Deno.symlink(`${folder}/root`, `${folder}/root/in/loop`);
    await Deno.symlink("a.txt", `${folder}/root/in/same`);
    await Deno.symlink("nowhere", `${folder}/root/dangling`);
    const found = await Array.fromAsync(filesOf(`${folder}/root`));
    assert.deepEqual(
      found.map((item) => item instanceof Unreadable ? item.place : [item.path, item.size]),
      [
        ["in/a.txt", 3],
        ["in/same", 3],
        `${folder}/root/in/loop`,
        `${folder}/root/dangling`,
        `${folder}/root/out`,
      ],
    );
    await assert.rejects(textsOf(`${folder}/root`), Unreadable);
  });
});

Deno.test("textsOf() reads keys with folders, and refuses bytes that are no text", async () => {
  await withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/tree`);
    await Deno.writeTextFile(`${folder}/tree/depth`, "8\n");
    await Deno.writeTextFile(`${folder}/empty`, "");
    assert.deepEqual(await textsOf(folder), { empty: "", "tree/depth": "8\n" });
    await Deno.writeFile(`${folder}/bytes`, new Uint8Array([0xff, 0xfe]));
    await assert.rejects(textsOf(folder), TypeError);
    assert.deepEqual(await textsOf(`${folder}/none`), {});
  });
});

Deno.test("foldersOf() leaves hidden folders and files out", async () => {
  await withFolder(async (folder) => {
    for (const name of ["b", "a", ".trash"]) await Deno.mkdir(`${folder}/${name}`);
    await Deno.writeTextFile(`${folder}/file`, "");
    assert.deepEqual(await foldersOf(folder), ["a", "b"]);
  });
});

Deno.test("requireFolderName() and shownPath() go by the end of a path", () => {
  requireFolderName("/data/mlruns/7", "7");
  assert.throws(() => requireFolderName("/data/mlruns/7 (copy)", "7"), {
    message: 'Cannot take meta.yaml at its word: expected the id "7 (copy)" of its folder, got "7"',
  });
  assert.equal(shownPath("/data/mlruns", "/data/mlruns/7/r/meta.yaml"), "mlruns/7/r/meta.yaml");
});
