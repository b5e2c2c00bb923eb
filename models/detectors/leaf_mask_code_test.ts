import assert from "node:assert/strict";
import {
  type LeafMaskCode,
  leafMaskCode,
  LEVELS,
  MASK_BYTES,
  MASK_ROWS,
} from "./leaf_mask_code.ts";

const WORDS = MASK_BYTES / 4;

function open(): { code: LeafMaskCode; shared: ArrayBuffer; words: Uint32Array } {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const module = new WebAssembly.Module(leafMaskCode());
  const { exports } = new WebAssembly.Instance(module, { memory: { shared: memory } });
  const code = exports as unknown as LeafMaskCode;
  return { code, shared: memory.buffer, words: new Uint32Array(memory.buffer) };
}

/** A mask of the same word throughout. */
function put(words: Uint32Array, address: number, word: number): void {
  words.fill(word, address / 4, address / 4 + WORDS);
}

function at(words: Uint32Array, address: number): number[] {
  return [...new Set(words.subarray(address / 4, address / 4 + WORDS))];
}

Deno.test("joinMasks() joins each mask with those after it, up to the end and no further", () => {
  const { code, words } = open();
  const masks = [1, 2, 4, 8].map((word, i) => {
    put(words, 1024 + i * MASK_BYTES, word);
    return 1024 + i * MASK_BYTES;
  });
  code.joinMasks(masks[0], masks[3]);
  assert.deepEqual(masks.map((address) => at(words, address)), [[7], [6], [4], [8]]);
});

Deno.test("walk() parts the rows at every node and notes by level who went right", () => {
  const { code, words } = open();
  const [planes, program] = [1024, 4096];
  const [all, left, right, rightLeft, rightRight] = [0, 1, 2, 3, 4].map((i) =>
    8192 + i * MASK_BYTES
  );
  const [high, odd] = [16384, 16384 + MASK_BYTES];
  put(words, all, 0xffffffff);
  put(words, high, 0xffff0000);
  put(words, odd, 0xaaaaaaaa);
  put(words, planes + 2 * MASK_BYTES, 0x1234);
  const first = [program + 20, high, all, left, right];
  const second = [program + 40, odd, right, rightLeft, rightRight];
  const rest = Array.from({ length: LEVELS - 2 }, (_, i) => program + 44 + 4 * i);
  words.set([...first, ...second, ...rest, 0], program / 4);
  code.walk(program, planes);
  assert.deepEqual([left, right].map((address) => at(words, address)), [[0xffff], [0xffff0000]]);
  assert.deepEqual(at(words, rightLeft), [0x55550000]);
  assert.deepEqual(at(words, rightRight), [0xaaaa0000]);
  const levels = [0, 1, 2, 7].map((level) => at(words, planes + level * MASK_BYTES));
  assert.deepEqual(levels, [[0xffff0000], [0xaaaa0000], [0], [0]]);
});

Deno.test("addValues() gives every row the value that its bits number", () => {
  const { code, shared } = open();
  const [planes, values, sums] = [1024, 2048, 8192];
  const bytes = new Uint8Array(shared);
  const doubles = new Float64Array(shared);
  const leafOf = (row: number) => row * 37 % 256;
  for (let row = 0; row < MASK_ROWS; row++) {
    for (let level = 0; level < LEVELS; level++) {
      const bit = leafOf(row) >> level & 1;
      bytes[planes + level * MASK_BYTES + (row >> 3)] |= bit << (row & 7);
    }
    doubles[sums / 8 + row] = 1000 * row;
  }
  for (let leaf = 0; leaf < 256; leaf++) doubles[values / 8 + leaf] = leaf / 2;
  code.addValues(planes, values, sums);
  for (let row = 0; row < MASK_ROWS; row++) {
    assert.equal(doubles[sums / 8 + row], 1000 * row + leafOf(row) / 2, `row ${row}`);
  }
});
