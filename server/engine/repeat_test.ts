import assert from "node:assert/strict";
import { pauseOf, repeat } from "./repeat.ts";

Deno.test("repeat() waits before each run, and never runs twice at a time", async () => {
  const pauses: PromiseWithResolvers<void>[] = [];
  const runs: PromiseWithResolvers<void>[] = [];
  const next = (list: PromiseWithResolvers<void>[]) => {
    const made = Promise.withResolvers<void>();
    list.push(made);
    return made.promise;
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const repeated = repeat(() => next(runs), (signal) => {
    signal.addEventListener("abort", () => pauses.at(-1)?.resolve());
    return next(pauses);
  });
  assert.deepEqual([pauses.length, runs.length], [1, 0]);
  pauses[0].resolve();
  await settle();
  assert.deepEqual([pauses.length, runs.length], [1, 1]);
  runs[0].resolve();
  await settle();
  assert.deepEqual([pauses.length, runs.length], [2, 1]);
  await repeated[Symbol.asyncDispose]();
  assert.deepEqual([pauses.length, runs.length], [2, 1]);
});

Deno.test("repeat() ends after the run under way", async () => {
  const run = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let ended = false;
  const repeated = repeat(() => {
    begun.resolve();
    return run.promise;
  }, () => Promise.resolve());
  await begun.promise;
  const end = Promise.resolve(repeated[Symbol.asyncDispose]()).then(() => ended = true);
  await Promise.resolve();
  assert.equal(ended, false);
  run.resolve();
  await end;
});

Deno.test("pauseOf() ends at once when it is told to", async () => {
  const stop = new AbortController();
  const pause = pauseOf(3600)(stop.signal);
  stop.abort();
  await pause;
  await pauseOf(0)(new AbortController().signal);
});

Deno.test("repeat() that is ended during a run does not wait for another pause", async () => {
  const run = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let pauses = 0;
  const repeated = repeat(() => {
    begun.resolve();
    return run.promise;
  }, (signal) => pauseOf(pauses++ === 0 ? 0 : 3600)(signal));
  await begun.promise;
  const ended = Promise.resolve(repeated[Symbol.asyncDispose]());
  run.resolve();
  await ended;
  assert.equal(pauses, 2);
});
