import assert from "node:assert/strict";
import type { ModelContract } from "../../models/mod.ts";
import { smallModel, waves } from "./small_model_fixture.ts";
import { openLane } from "./worker_lane.ts";

const bytes = await smallModel();

function spawn(): Worker {
  return new Worker(new URL("crashing_worker_fixture.ts", import.meta.url), { type: "module" });
}

function score(rows: number) {
  const { values } = waves(rows);
  return { kind: "score", session: 1, rows, values: Float32Array.from(values) } as const;
}

Deno.test("openLane() opens its models again in the worker that replaces a lost one", async () => {
  const models = new Map([[1, bytes]]);
  const lost: string[] = [];
  const lane = openLane({ spawn, models, onLost: (reason) => void lost.push(reason) });
  const { members } = await lane.order<ModelContract>({ kind: "open", session: 1, bytes });
  const before = await lane.order<{ score: Float32Array }>(score(3));
  await assert.rejects(lane.order(score(666)), { name: "WorkerLostError", message: /666 rows/ });
  assert.equal(lane.pending, 0);
  const after = await lane.order<{ score: Float32Array; memberScores: Float32Array }>(score(3));
  assert.deepEqual(after.score, before.score);
  assert.equal(after.memberScores.length, 3 * members.length);
  assert.equal(lost.length, 1);
  await lane.close();
});

Deno.test("openLane() fails the orders that have no answer when it is closed", async () => {
  const lane = openLane({ spawn, models: new Map() });
  const waiting = lane.order({ kind: "open", session: 1, bytes });
  const failed = assert.rejects(waiting, { name: "WorkerLostError", message: /pool is closed/ });
  assert.equal(lane.pending, 1);
  await lane.close();
  await failed;
});
