import assert from "node:assert/strict";
import { health } from "./health.ts";
import { alive, ping } from "./ping.ts";

Deno.test("alive() answers 200 with a line end as MLflow does", async () => {
  const response = alive();
  assert.deepEqual([response.status, response.headers.get("content-type"), await response.text()], [
    200,
    "application/json",
    "\n",
  ]);
});

Deno.test("/ping and /health give the same answer", () => {
  assert.equal(ping.answer, health.answer);
});
