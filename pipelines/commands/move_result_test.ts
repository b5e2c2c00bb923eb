import assert from "node:assert/strict";
import { type Promotion, PromotionRefusedError } from "../../registry/mod.ts";
import { moveResult } from "./move_result.ts";

const finding = {
  gate: "size",
  subject: "bytes",
  found: 11,
  expected: "at most 10",
  passed: false,
};
const TABLE = `
| gate | what  | found | expected   | passed |
| ---- | ----- | ----- | ---------- | ------ |
| size | bytes | 11    | at most 10 | no     |
`.trim();

Deno.test("moveResult() tells what moved, and from where", async () => {
  const move = { name: "energy", alias: "champion", to: "2" } as Promotion["move"];
  const text = async (move: Promotion["move"]) =>
    (await moveResult(Promise.resolve({ move, findings: [finding] }))).text;
  assert.equal(await text(move), `${TABLE}\n\nchampion of energy is now version 2`);
  assert.equal(
    await text({ ...move, from: "1" }),
    `${TABLE}\n\nchampion of energy is now version 2; before, it was version 1`,
  );
});

Deno.test("moveResult() ends a refusal with 1, and fails with what is none", async () => {
  const refused = moveResult(
    Promise.reject(new PromotionRefusedError("Cannot promote", [finding])),
  );
  const refusal = "Cannot promote: gate size: bytes: expected at most 10, got 11";
  assert.deepEqual(await refused, {
    text: `${TABLE}\n\n${refusal}`,
    json: { moved: false, refusal, findings: [finding] },
    code: 1,
  });
  await assert.rejects(moveResult(Promise.reject(new RangeError("Cannot"))), RangeError);
});
