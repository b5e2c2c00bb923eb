import assert from "node:assert/strict";
import { thinRows } from "./thin_rows.ts";

/** Hours of one meter; letters are faults, capitals their wrong hours, dots usual ones. */
function hours(text: string) {
  const letters = [...text];
  const names = [...new Set(letters.map((letter) => letter.toLowerCase()))]
    .filter((name) => name !== ".");
  return {
    meterIds: letters.map(() => "m"),
    label: Uint8Array.from(letters, (letter) => /[A-Z]/.test(letter) ? 1 : 0),
    fault: Int32Array.from(letters, (letter) => names.indexOf(letter.toLowerCase())),
  };
}

Deno.test("thinRows() keeps short faults whole and ten hours of long ones, spread over all of them", () => {
  const text = `AB${"C".repeat(10)}${"D".repeat(50)}`;
  const spread = Array.from({ length: 10 }, (_, i) => 12 + 5 * i + 2);
  assert.deepEqual([...thinRows(hours(text))], [...Array(12).keys(), ...spread]);
});

Deno.test("thinRows() keeps no hour in the time of a fault that is not wrong itself", () => {
  assert.deepEqual([...thinRows(hours("AaaAaaA"))], [0, 3, 6]);
});

Deno.test("thinRows() keeps every tenth usual hour of each meter", () => {
  const one = hours(`${".".repeat(30)}A${".".repeat(30)}`);
  assert.deepEqual([...thinRows(one)], [0, 10, 20, 30, 31, 41, 51]);
  const two = thinRows({
    meterIds: [...one.meterIds, ...one.meterIds.map(() => "n")],
    label: Uint8Array.of(...one.label, ...one.label),
    fault: Int32Array.of(...one.fault, ...one.fault.map((fault) => fault < 0 ? fault : 1)),
  });
  assert.deepEqual([...two].slice(7), [61, 71, 81, 91, 92, 102, 112]);
});
