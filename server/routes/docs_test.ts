import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /docs shows commands for the address at which it is asked, with meters of its own", async () => {
  await using deps = await hostelDeps();
  const response = await createApp(deps).request("http://localhost:8123/docs");
  const { document } = parseHTML(await response.text());
  const commands = [...document.querySelectorAll("#score ~ details pre")]
    .map(({ textContent }) => textContent);
  assert.deepEqual(commands[0].split("\n"), [
    "curl 'http://localhost:8123/api/v1/score' \\",
    "  -H 'content-type: application/json' \\",
    `  --data-binary '{"readings":[{"meter":"room-2-01","ts":"2024-03-24T23:00:00.000Z","kwh":1.5}]}'`,
  ]);
});
