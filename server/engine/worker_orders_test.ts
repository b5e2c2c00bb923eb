import assert from "node:assert/strict";
import { detectors, ensembleToOnnx, fitEnsemble, matrix } from "../../models/mod.ts";
import type { WorkerAnswer } from "./worker_messages.ts";
import { obey } from "./worker_orders.ts";

Deno.test("obey() opens, scores and closes, and answers what it cannot do with its error", async () => {
  const x = matrix(["hour"], [1, 2, 3, 4]);
  const ensemble = await fitEnsemble(x, x, [{ detector: detectors.iqr() }], { seed: 1 });
  const answers: WorkerAnswer[] = [];
  const transferred: number[] = [];
  const port = {
    postMessage(answer: WorkerAnswer, transfer: Transferable[]) {
      answers.push(answer);
      transferred.push(transfer.length);
    },
  };
  const values = Float32Array.of(2, 1e9);
  const score = { kind: "score", session: 5, rows: 2, values } as const;
  await obey({ id: 1, kind: "open", session: 5, bytes: ensembleToOnnx(ensemble, 0.5) }, port);
  await obey({ id: 2, ...score }, port);
  await obey({ id: 3, ...score, rows: 3 }, port);
  await obey({ id: 4, kind: "close", session: 5 }, port);
  await obey({ id: 5, ...score }, port);
  assert.deepEqual(answers.map(({ id }) => id), [1, 2, 3, 4, 5]);
  const [opened, scored, wrong, closed, gone] = answers;
  assert.deepEqual(opened, {
    id: 1,
    done: { columns: ["hour"], members: ["iqr"], threshold: 0.5, metadata: {} },
  });
  assert.ok("done" in scored && scored.done !== null && "score" in scored.done);
  assert.deepEqual([...scored.done.label], [0, 1]);
  assert.ok("failed" in wrong);
  assert.deepEqual(closed, { id: 4, done: null });
  const message = "Cannot score with session 5: not open";
  assert.deepEqual(gone, { id: 5, failed: { name: "RangeError", message } });
  assert.deepEqual(transferred, [0, 3, 0, 0, 0]);
});
