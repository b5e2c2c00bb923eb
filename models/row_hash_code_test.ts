import assert from "node:assert/strict";
import { type RowHashCode, rowHashCode } from "./row_hash_code.ts";

const [ROWS, HASHES] = [64, 1024];

function open(): { code: RowHashCode; words: Uint32Array } {
  const shared = new WebAssembly.Memory({ initial: 1 });
  const module = new WebAssembly.Module(rowHashCode());
  const { exports } = new WebAssembly.Instance(module, { memory: { shared } });
  return { code: exports as unknown as RowHashCode, words: new Uint32Array(shared.buffer) };
}

Deno.test("hashRows() is MurmurHash3 of the row's bytes", () => {
  // Published vectors of MurmurHash3_x86_32: the four-byte keys 00000000, 21436587 and "aaaa".
  const { code, words } = open();
  words.set([0x00000000, 0x87654321, 0x61616161], ROWS / 4);
  code.hashRows(ROWS, ROWS + 12, 4, 0, HASHES);
  assert.deepEqual([...words.subarray(HASHES / 4, HASHES / 4 + 2)], [0x2362f9de, 0xf55b516b]);
  code.hashRows(ROWS, ROWS + 12, 4, 0x9747b28c | 0, HASHES);
  assert.equal(words[HASHES / 4 + 2], 0x5a97808a);
});

Deno.test("hashRows() says where a value is infinite, and not where one is missing", () => {
  for (
    const [value, infinite] of [[NaN, false], [3e38, false], [Infinity, true], [-Infinity, true]]
  ) {
    const { code, words } = open();
    new Float32Array(words.buffer).set([1, 2, 3, 4, 5, Number(value)], ROWS / 4);
    code.hashRows(ROWS, ROWS + 24, 12, 0, HASHES);
    assert.equal(words.subarray(0, 4).some((word) => word !== 0), infinite, `${value}`);
  }
});
