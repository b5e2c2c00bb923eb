import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { createClient, createExperiment, createRegisteredModel, createRun } from "../client/mod.ts";
import { Unreadable } from "./run_source.ts";
import { openServer, openServerAt } from "./server.ts";

Deno.test("openServerAt() tells no password, and sends it", async () => {
  const seen: (string | null)[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, (request) => {
    seen.push(request.headers.get("authorization"));
    return Response.json({ experiments: [] });
  });
  const source = openServerAt(`http://ann:se%3Acret@127.0.0.1:${server.addr.port}/`);
  assert.equal(source.place, `http://127.0.0.1:${server.addr.port}`);
  assert.deepEqual(await Array.fromAsync(source.experiments()), []);
  // printf 'ann:se:cret' | base64
  assert.deepEqual(seen, ["Basic YW5uOnNlOmNyZXQ="]);
  await server.shutdown();
});

Deno.test("openServer() lists runs by their start over several pages, none twice", async () => {
  await withClient(async (client) => {
    const experimentId = await createExperiment(client, { name: "many" });
    for (let i = 0; i < 205; i++) {
      await createRun(client, { experimentId, runName: `run ${i}`, startTime: 1000 - i });
    }
    const experiment = { id: experimentId, name: "many", lifecycle: "active", tags: {} } as const;
    const names: string[] = [];
    for await (const run of openServer(client).runs(experiment)) {
      if ("name" in run) names.push(run.name);
    }
    assert.deepEqual(names, Array.from({ length: 205 }, (_, i) => `run ${204 - i}`));
  });
});

Deno.test("openServer() lists a prompt once, whether or not the server hides prompts", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "load" });
    await createRegisteredModel(client, {
      name: "greeting",
      tags: { "mlflow.prompt.is_prompt": "true" },
    });
    const found = await Array.fromAsync(openServer(client).registeredModels());
    assert.deepEqual(found.map(({ name }) => name).sort(), ["greeting", "load"]);
  });
});

Deno.test("openServer() tells of a file that its server fails on, but not of a server that is down", async () => {
  for (const [status, isOne] of [[500, true], [404, true], [401, false]] as const) {
    const client = createClient({
      baseUrl: "http://127.0.0.1",
      retries: 0,
      fetch: ({ url }) =>
        url.includes("artifacts/list")
          ? Response.json({ files: [{ path: "ü.bin", file_size: 1 }] })
          : new Response("", { status }),
    });
    const run = { id: "r" } as never;
    const [file] = await Array.fromAsync(openServer(client).runFiles(run));
    assert.ok(!(file instanceof Unreadable));
    const error = await file.open().then(() => undefined, (error) => error);
    assert.equal(error instanceof Unreadable && error.place === "ü.bin", isOne);
  }
});
