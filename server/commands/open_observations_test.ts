import assert from "node:assert/strict";
import { createProgress } from "../../pipelines/mod.ts";
import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
import { parseServerConfig } from "../config.ts";
import { openObservations } from "./open_observations.ts";

Deno.test("openObservations() logs where asked, and leaves the payloads in the home", async () => {
  await using hostel = await openScoredHostel();
  const { context, dataset, model } = hostel;
  const { progress, told } = toldProgress();
  const config = parseServerConfig({ WATTBOOK_LOG: "json", WATTBOOK_PAYLOAD_SHARE: "1" });
  {
    await using opened = await openObservations(context, dataset, config, progress);
    const { observations } = opened;
    observations.scored("r7", {
      model,
      features: Float32Array.of(2, 9),
      scores: [0.5],
      labels: [0],
    });
    observations.answered({
      at: Date.UTC(2026, 0, 1),
      requestId: "r7",
      method: "POST",
      route: "/invocations",
      status: 200,
      ms: 1,
      parts: {},
    });
  }
  assert.equal(JSON.parse(told()).request_id, "r7");
  const files = `${context.config.home}/payloads/${dataset}/energy-anomaly-v3/*.parquet`;
  assert.deepEqual(
    await context.db.rows(`SELECT residual_week, hour, score FROM '${files}'`),
    [{ residual_week: 2, hour: 9, score: 0.5 }],
  );
});

Deno.test("openObservations() tells how many payloads were dropped", async () => {
  await using hostel = await openScoredHostel();
  const { context, dataset, model } = hostel;
  const { progress, told } = toldProgress();
  const rows = 50_003;
  {
    const config = parseServerConfig({ WATTBOOK_PAYLOAD_SHARE: "1" });
    await using opened = await openObservations(context, dataset, config, progress);
    opened.observations.scored("r8", {
      model,
      features: new Float32Array(rows * model.columns.length),
      scores: new Float32Array(rows),
      labels: new Uint8Array(rows),
    });
  }
  assert.equal(told(), "payloads: 3 rows were dropped\n");
});

function toldProgress() {
  let told = "";
  const write = (text: string) => void (told += text);
  return {
    progress: createProgress({ write, isTerminal: false, now: () => 0 }),
    told: () => told,
  };
}
