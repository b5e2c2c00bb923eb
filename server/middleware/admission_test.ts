import assert from "node:assert/strict";
import { Hono } from "hono";
import type { RequestError } from "../request_error.ts";
import { createAdmission } from "./admission.ts";

Deno.test("createAdmission() refuses beyond the bound, of all routes together, and recovers", async () => {
  const { promise: open, resolve } = Promise.withResolvers<void>();
  const refused: string[] = [];
  const bounds = { requests: 2, bytes: 1000, bodyBytes: 100 };
  const admission = createAdmission(bounds, {
    onRefused: (reason) => void refused.push(reason),
  });
  const { admit: shared } = admission;
  const app = new Hono().use("/a", shared).use("/b", shared)
    .get("/a", async (c) => {
      await open;
      return c.text("a");
    })
    .get("/b", async () => {
      await open;
      throw new RangeError("Cannot go on");
    })
    .get("/c", (c) => c.text("c"));
  const told: Error[] = [];
  app.onError((error, c) => {
    told.push(error);
    return c.text(error.message, 500);
  });
  assert.equal(admission.refusal(), undefined);
  const held = [app.request("/a"), app.request("/b")];
  await app.request("/a");
  const [error] = told as RequestError[];
  assert.deepEqual([error.status, error.message, error.headers], [
    503,
    "Cannot score now: expected at most 2 requests at the same time, got one more",
    { "retry-after": "1" },
  ]);
  assert.equal(admission.refusal()?.status, 503);
  assert.deepEqual(refused, ["too_many_requests", "too_many_requests"]);
  assert.equal((await app.request("/c")).status, 200);
  resolve();
  assert.deepEqual((await Promise.all(held)).map(({ status }) => status), [200, 500]);
  for (const path of ["/b", "/b", "/b", "/a"]) {
    assert.equal((await app.request(path)).status, path === "/a" ? 200 : 500);
  }
});

Deno.test("createAdmission() bounds the bytes of bodies, and takes one of unknown size for the largest", async () => {
  const held = Promise.withResolvers<void>();
  const app = new Hono().use(createAdmission({ requests: 10, bytes: 150, bodyBytes: 100 }).admit);
  app.post("/", async (c) => {
    await held.promise;
    return c.text("");
  });
  app.onError((error, c) => c.text(error.message, (error as RequestError).status));
  const send = (length?: number) => {
    const headers = new Headers();
    if (length !== undefined) headers.set("content-length", String(length));
    return app.request("/", { method: "POST", headers });
  };
  const answers = [send(), send(50), send(1), send(0)];
  held.resolve();
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  assert.deepEqual(statuses, [200, 200, 503, 200]);
  assert.equal(
    await (await answers[2]).text(),
    "Cannot score now: expected at most 150 bytes of bodies at the same time, got more",
  );
  assert.equal((await send(1_000_000)).status, 200);
});

Deno.test("createAdmission() holds one request less for every two refusals that wait", async () => {
  const bounds = { requests: 8, fewest: 3, bytes: 1000, bodyBytes: 0 };
  /** How many of nine requests are held while so many refusals wait. */
  const heldWhile = async (waiting: number) => {
    let held = 0;
    const admission = createAdmission(bounds, { refusing: () => waiting });
    const app = new Hono().use(admission.admit).get("/", (c) => {
      held++;
      return opened.promise.then(() => c.text("late"));
    });
    app.onError((error, c) => c.text(error.message, (error as RequestError).status));
    const opened = Promise.withResolvers<void>();
    const answers = Array.from({ length: 9 }, () => app.request("/"));
    opened.resolve();
    await Promise.all(answers);
    return held;
  };
  for (const [waiting, held] of [[0, 8], [2, 7], [5, 6], [9, 4], [10, 3], [100, 3]]) {
    assert.equal(await heldWhile(waiting), held, `${waiting} wait`);
  }
});
