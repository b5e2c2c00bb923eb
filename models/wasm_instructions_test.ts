import assert from "node:assert/strict";
import {
  BRANCH_IF,
  constant,
  END,
  get,
  I32_ADD,
  LESS,
  LOOP,
  set,
  tee,
} from "./wasm_instructions.ts";
import { I32, wasmModule } from "./wasm_module.ts";

Deno.test("constant() is LEB128 with a sign", () => {
  // The examples of the DWARF standard.
  const examples = { 2: [2], "-2": [0x7e], 127: [0xff, 0], "-127": [0x81, 0x7f], 128: [0x80, 1] };
  for (const [value, bytes] of Object.entries(examples)) {
    assert.deepEqual(constant(Number(value)), [0x41, ...bytes]);
  }
});

Deno.test("the instructions make a loop that sums the numbers below the first argument", () => {
  const [to, address, number, sum] = [0, 1, 2, 3];
  const store = [0x36, 0, 0];
  const code = [
    ...LOOP,
    ...[...get(sum), ...get(number), I32_ADD, ...set(sum)],
    ...[...get(number), ...constant(1), I32_ADD, ...tee(number)],
    ...[...get(to), LESS, BRANCH_IF, 0],
    END,
    ...[...get(address), ...get(sum), ...store],
  ];
  const bytes = wasmModule([{ name: "sum", parameters: 2, variables: [I32, I32], code }]);
  const shared = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    memory: { shared },
  });
  const { sum: callSum } = exports;
  assert.ok(typeof callSum === "function");
  callSum(101, 8);
  assert.equal(new Int32Array(shared.buffer)[2], 5050);
});
