import assert from "node:assert/strict";
import { createClient, createExperiment } from "../../registry/mod.ts";
import { runTask, startTask } from "../task_fixture.ts";

async function withHome(use: (home: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await use(home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test(`mlflow serves the tracking server of the home and stops at ${signal}`, async () => {
    await withHome(async (home) => {
      await using task = startTask("mlflow", ["--port", "0", "--json"], home);
      const [line, url] = await task.seen(/^\{"url":"(http:\/\/127\.0\.0\.1:\d+)"\}\n/);
      assert.equal(await (await fetch(`${url}/health`)).text(), "OK");
      const id = await createExperiment(createClient({ baseUrl: url }), { name: "by hand" });
      assert.equal(id, "1");
      assert.equal((await Deno.stat(`${home}/mlflow/mlflow.db`)).isFile, true);
      task.kill(signal);
      const { code, out } = await task.outcome;
      assert.deepEqual([code, out], [0, line]);
      await assert.rejects(fetch(`${url}/health`), TypeError);
    });
  });
}

Deno.test("mlflow answers only this machine's own names", async () => {
  await withHome(async (home) => {
    await using task = startTask("mlflow", ["--port", "0"], home);
    const [, port] = await task.seen(/^MLflow tracking server on http:\/\/127\.0\.0\.1:(\d+)\n/);
    const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
    const request = "GET /version HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n";
    await connection.write(new TextEncoder().encode(request));
    const answer = await new Response(connection.readable).text();
    assert.match(answer, /^HTTP\/1\.1 403 /);
  });
});

Deno.test("mlflow says which port is taken and which number is none", async () => {
  await withHome(async (home) => {
    using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const port = String(taken.addr.port);
    const busy = await runTask("mlflow", ["--port", port], home);
    assert.equal(busy.code, 1);
    assert.match(busy.err, new RegExp(`^AddrInUse: Cannot listen on 127\\.0\\.0\\.1:${port} as`));
    const wrong = await runTask("mlflow", ["--port", "http"], home);
    assert.deepEqual([wrong.code, wrong.err], [
      2,
      'UsageError: Cannot read --port: expected a whole number from 0 to 65535, got "http"\n',
    ]);
  });
});
