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
    await assert.rejects(createClient({ baseUrl }).raw(read), {
      name: "MlflowError",
      errorCode: "RESOURCE_DOES_NOT_EXIST",
      status: 404,
      message: "Run with id=1 not found",
    });
  });
});

Deno.test("createClient() names an endpoint that the server lacks", async () => {
  await withServer(() => new Response(null, { status: 404 }), async (baseUrl) => {
    await assert.rejects(createClient({ baseUrl }).raw(read), { errorCode: "ENDPOINT_NOT_FOUND" });
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
    await assert.rejects(client.raw(post), { status: 503 });
    assert.equal(attempts, 1);
    attempts = 0;
    const answer = await client.json(
      { ...post, repeatable: true },
      z.object({ done: z.boolean() }),
    );
    assert.deepEqual([answer, attempts], [{ done: true }, 2]);
  });
});

Deno.test("createClient() does not repeat a refusal", async () => {
  let attempts = 0;
  await withServer(() => (attempts++, new Response(null, { status: 400 })), async (baseUrl) => {
    await assert.rejects(createClient({ baseUrl }).raw(read), { status: 400 });
  });
  assert.equal(attempts, 1);
});

Deno.test("createClient() refuses an answer that is not what the protocol says", async () => {
  await withServer(() => Response.json({ run: 7 }), async (baseUrl) => {
    const schema = z.object({ run: z.string() });
    await assert.rejects(createClient({ baseUrl }).json(read, schema), {
      name: "TypeError",
      message: /^Cannot read the answer of GET read: /,
    });
  });
});

Deno.test("createClient() reads an empty answer as an empty object", async () => {
  const client = createClient({ baseUrl: "http://127.0.0.1", fetch: () => new Response("") });
  assert.deepEqual(await client.json(read, z.unknown()), {});
});

Deno.test("createClient() refuses an address that is not http or https", () => {
  assert.throws(() => createClient({ baseUrl: "sqlite:///mlflow.db" }), {
    name: "TypeError",
    message:
      'Cannot open a tracking client as its address must be http or https: current value is "sqlite:///mlflow.db"',
  });
});
