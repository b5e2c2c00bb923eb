import assert from "node:assert/strict";
import { z } from "zod";
import { refusalsOf } from "./refusals.ts";

Deno.test("refusalsOf() adds what any body may be refused for, and lets a route say it better", () => {
  const statuses = (operation: Parameters<typeof refusalsOf>[0]) =>
    Object.keys(refusalsOf(operation)).map(Number);
  assert.deepEqual(statuses({}), [400, 421, 500]);
  const body = { "application/json": z.object({}) };
  assert.deepEqual(statuses({ body, refusals: { 404: "No" } }), [
    400,
    404,
    413,
    415,
    421,
    500,
    503,
  ]);
  assert.equal(refusalsOf({ refusals: { 400: "The day is none" } })[400], "The day is none");
});
