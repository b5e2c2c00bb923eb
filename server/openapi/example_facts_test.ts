import assert from "node:assert/strict";
import { HOSTEL_END, hostelDeps } from "../hostel_deps_fixture.ts";
import { createModelTable } from "../engine/model_table.ts";
import { exampleFacts } from "./example_facts.ts";

Deno.test("exampleFacts() are a scored meter and its last hour, or the hour that it is", async () => {
  await using deps = await hostelDeps();
  const model = { name: "energy-anomaly", version: "3", columns: ["residual_week", "hour"] };
  const ts = new Date(HOSTEL_END - 3_600_000).toISOString();
  const [reportId] = await deps.reports.list();
  assert.deepEqual(await exampleFacts(deps), { meterId: "room-2-01", ts, reportId, model });
  const now = () => Date.UTC(2024, 4, 1, 12, 34);
  const empty = await exampleFacts({ ...deps, now, latestScoring: () => Promise.resolve(null) });
  assert.equal(empty.ts, "2024-05-01T11:00:00.000Z");
  const without = await exampleFacts({ ...deps, models: createModelTable() });
  assert.equal(without.model.name, "energy-anomaly");
});
