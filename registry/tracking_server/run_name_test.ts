import assert from "node:assert/strict";
import { runNameOf } from "./run_name.ts";

Deno.test("runNameOf() reads adjective, noun and number off the id's digits", () => {
  assert.equal(runNameOf("00000fff"), "amber-ampere-0");
  assert.equal(runNameOf("ffffffff"), "quiet-watt-95"); // 0xfff = 4095
});
