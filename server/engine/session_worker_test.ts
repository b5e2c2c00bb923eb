import assert from "node:assert/strict";
import { smallModel } from "./small_model_fixture.ts";
import type { WorkerAnswer, WorkerOrder } from "./worker_messages.ts";

Deno.test("session_worker.ts obeys one order after another, in the order of their messages", async () => {
  const bytes = await smallModel();
  const worker = new Worker(new URL("session_worker.ts", import.meta.url), { type: "module" });
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const answers: WorkerAnswer[] = [];
  worker.onmessage = ({ data }) => {
    if (answers.push(data) === 4) resolve();
  };
  const values = Float32Array.of(0.5, -1);
  const orders: WorkerOrder[] = [
    { id: 7, kind: "score", session: 1, rows: 1, values },
    { id: 8, kind: "open", session: 1, bytes },
    { id: 9, kind: "score", session: 1, rows: 1, values },
    { id: 10, kind: "close", session: 1 },
  ];
  for (const order of orders) worker.postMessage(order);
  await done;
  worker.terminate();
  assert.deepEqual(answers.map((answer) => [answer.id, "done" in answer]), [
    [7, false],
    [8, true],
    [9, true],
    [10, true],
  ]);
});
