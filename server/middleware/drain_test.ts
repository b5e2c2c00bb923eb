import assert from "node:assert/strict";
import { Hono } from "hono";
import type { RequestError } from "../request_error.ts";
import { createDrain } from "./drain.ts";

Deno.test("createDrain() refuses what would begin, and ends when all that had begun is answered", async () => {
  const refused: string[] = [];
  const drain = createDrain((reason) => void refused.push(reason));
  const waits = Promise.withResolvers<void>();
  const told: RequestError[] = [];
  const app = new Hono().use(drain.watch);
  app.post("/score", async (c) => {
    await waits.promise;
    return c.text("scored");
  });
  app.get("/metrics", (c) => c.text("read"));
  app.onError((error, c) => {
    told.push(error as RequestError);
    return c.text(error.message, 503);
  });
  const score = () => app.request("/score", { method: "POST" });
  const before = await app.request("/metrics");
  const underWay = score();
  const sendingTill = drain.hold();

  const ended: string[] = [];
  const stopped = drain.stop().then(() => ended.push("stopped"));
  assert.equal((await score()).status, 503);
  const [{ message, headers }] = told;
  assert.equal(message, "Cannot begin anything as the server is stopping");
  assert.deepEqual(headers, { "retry-after": "5", connection: "close" });
  assert.deepEqual(refused, ["stopping"]);
  const read = await app.request("/metrics");
  assert.deepEqual(
    [before, read].map(({ status, headers }) => [status, headers.get("connection")]),
    [[200, null], [200, "close"]],
  );

  waits.resolve();
  const answer = await underWay;
  assert.deepEqual([await answer.text(), answer.headers.get("connection")], ["scored", "close"]);
  assert.deepEqual(ended, []);
  sendingTill();
  sendingTill();
  await stopped;
  assert.deepEqual(ended, ["stopped"]);
  await drain.stop();
});
