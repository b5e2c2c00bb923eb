import assert from "node:assert/strict";
import fc from "fast-check";
import { type Matrix, selectRows } from "../../models/mod.ts";
import { openSession, type Scores } from "../../models/onnx/session.ts";
import { type BatchingOptions, createBatchingSession } from "./batching.ts";
import type { BatchFacts } from "./engine_observer.ts";
import { COLUMNS, smallModel, waves } from "./small_model_fixture.ts";

const own = await openSession(await smallModel());
Deno.test.afterAll(() => own.close());

/** A runner whose batches end when the test says so: each row's score is its load. */
function steppedRunner() {
  const batches: { readonly rows: number; end(error?: Error): void }[] = [];
  let closed = false;
  function run(values: Float32Array<ArrayBuffer>, rows: number): Promise<Scores> {
    const { promise, resolve, reject } = Promise.withResolvers<Scores>();
    const scores = {
      score: values.filter((_, i) => i % COLUMNS.length === 0),
      label: new Uint8Array(rows),
      memberScores: new Float32Array(rows),
    };
    batches.push({ rows, end: (error) => error ? reject(error) : resolve(scores) });
    return promise;
  }
  return {
    batches,
    isClosed: () => closed,
    runner: {
      columns: COLUMNS,
      members: ["one"],
      threshold: 1,
      metadata: {},
      run,
      close: () => Promise.resolve(void (closed = true)),
    },
  };
}

function stepped(options: Partial<BatchingOptions> = {}) {
  const { runner, ...rest } = steppedRunner();
  const clock = { ms: 0 };
  const session = createBatchingSession(runner, {
    concurrency: 1,
    soon: (start) => start(),
    now: () => clock.ms,
    ...options,
  });
  return { ...rest, session, clock };
}

