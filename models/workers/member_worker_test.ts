import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import type { WorkerAnswer, WorkerTask } from "./member_worker.ts";

/** All answers up to the one that is not of progress. */
async function answersOf(...tasks: WorkerTask[]): Promise<WorkerAnswer[]> {
  const url = new URL("./member_worker.ts", import.meta.url);
  const worker = new Worker(url, { type: "module" });
  const answers: WorkerAnswer[] = [];
  for (const task of tasks) {
    await new Promise<void>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
        answers.push(data);
        if (!("progress" in data)) resolve();
      };
      worker.postMessage(task);
    });
  }
  worker.terminate();
  return answers;
}

function flag(value: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4)).fill(value);
}

const stop = flag(0);
const rows = { x: matrix(["kwh"], [1, 3]), heldOut: matrix(["kwh"], [2, 5]) };

Deno.test("the member worker tells its progress, the state and the held-out scores", async () => {
  const [progress, fitted] = await answersOf({
    detector: { name: "z_score" },
    rows,
    seed: 7,
    stop,
  });
  assert.deepEqual(progress, { progress: 1 });
  assert.ok("state" in fitted);
  assert.deepEqual([...fitted.scores], [0, 3]);
  // Mean 2, standard deviation 1.
  const scaler = { center: [2], inverse: [1], clip: 1e6 };
  assert.deepEqual(JSON.parse(fitted.state), { kind: "z_score", columns: ["kwh"], scaler });
});

Deno.test("the member worker answers an error and takes the next task", async () => {
  const none = { x: matrix(["kwh"], []), heldOut: rows.heldOut };
  const answers = await answersOf(
    { detector: { name: "z_score" }, rows: none, seed: 7, stop },
    { detector: { name: "z_score" }, rows, seed: 7, stop },
  );
  assert.ok("error" in answers[0] && answers[0].error instanceof RangeError);
  assert.ok("state" in answers[2]);
});

Deno.test("the member worker ends a fit at its next report when it is told to stop", async () => {
  const answers = await answersOf(
    { detector: { name: "isolation_forest" }, rows, seed: 7, stop: flag(1) },
    { detector: { name: "z_score" }, rows, seed: 7, stop },
  );
  assert.ok("progress" in answers[0] && answers[0].progress < 0.1);
  assert.ok("error" in answers[1] && answers[1].error instanceof DOMException);
  assert.equal(answers[1].error.name, "AbortError");
  assert.ok("state" in answers[3]);
});
