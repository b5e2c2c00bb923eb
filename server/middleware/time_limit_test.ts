import assert from "node:assert/strict";
import { Hono } from "hono";
import { HungUpError } from "../hung_up_error.ts";
import type { RequestError } from "../request_error.ts";
import { after, giveUpSignal, limitTime } from "./time_limit.ts";

Deno.test("limitTime() answers when the time is over, and tells what waits", async () => {
  const timers: (() => void)[] = [];
  const reasons: string[] = [];
  let cancelled = 0;
  const limit = limitTime((body) => {
    timers.push(body);
    return () => void cancelled++;
  }, (reason) => void reasons.push(reason));
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
  assert.deepEqual([reasons, cancelled], [["deadline"], 2]);
  assert.equal(await (await app.request("/free")).json(), true);
});

Deno.test("limitTime() gives up what a sender that hangs up has waited for, not what is answered", async () => {
  const seen: AbortSignal[] = [];
  const asked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const waits = Promise.withResolvers<void>();
  const app = new Hono().use(limitTime(() => () => {})).get("/:nth", async (c) => {
    const nth = Number(c.req.param("nth"));
    seen[nth] = giveUpSignal(c)!;
    asked[nth].resolve();
    if (nth === 1) await waits.promise;
    return c.text("answered");
  });
  const refused = Promise.withResolvers<Error>();
  app.onError((error, c) => (refused.resolve(error), c.text(error.message, 503)));
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
  const senders: Deno.TcpConn[] = [];
  for (const nth of [0, 1]) {
    senders[nth] = await Deno.connect({ hostname: "127.0.0.1", port: server.addr.port });
    await senders[nth].write(new TextEncoder().encode(`GET /${nth} HTTP/1.1\r\nhost: a\r\n\r\n`));
    await asked[nth].promise;
  }
  const read = await senders[0].read(new Uint8Array(1000));
  assert.ok(read! > 0);
  for (const sender of senders) sender.close();
  assert.ok(await refused.promise instanceof HungUpError);
  assert.deepEqual(seen.map(({ aborted }) => aborted), [false, true]);
  waits.resolve();
  await server.shutdown();
});

Deno.test("after() calls back, unless it is told not to", async () => {
  const called = Promise.withResolvers<void>();
  after(0)(() => assert.fail("It was told not to"))();
  after(0)(called.resolve);
  await called.promise;
});
