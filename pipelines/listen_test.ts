import assert from "node:assert/strict";
import { listen } from "./listen.ts";

const anywhere = { host: "127.0.0.1", port: 0, setting: "--port" };

Deno.test("listen() answers 503 until there is an app, and with the app until it is stopped", async () => {
  const server = listen(anywhere);
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  const early = await fetch(server.url);
  assert.deepEqual([early.status, early.headers.get("retry-after"), await early.text()], [
    503,
    "5",
    "Wattbook is getting ready: try again in a few seconds\n",
  ]);
  server.answerWith({ fetch: (request) => new Response(new URL(request.url).pathname) });
  assert.equal(await (await fetch(`${server.url}/kwh`)).text(), "/kwh");
  await server[Symbol.asyncDispose]();
  await assert.rejects(fetch(server.url), TypeError);
});

Deno.test("listen() answers the request under way before it stops", async () => {
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<Response>();
  const server = listen(anywhere);
  server.answerWith({
    fetch() {
      asked.resolve();
      return answered.promise;
    },
  });
  const answer = fetch(server.url);
  await asked.promise;
  const stopped = server[Symbol.asyncDispose]();
  answered.resolve(new Response("late"));
  assert.equal(await (await answer).text(), "late");
  await stopped;
});

Deno.test("listen() cuts off the request that has no answer when the time to stop is over", async () => {
  const asked = Promise.withResolvers<void>();
  const server = listen({ ...anywhere, drainMs: 20 });
  server.answerWith({
    fetch() {
      asked.resolve();
      return new Promise(() => {});
    },
  });
  const answer = fetch(server.url);
  await asked.promise;
  await server[Symbol.asyncDispose]();
  const { status, headers } = await answer;
  assert.deepEqual([status, headers.get("content-length")], [503, "50"]);
  await (await answer).body?.cancel();
});

Deno.test("listen() stops at a signal once it waits for one", async () => {
  await using server = listen(anywhere);
  const stopped = server.untilSignal();
  Deno.kill(Deno.pid, "SIGTERM");
  await stopped;
  await assert.rejects(fetch(server.url), TypeError);
});

Deno.test("listen() stops without a signal once what it was given resolves", async () => {
  await using server = listen(anywhere);
  await server.untilSignal(Promise.resolve());
  await assert.rejects(fetch(server.url), TypeError);
});

Deno.test("listen() names the address that is taken and the setting that changes it", async () => {
  await using first = listen(anywhere);
  const port = Number(new URL(first.url).port);
  assert.throws(() => listen({ ...anywhere, port }), {
    name: "AddrInUse",
    message: `Cannot listen on 127.0.0.1:${port} as another program does: ` +
      "choose another port by --port",
  });
});

Deno.test("listen() on every address names one that can be opened", async () => {
  await using server = listen({ ...anywhere, host: "0.0.0.0" });
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  await (await fetch(server.url)).body?.cancel();
});

Deno.test("listen() goes on listening while its app drains, and stops at once after it", async () => {
  const drained = Promise.withResolvers<void>();
  const server = listen(anywhere);
  server.answerWith({ fetch: () => new Response("late"), drain: () => drained.promise });
  const stopped = server[Symbol.asyncDispose]();
  assert.equal(await (await fetch(server.url)).text(), "late");
  drained.resolve();
  await stopped;
  await assert.rejects(fetch(server.url), TypeError);
});

Deno.test("listen() cuts off an answer whose sending outlasts the time to stop", async () => {
  const server = listen({ ...anywhere, drainMs: 20 });
  server.answerWith({
    fetch: () => new Response(new ReadableStream({ start: (c) => c.enqueue(Uint8Array.of(1)) })),
    drain: () => new Promise(() => {}),
  });
  const answer = await fetch(server.url);
  await server[Symbol.asyncDispose]();
  await assert.rejects(answer.bytes(), TypeError);
});

Deno.test("a process that listens ends although a reader stalls in the middle of its answer", async () => {
  const module = import.meta.resolve("./listen.ts");
  const code = `
    import { listen } from ${JSON.stringify(module)};
    const server = listen({ host: "127.0.0.1", port: 0, setting: "--port", drainMs: 500 });
    server.answerWith({ fetch: () => new Response(new Uint8Array(5e7)), drain: async () => {} });
    console.log(new URL(server.url).port);
    await server.untilSignal();
    console.log("stopped");`;
  const path = await Deno.makeTempFile({ suffix: ".ts" });
  await Deno.writeTextFile(path, code);
  await using process = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-config", "--no-check", "--allow-net", path],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const lines = process.stdout.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  const port = Number((await lines.next()).value);
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  await connection.read(new Uint8Array(1));
  process.kill("SIGTERM");
  assert.equal((await lines.next()).value, "stopped\n");
  assert.equal((await process.status).code, 0);
  await Deno.remove(path);
});
