import assert from "node:assert/strict";
import { z } from "zod";
import { type Call, createClient } from "./client.ts";

/** A real server on a port of its own that answers each request by `handle`. */
async function withServer(
  handle: (request: Request) => Response | Promise<Response>,
  use: (baseUrl: string) => Promise<void>,
): Promise<void> {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, handle);
  try {
    await use(`http://127.0.0.1:${server.addr.port}/`);
  } finally {
    await server.shutdown();
  }
}

const read: Call = { method: "GET", path: "read", repeatable: true };

Deno.test("createClient() sends query, JSON and credentials as the protocol has them", async () => {
  const seen: unknown[] = [];
  await withServer(async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    seen.push([pathname, searchParams.getAll("id"), request.headers.get("authorization")]);
    seen.push(await request.text());
    return Response.json({});
  }, async (baseUrl) => {
    const query = { id: ["a", "b&c"], none: undefined };
    await createClient({ baseUrl, credentials: { token: "t" } }).json(
      { ...read, query },
      z.unknown(),
    );
    const credentials = { username: "me", password: "ä" };
    const call: Call = {
      method: "DELETE",
      path: "x",
      json: { step: 2n ** 60n, value: NaN },
      repeatable: false,
    };
    await createClient({ baseUrl, credentials }).json(call, z.unknown());
  });
  assert.deepEqual(seen, [
    ["/read", ["a", "b&c"], "Bearer t"],
    "",
    ["/x", [], "Basic bWU6w6Q="],
    '{"step":1152921504606846976,"value":"NaN"}',
  ]);
});

Deno.test("createClient() turns MLflow's error body into MlflowError", async () => {
  const body = { error_code: "RESOURCE_DOES_NOT_EXIST", message: "Run with id=1 not found" };
  await withServer(() => Response.json(body, { status: 404 }), async (baseUrl) => {
    await assert.rejects(createClient({ baseUrl }).stream(read), {
      name: "MlflowError",
      errorCode: "RESOURCE_DOES_NOT_EXIST",
      status: 404,
      message: "Run with id=1 not found",
    });
  });
});

Deno.test("createClient() names an endpoint that the server lacks", async () => {
  await withServer(() => new Response(null, { status: 404 }), async (baseUrl) => {
    await assert.rejects(createClient({ baseUrl }).stream(read), {
      errorCode: "ENDPOINT_NOT_FOUND",
    });
  });
});

Deno.test("createClient() repeats only what is safe to repeat", async () => {
  let attempts = 0;
  await withServer(() => {
    attempts++;
    return attempts < 2 ? new Response("busy", { status: 503 }) : Response.json({ done: true });
  }, async (baseUrl) => {
    const client = createClient({ baseUrl, retries: 1 });
    const post: Call = { method: "POST", path: "create", json: {}, repeatable: false };
    await assert.rejects(client.json(post, z.unknown()), { status: 503 });
    assert.equal(attempts, 1);
    attempts = 0;
    const answer = await client.json(
      { ...post, repeatable: true },
      z.object({ done: z.boolean() }),
    );
    assert.deepEqual([answer, attempts], [{ done: true }, 2]);
  });
});

/** Runs `use` with pauses that are noted instead of slept. */
async function withPauses(use: (pauses: number[]) => Promise<void>): Promise<void> {
  const { setTimeout: sleep } = globalThis;
  const pauses: number[] = [];
  globalThis.setTimeout = (
    (then: () => void, milliseconds: number) => {
      const isPause = milliseconds !== patience;
      if (isPause) pauses.push(milliseconds);
      return sleep(then, isPause ? 0 : milliseconds);
    }
  ) as typeof setTimeout;
  try {
    await use(pauses);
  } finally {
    globalThis.setTimeout = sleep;
  }
}

const patience = 5000;

Deno.test("createClient() waits as long as a busy server asks, up to half a minute", async () => {
  for (const [asked, waited] of [["1", 1000], ["3600", 30_000]] as const) {
    let attempts = 0;
    const fetch = () =>
      attempts++ === 0
        ? new Response("busy", { status: 429, headers: { "retry-after": asked } })
        : Response.json({ done: true });
    const client = createClient({ baseUrl: "http://127.0.0.1", timeout: patience, fetch });
    await withPauses(async (pauses) => {
      await client.json(read, z.object({ done: z.literal(true) }));
      assert.deepEqual(pauses, [waited]);
    });
  }
});

Deno.test("createClient() does not repeat a refusal", async () => {
  let attempts = 0;
  await withServer(() => (attempts++, new Response(null, { status: 400 })), async (baseUrl) => {
    await assert.rejects(createClient({ baseUrl }).stream(read), { status: 400 });
  });
  assert.equal(attempts, 1);
});

Deno.test("createClient() refuses an answer that is not what the protocol says", async () => {
  await withServer(() => Response.json({ run: 7 }), async (baseUrl) => {
    const schema = z.object({ run: z.string() });
    await assert.rejects(createClient({ baseUrl }).json(read, schema), {
      name: "TypeError",
      message: /^Cannot read the answer of GET http:\/\/127\.0\.0\.1:\d+\/read: /,
    });
  });
});

