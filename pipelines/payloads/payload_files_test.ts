import assert from "node:assert/strict";
import { join } from "node:path";
import { listPayloadFiles, payloadFileName, removeOldPayloads } from "./payload_files.ts";

Deno.test("removeOldPayloads() takes the oldest files of all versions, and never the newest", async () => {
  const directory = await Deno.makeTempDir();
  const files = [["m-v1", 3], ["m-v2", 1], ["m-v1", 2], ["m-v2", 4]] as const;
  for (const [version, hour] of files) {
    await Deno.mkdir(join(directory, version), { recursive: true });
    const name = payloadFileName(hour * 3_600_000, "x");
    await Deno.writeFile(join(directory, version, name), new Uint8Array(100));
  }
  const half = join(directory, "m-v1", `${payloadFileName(0, "x")}.part`);
  await Deno.writeFile(half, new Uint8Array(100));
  const hours = async () =>
    (await listPayloadFiles(directory)).map(({ path }) => Number(path.match(/T(\d\d)/)?.[1]));
  assert.deepEqual(await hours(), [1, 2, 3, 4]);
  assert.equal(await removeOldPayloads(directory, 400), 1);
  await assert.rejects(Deno.stat(half), Deno.errors.NotFound);
  assert.equal(await removeOldPayloads(directory, 399), 1);
  assert.equal(await removeOldPayloads(directory, 300), 0);
  assert.deepEqual(await hours(), [2, 3, 4]);
  assert.equal(await removeOldPayloads(directory, 0), 2);
  assert.deepEqual(await hours(), [4]);
  await Deno.remove(directory, { recursive: true });
});
