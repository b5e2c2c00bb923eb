import assert from "node:assert/strict";
import { sha256 } from "../digest.ts";
import { settle } from "./settle.ts";

Deno.test("settle() renames a file with the promised content", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/a.part`, "abc");
  await settle(`${folder}/a.part`, { path: "a", bytes: 3, sha256: sha256("abc") }, `${folder}/a`);
  assert.deepEqual([...Deno.readDirSync(folder)].map((entry) => entry.name), ["a"]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("settle() removes other content, keeps the target and says both digests", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/a.part`, "abd");
  await Deno.writeTextFile(`${folder}/a`, "old");
  const file = { path: "sub/a", bytes: 3, sha256: sha256("abc") };
  await assert.rejects(settle(`${folder}/a.part`, file, `${folder}/a`), {
    name: "DigestMismatchError",
    message: `Cannot accept file "sub/a" as its SHA-256 differs: expected ${sha256("abc")}, got ${
      sha256("abd")
    }`,
  });
  assert.deepEqual([...Deno.readDirSync(folder)].map((entry) => entry.name), ["a"]);
  assert.equal(await Deno.readTextFile(`${folder}/a`), "old");
  await Deno.remove(folder, { recursive: true });
});
