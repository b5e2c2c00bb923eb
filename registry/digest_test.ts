import assert from "node:assert/strict";
import { digestTag, sha256 } from "./digest.ts";

const abc = new TextEncoder().encode("abc");
// FIPS 180-2, appendix B.1.
const abcDigest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

Deno.test("sha256() agrees with the standard's example", async () => {
  assert.equal(await sha256(abc), abcDigest);
});

Deno.test("digestTag() does not depend on the order of the files", async () => {
  const [a, b] = [["a", abc], ["b", abc]] as const;
  const text = `{"a":"${abcDigest}","b":"${abcDigest}"}`;
  assert.equal(await digestTag(new Map([a, b])), text);
  assert.equal(await digestTag(new Map([b, a])), text);
  assert.equal(await digestTag(new Map()), "{}");
});
