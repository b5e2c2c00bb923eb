import assert from "node:assert/strict";
import { writeTogether } from "./concurrent_writers_fixture.ts";

Deno.test("8 processes log 200 runs of 50 metrics each to one store and lose nothing", async () => {
  const options = { writers: 8, servers: 2, runsPerWriter: 200, metricsPerRun: 50 };
  assert.deepEqual(await writeTogether(options), { runs: 1600, metrics: 80_000 });
});