/** Lets the promises that are settled go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

Deno.test("createBatchingSession() gives every request the bits of its rows alone", async () => {
  const x = waves(700);
  const alone = await own.score(x);
  const m = own.members.length;
  const cuts = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 12 });
  const check = fc.asyncProperty(
    cuts,
    fc.integer({ min: 1, max: 64 }),
    fc.integer({ min: 1, max: 3 }),
    async (sizes, maxRows, concurrency) => {
      const session = createBatchingSession({
        ...own,
        run: (values, rows) => own.score({ columns: COLUMNS, rows, values }),
        close: () => Promise.resolve(),
      }, { concurrency, maxRows, now: () => 0 });
      let start = 0;
      await Promise.all(sizes.map(async (size) => {
        const from = start;
        start += size;
        const rows = Array.from({ length: size }, (_, i) => (from + i) % x.rows);
        const { score, label, memberScores } = await session.score(selectRows(x, rows));
        for (const [i, row] of rows.entries()) {
          assert.equal(score[i], alone.score[row]);
          assert.equal(label[i], alone.label[row]);
          assert.deepEqual(
            memberScores.subarray(i * m, (i + 1) * m),
            alone.memberScores.subarray(row * m, (row + 1) * m),
          );
        }
      }));
    },
  );
  await fc.assert(check, { numRuns: 25, seed: 5 });
});

Deno.test("createBatchingSession() runs at once when idle, and joins what waits meanwhile", async () => {
  const facts: BatchFacts[] = [];
  const { session, batches, clock } = stepped({ onBatch: (batch) => void facts.push(batch) });
  const answers = [1, 2, 3].map((rows) => session.score(waves(rows, rows)));
  assert.deepEqual(batches.map(({ rows }) => rows), [1]);
  clock.ms = 10;
  batches[0].end();
  await settle();
  assert.deepEqual(batches.map(({ rows }) => rows), [1, 5]);
  clock.ms = 15;
  batches[1].end();
  const scores = await Promise.all(answers);
  for (const [i, rows] of [1, 2, 3].entries()) {
    const loads = waves(rows, rows).values.filter((_, at) => at % 2 === 0);
    assert.deepEqual(scores[i].score, loads);
  }
  assert.deepEqual(facts, [
    { rows: 1, requests: 1, waitMs: 0, runMs: 10 },
    { rows: 5, requests: 2, waitMs: 10, runMs: 5 },
  ]);
});

Deno.test("createBatchingSession() lets a long request take turns with short ones", async () => {
  const { session, batches } = stepped({ maxRows: 4 });
  const seen: number[] = [];
  const long = session.score(waves(10), { onProgress: (share) => void seen.push(share) });
  const short = session.score(waves(1, 50));
  batches[0].end();
  await settle();
  assert.equal(batches[1].rows, 4);
  batches[1].end();
  await settle();
  batches[2].end();
  assert.equal((await short).score[0], waves(1, 50).values[0]);
  assert.deepEqual((await long).score, waves(10).values.filter((_, at) => at % 2 === 0));
  assert.deepEqual(batches.map(({ rows }) => rows), [4, 4, 3]);
  assert.deepEqual(seen, [0.4, 0.8, 1]);
});

Deno.test("createBatchingSession() refuses what the queue cannot hold", async () => {
  const { session, batches } = stepped({ maxRows: 2, maxQueuedRows: 5, maxQueuedRequests: 3 });
  const first = session.score(waves(1));
  // Nobody waits: a request may be longer than the bound, as it must run in the end.
  const long = session.score(waves(6));
  await assert.rejects(session.score(waves(1)), { name: "QueueFullError", bound: "rows" });
  batches[0].end();
  await first;
  await settle();
  const more = [session.score(waves(1)), session.score(waves(0))];
  await assert.rejects(session.score(waves(1)), { name: "QueueFullError", bound: "rows" });
  for (let i = 1; i < batches.length; i++) {
    batches[i].end();
    await settle();
  }
  assert.equal((await long).score.length, 6);
  assert.deepEqual((await Promise.all(more)).map(({ score }) => score.length), [1, 0]);

  const waiting = [1, 2, 3, 4].map(() => session.score(waves(1)));
  await assert.rejects(session.score(waves(1)), { name: "QueueFullError", bound: "requests" });
  for (let i = batches.length - 1; i < batches.length; i++) {
    batches[i].end();
    await settle();
  }
  await Promise.all(waiting);
});

Deno.test("createBatchingSession() never runs what was given up before its turn", async () => {
  const { session, batches } = stepped();
  const first = session.score(waves(1));
  const gone = new AbortController();
  const dropped = session.score(waves(50), { signal: gone.signal });
  const kept = session.score(waves(2));
  gone.abort(new Error("Hung up"));
  batches[0].end();
  await assert.rejects(dropped, { message: "Hung up" });
  await first;
  assert.deepEqual(batches.map(({ rows }) => rows), [1, 2]);
  batches[1].end();
  await kept;
  await assert.rejects(session.score(waves(1), { signal: gone.signal }), { message: "Hung up" });
});

Deno.test("createBatchingSession() fails the requests of a batch that fails, and no other", async () => {
  const { session, batches } = stepped({ maxRows: 3 });
  const first = session.score(waves(1));
  const both = [session.score(waves(2)), session.score(waves(5))];
  batches[0].end();
  await first;
  await settle();
  const next = session.score(waves(1, 7));
  batches[1].end(new Error("Lost"));
  for (const failed of both) await assert.rejects(failed, { message: "Lost" });
  await settle();
  assert.deepEqual(batches.map(({ rows }) => rows), [1, 3, 1]);
  batches[2].end();
  assert.equal((await next).score[0], waves(1, 7).values[0]);
});

Deno.test("createBatchingSession() closes after what waits, and takes no more", async () => {
  const { session, batches, isClosed } = stepped();
  const waiting = [session.score(waves(1)), session.score(waves(1))];
  const closed = session.close();
  await assert.rejects(session.score(waves(1)), { message: "Cannot score with a closed session" });
  batches[0].end();
  await settle();
  assert.equal(isClosed(), false);
  batches[1].end();
  await Promise.all(waiting);
  await closed;
  assert.equal(isClosed(), true);
});

Deno.test("createBatchingSession() refuses other columns", async () => {
  const { session } = stepped();
  const x: Matrix = { columns: ["hour"], rows: 1, values: Float32Array.of(1) };
  await assert.rejects(session.score(x), TypeError);
});
