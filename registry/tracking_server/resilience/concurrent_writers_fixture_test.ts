import assert from "node:assert/strict";
import { writeTogether } from "./concurrent_writers_fixture.ts";

Deno.test("processes and servers that write to one store at once lose nothing", async () => {
  const options = { writers: 4, servers: 2, runsPerWriter: 40, metricsPerRun: 50 };
  assert.deepEqual(await writeTogether(options), { runs: 160, metrics: 8000 });
});
