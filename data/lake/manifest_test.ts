import assert from "node:assert/strict";
import { formatManifest, type LakeManifest, parseManifest } from "./manifest.ts";

const manifest: LakeManifest = {
  dataset: "cambridge-estates",
  source: "mirror",
  sourceDigest: "ab12",
  readings: 2,
  meters: 1,
  from: Date.UTC(2018, 0, 1),
  to: Date.UTC(2020, 11, 31, 23),
  issues: 3,
  rejected: 4,
  files: [{ path: "meters-ab12.parquet", bytes: 5, sha256: "ab12" }],
};

Deno.test("formatManifest() writes ISO times and parseManifest() reads the same manifest", () => {
  const text = formatManifest(manifest);
  assert.equal(JSON.parse(text).to, "2020-12-31T23:00:00.000Z");
  assert.deepEqual(parseManifest(text), manifest);
});

Deno.test("parseManifest() names the field that is wrong", () => {
  const wrong = (field: string, value: unknown) =>
    JSON.stringify({ ...JSON.parse(formatManifest(manifest)), [field]: value });
  for (
    const [field, value] of [["readings", -1], ["from", "yesterday"], ["files", [{}]]] as const
  ) {
    assert.throws(() => parseManifest(wrong(field, value)), {
      name: "SyntaxError",
      message: new RegExp(`Cannot read the manifest of a lake: [^]*${field}`),
    });
  }
  assert.throws(() => parseManifest(wrong("other", 1)), /other/);
  assert.throws(() => parseManifest("{"), SyntaxError);
});
