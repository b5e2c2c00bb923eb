import assert from "node:assert/strict";
import { unsigned, V128, wasmModule } from "./wasm_module.ts";

function instantiate(bytes: Uint8Array<ArrayBuffer>): [WebAssembly.Exports, Int32Array] {
  const shared = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { memory: { shared } });
  return [instance.exports, new Int32Array(shared.buffer)];
}

Deno.test("wasmModule() makes functions that write to the memory given", () => {
  // local.get 0, local.get 1, i32.store
  const put = { name: "put", parameters: 2, variables: [], code: [0x20, 0, 0x20, 1, 0x36, 0, 0] };
  // local.get 1, v128.load, local.tee 2 and v128.store at local 0
  const copy = {
    name: "copy",
    parameters: 2,
    variables: [V128],
    code: [0x20, 0, 0x20, 1, 0xfd, 0, 0, 0, 0x22, 2, 0xfd, 11, 0, 0],
  };
  const [exports, words] = instantiate(wasmModule([put, copy]));
  assert.deepEqual(Object.keys(exports), ["put", "copy"]);
  const { put: callPut, copy: callCopy } = exports;
  assert.ok(typeof callPut === "function" && typeof callCopy === "function");
  for (let i = 0; i < 4; i++) callPut(16 + 4 * i, 7 * i);
  callCopy(64, 16);
  assert.deepEqual([...words.subarray(16, 20)], [0, 7, 14, 21]);
});

Deno.test("wasmModule() writes lengths of more than one byte", () => {
  const code = Array.from({ length: 300 }, () => 0x01);
  const bytes = wasmModule([{ name: "rest", parameters: 0, variables: [], code }]);
  assert.ok(WebAssembly.validate(bytes));
});

Deno.test("unsigned() is LEB128", () => {
  // The example of the DWARF standard, and the ends of one and two bytes.
  assert.deepEqual(unsigned(12857), [57 + 0x80, 100]);
  assert.deepEqual([0, 127, 128, 16383, 16384].map(unsigned), [
    ...[[0], [127], [0x80, 1], [0xff, 127], [0x80, 0x80, 1]],
  ]);
});
