import assert from "node:assert/strict";
import { openFile } from "./open_file.ts";

const leakless = { sanitizeResources: true };

async function withFile(bytes: Uint8Array, use: (path: string) => Promise<void>): Promise<void> {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeFile(path, bytes);
    await use(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("openFile() streams a part across chunks and closes the file", leakless, async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
  await withFile(bytes, async (path) => {
    for (const [first, last] of [[0, 0], [70_000, 299_999], [10, 200_000], [299_999, 299_999]]) {
      const part = await (await openFile(path)).part({ first, last });
      const read = new Uint8Array(await new Response(part).arrayBuffer());
      assert.deepEqual(read, bytes.subarray(first, last + 1), `${first}-${last}`);
    }
  });
});

Deno.test("openFile() closes the file when a part is left half read", leakless, async () => {
  await withFile(new Uint8Array(300_000), async (path) => {
    const reader = (await (await openFile(path)).part({ first: 5, last: 299_999 })).getReader();
    await reader.read();
    await reader.cancel();
    (await openFile(path)).close();
  });
});

Deno.test("openFile() knows a file that was replaced by one of the same size", async () => {
  await withFile(new TextEncoder().encode("one"), async (path) => {
    const before = await openFile(path);
    const other = await Deno.makeTempFile();
    await Deno.writeTextFile(other, "two");
    await Deno.rename(other, path);
    const after = await openFile(path);
    assert.deepEqual([before.size, after.size], [3, 3]);
    assert.notEqual(before.version, after.version);
    assert.equal(await new Response(before.body).text(), "one");
    assert.equal(await new Response(after.body).text(), "two");
  });
});
