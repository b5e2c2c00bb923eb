import assert from "node:assert/strict";
import { openSession } from "../../models/onnx/session.ts";
import { createSessionPool } from "./session_pool.ts";
import { COLUMNS, smallModel, waves } from "./small_model_fixture.ts";

const bytes = await smallModel();
const own = await openSession(bytes);
Deno.test.afterAll(() => own.close());

function rows(count: number, from = 0): [Float32Array<ArrayBuffer>, number] {
  return [Float32Array.from(waves(count, from).values), count];
}

Deno.test("createSessionPool() scores in workers as the main thread does", async () => {
  await using pool = createSessionPool({ workers: 2 });
  const runner = await pool.open(bytes);
  const { columns, members, threshold, metadata } = own;
  assert.deepEqual(
    [runner.columns, runner.members, runner.threshold, runner.metadata],
    [columns, members, threshold, metadata],
  );
  const batches = [1, 300, 17, 2].map((count, i) => [count, 1000 * i] as const);
  const scored = await Promise.all(batches.map((batch) => runner.run(...rows(...batch))));
  for (const [i, batch] of batches.entries()) {
    assert.deepEqual(scored[i], await own.score(waves(...batch)));
  }
  await runner.close();
  await runner.close();
  await assert.rejects(runner.run(...rows(1)), { name: "RangeError", message: /not open/ });
});

Deno.test("createSessionPool() leaves the event loop free while it scores", async () => {
  await using pool = createSessionPool({ workers: 1 });
  const runner = await pool.open(bytes);
  let turns = 0;
  let scored = false;
  const score = runner.run(...rows(50_000)).then(() => scored = true);
  while (!scored) {
    await new Promise((resolve) => setTimeout(resolve));
    turns++;
  }
  await score;
  assert.ok(turns > 5, `${turns} turns`);
});

Deno.test("createSessionPool() replaces a worker that stops, and fails only what it was computing", async () => {
  const lost: string[] = [];
  await using pool = createSessionPool({
    workers: 1,
    spawn: () =>
      new Worker(new URL("crashing_worker_fixture.ts", import.meta.url), { type: "module" }),
    onLost: (reason) => void lost.push(reason),
  });
  const runner = await pool.open(bytes);
  assert.deepEqual(await runner.run(...rows(3)), await own.score(waves(3)));
  const failed = await Promise.allSettled([runner.run(...rows(666)), runner.run(...rows(2))]);
  assert.deepEqual(failed.map(({ status }) => status), ["rejected", "rejected"]);
  for (const result of failed) {
    assert.ok(result.status === "rejected");
    assert.equal(result.reason.name, "WorkerLostError");
    assert.match(result.reason.message, /^Cannot finish scoring as the worker stopped: .*666 rows/);
  }
  assert.equal(lost.length, 1);
  assert.deepEqual(await runner.run(...rows(3)), await own.score(waves(3)));
  await runner.close();
});

Deno.test("createSessionPool() closes a session whose worker and its successor stopped", async () => {
  const lost = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let spawned = 0;
  let seen = 0;
  const dying = "data:text/javascript,throw new Error('no memory')";
  await using pool = createSessionPool({
    workers: 1,
    spawn: () =>
      new Worker(
        spawned++ === 1 ? dying : new URL("crashing_worker_fixture.ts", import.meta.url),
        { type: "module" },
      ),
    onLost: () => lost[seen++].resolve(),
  });
  const runner = await pool.open(bytes);
  await assert.rejects(runner.run(...rows(666)), { name: "WorkerLostError" });
  await Promise.all(lost.map(({ promise }) => promise));
  await runner.close();
  assert.equal(spawned, 3);
});

Deno.test("createSessionPool() says what is no model, and how many workers there may be", async () => {
  await using pool = createSessionPool({ workers: 1 });
  await assert.rejects(pool.open(Uint8Array.of(1, 2, 3)), {
    name: "SyntaxError",
    message: "Cannot read 3 bytes as an ONNX model",
  });
  const runner = await pool.open(bytes);
  await assert.rejects(runner.run(new Float32Array(3), 2), Error);
  assert.deepEqual(COLUMNS, runner.columns);
  assert.throws(() => createSessionPool({ workers: 0 }), {
    name: "RangeError",
    message: "Cannot start a pool as workers must be a whole number >= 1: current value is 0",
  });
});
