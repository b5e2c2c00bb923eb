import assert from "node:assert/strict";
import { filesDigest, fileSha256, sha256 } from "./digest.ts";

// FIPS 180-4 examples.
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

Deno.test("sha256() gives the digests of the standard", () => {
  assert.equal(sha256("abc"), ABC);
  assert.equal(sha256(new Uint8Array()), EMPTY);
});

Deno.test("fileSha256() equals sha256() of the bytes, also of an empty file", async () => {
  const path = await Deno.makeTempFile();
  assert.equal(await fileSha256(path), EMPTY);
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
  await Deno.writeFile(path, bytes);
  assert.equal(await fileSha256(path), sha256(bytes));
  await Deno.remove(path);
});

Deno.test("filesDigest() ignores the order of the files, not their names or contents", () => {
  const a = { path: "a", sha256: ABC };
  const b = { path: "b", sha256: EMPTY };
  assert.equal(filesDigest([a, b]), filesDigest([b, a]));
  assert.notEqual(filesDigest([a, b]), filesDigest([{ ...a, path: "c" }, b]));
  assert.notEqual(filesDigest([a]), filesDigest([{ ...a, sha256: EMPTY }]));
  assert.equal(filesDigest([]), EMPTY);
});