Deno.test("createClient() tells a page of another server from an answer", async () => {
  const page = new Blob(["<html>Log in</html>"], { type: "text/html" });
  await withServer(() => new Response(page), async (baseUrl) => {
    await assert.rejects(createClient({ baseUrl }).json(read, z.unknown()), {
      name: "TypeError",
      message:
        `Cannot read the answer of GET ${baseUrl}read: expected MLflow's JSON, got "<html>Log in</html>"`,
    });
    await assert.rejects(createClient({ baseUrl }).stream(read), {
      name: "TypeError",
      message: `Cannot read the answer of GET ${baseUrl}read: expected a file, got a page of HTML`,
    });
  });
});

Deno.test("createClient() names the endpoint and its address for a page that is a refusal", async () => {
  const headers = { "content-type": "text/html" };
  await withServer(() => new Response("<html>", { status: 502, headers }), async (baseUrl) => {
    const client = createClient({ baseUrl, retries: 0 });
    for (const send of [client.stream(read), client.json(read, z.unknown())]) {
      await assert.rejects(send, {
        name: "MlflowError",
        message: `Cannot finish GET ${baseUrl}read as its status is 502`,
      });
    }
  });
});

function endless(): Response {
  return new Response(
    new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) }),
  );
}

function steady(chunks: number, gap: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      if (chunks-- === 0) return controller.close();
      await new Promise((resolve) => setTimeout(resolve, gap));
      controller.enqueue(new Uint8Array([1]));
    },
  }, { highWaterMark: 0 });
}

const late = { name: "TimeoutError" };

Deno.test("createClient() gives up an answer that stalls", async () => {
  await withServer(endless, async (baseUrl) => {
    const client = createClient({ baseUrl, timeout: 200 });
    await assert.rejects(client.json(read, z.unknown()), late);
    await assert.rejects(new Response((await client.stream(read)).body).bytes(), late);
  });
});

Deno.test("createClient() lets steady transfers take longer than its timeout", async () => {
  await withServer(async (request) => {
    const { length } = await request.bytes();
    return length === 0 ? new Response(steady(6, 100)) : Response.json({ length });
  }, async (baseUrl) => {
    const client = createClient({ baseUrl, timeout: 300 });
    const upload: Call = {
      method: "PUT",
      path: "x",
      body: { size: 6, stream: steady(6, 100) },
      repeatable: true,
    };
    assert.deepEqual(await client.json(upload, z.object({ length: z.int() })), { length: 6 });
    assert.equal((await new Response((await client.stream(read)).body).bytes()).length, 6);
  });
});

Deno.test("createClient() gives up an upload whose source stalls, also in this process", async () => {
  const upload = (): Call => ({
    method: "PUT",
    path: "x",
    body: { size: 1, stream: new ReadableStream() },
    repeatable: true,
  });
  async function swallow(request: Request): Promise<Response> {
    await request.bytes().catch(() => undefined);
    return Response.json({});
  }
  await withServer(swallow, async (baseUrl) => {
    const client = createClient({ baseUrl, timeout: 200 });
    await assert.rejects(client.json(upload(), z.unknown()), late);
  });
  const hang = () => new Promise<Response>(() => {});
  const client = createClient({ baseUrl: "http://127.0.0.1", timeout: 200, fetch: hang });
  await assert.rejects(client.json(upload(), z.unknown()), late);
  await assert.rejects(client.json(read, z.unknown()), {
    ...late,
    message: "Cannot finish GET http://127.0.0.1/read as the server took too long",
  });
});

Deno.test("createClient() shows its credentials in no error", async () => {
  async function shown(baseUrl: string, timeout: number): Promise<string> {
    const credentials = { token: "S3CRET" };
    const client = createClient({ baseUrl, credentials, timeout, retries: 0 });
    const errors = [client.json(read, z.unknown()), client.stream(read)].map((sent) =>
      sent.then(() => "", (error) => Deno.inspect(error, { depth: 20, showHidden: true }))
    );
    return (await Promise.all(errors)).join("\n");
  }
  const refusal = { error_code: "PERMISSION_DENIED", message: "No" };
  await withServer(() => Response.json(refusal, { status: 403 }), async (baseUrl) => {
    assert.match(await shown(baseUrl, 5000), /MlflowError: No/);
    assert.doesNotMatch(await shown(baseUrl, 5000), /S3CRET/);
  });
  await withServer(() => new Response("<html>", { status: 502 }), async (baseUrl) => {
    const text = await shown(baseUrl, 5000);
    assert.match(text, /Cannot finish GET http:\/\/127.0.0.1:\d+\/read as its status is 502/);
    assert.doesNotMatch(text, /S3CRET/);
  });
  await withServer(() => new Promise((resolve) => setTimeout(resolve, 300, new Response())), async (
    baseUrl,
  ) => {
    const text = await shown(baseUrl, 100);
    assert.match(text, /TimeoutError: Cannot finish GET/);
    assert.doesNotMatch(text, /S3CRET/);
  });
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  const text = await shown(`http://127.0.0.1:${listener.addr.port}`, 5000);
  assert.match(text, /Cannot reach the tracking server for GET http:\/\/127.0.0.1:\d+\/read/);
  assert.doesNotMatch(text, /S3CRET/);
});

Deno.test("createClient() reads an empty answer as an empty object", async () => {
  const client = createClient({ baseUrl: "http://127.0.0.1", fetch: () => new Response("") });
  assert.deepEqual(await client.json(read, z.unknown()), {});
});
