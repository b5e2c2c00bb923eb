import assert from "node:assert/strict";
import { Hono } from "hono";
import type { RequestError } from "../request_error.ts";
import { after, giveUpSignal, limitTime } from "./time_limit.ts";

Deno.test("limitTime() answers when the time is over, and tells what waits", async () => {
  const timers: (() => void)[] = [];
  let expired = 0;
  let cancelled = 0;
  const limit = limitTime((body) => {
    timers.push(body);
    return () => void cancelled++;
  }, () => void expired++);
  const waits = Promise.withResolvers<void>();
  const seen: (AbortSignal | undefined)[] = [];
  const app = new Hono().use("/slow", limit).get("/slow", async (c) => {
    seen.push(giveUpSignal(c));
    await waits.promise;
    return c.text("late");
  });
  app.get("/free", (c) => c.json(giveUpSignal(c) === undefined));
  app.onError((error, c) => c.text(error.message, (error as RequestError).status));

  const first = app.request("/slow");
  const second = app.request("/slow");
  timers[0]();
  const answer = await first;
  assert.deepEqual([answer.status, await answer.text()], [
    504,
    "Request processing time exceeded limit",
  ]);
  assert.deepEqual(seen.map((signal) => signal?.aborted), [true, false]);
  assert.equal(seen[0]?.reason.status, 504);
  waits.resolve();
  assert.equal(await (await second).text(), "late");
  assert.deepEqual([expired, cancelled], [1, 2]);
  assert.equal(await (await app.request("/free")).json(), true);
});

Deno.test("after() calls back, unless it is told not to", async () => {
  const called = Promise.withResolvers<void>();
  after(0)(() => assert.fail("It was told not to"))();
  after(0)(called.resolve);
  await called.promise;
});
