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

/** The status that a server on this machine gives to a request with a Host header. */
async function statusFor(host: string, port: string): Promise<number> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
  const request = `GET /version HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  await connection.write(new TextEncoder().encode(request));
  const answer = await new Response(connection.readable).text();
  return Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1]);
}

const listening = /^MLflow tracking server on http:\/\/127\.0\.0\.1:(\d+)\n/;

Deno.test("mlflow answers for this machine and private networks, and takes no broken host", async () => {
  await withHome(async (home) => {
    await using task = startTask("mlflow", ["--port", "0"], home);
    const [, port] = await task.seen(listening);
    assert.equal(await statusFor("attacker.example", port), 403);
    assert.equal(await statusFor(`192.168.1.4:${port}`, port), 200);
    assert.equal(await statusFor("a b", port), 400);
  });
});

Deno.test("mlflow on every address answers for the names that it is given", async () => {
  await withHome(async (home) => {
    const options = ["--host", "0.0.0.0", "--allowed-hosts", "mlflow.example, [2001:DB8::5]"];
    await using task = startTask("mlflow", ["--port", "0", ...options], home);
    const [, port] = await task.seen(listening);
    assert.equal(await statusFor(`MLflow.example:${port}`, port), 200);
    assert.equal(await statusFor(`[2001:db8::5]:${port}`, port), 200);
    assert.equal(await statusFor("attacker.example", port), 403);
  });
});

Deno.test("mlflow serves MLflow's own pages, and says where there are none", async () => {
  await withHome(async (home) => {
    const build = `${home}/build`;
    await Deno.mkdir(build);
    const missing = await runTask("mlflow", ["--port", "0", "--mlflow-ui-dir", build], home);
    assert.deepEqual([missing.code, missing.err], [
      1,
      `RangeError: Cannot serve MLflow's pages: expected the folder mlflow/server/js/build of an installed MLflow, got no file "${build}/index.html"\n`,
    ]);
    await Deno.writeTextFile(`${build}/index.html`, "<title>MLflow</title>");
    await using task = startTask("mlflow", ["--port", "0", "--mlflow-ui-dir", build], home);
    const [, port] = await task.seen(listening);
    const start = await fetch(`http://127.0.0.1:${port}/`);
    assert.equal(await start.text(), "<title>MLflow</title>");
  });
});

Deno.test("mlflow says which name of a host is none", async () => {
  await withHome(async (home) => {
    const wrong = await runTask("mlflow", ["--allowed-hosts", "mlflow.example,*"], home);
    assert.deepEqual([wrong.code, wrong.err], [
      2,
      'UsageError: Cannot read --allowed-hosts: expected host names without port, separated by commas, got "*"\n',
    ]);
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

Deno.test("mlflow keeps files where its options say and answers below a prefix", async () => {
  await withHome(async (home) => {
    const root = `file://${home}/shared`;
    await using task = startTask("mlflow", [
      ...["--port", "0", "--json", "--static-prefix", "/ml", "--default-artifact-root", root],
      ...["--backend-store-uri", `sqlite:///${home}/elsewhere/runs.db`],
      ...["--artifacts-destination", `${home}/proxied`, "--model-source-pattern", "^models:/"],
    ], home);
    const [, url] = await task.seen(/^\{"url":"(http:\/\/127\.0\.0\.1:\d+\/ml)"\}\n/);
    const api = `${url}/api/2.0`;
    const experiment = await fetch(`${api}/mlflow/experiments/get?experiment_id=0`);
    assert.equal((await experiment.json()).experiment.artifact_location, `${root}/0`);
    const put = { method: "PUT", body: "hi" };
    await (await fetch(`${api}/mlflow-artifacts/artifacts/a.txt`, put)).body?.cancel();
    assert.equal(await Deno.readTextFile(`${home}/proxied/a.txt`), "hi");
    assert.equal((await Deno.stat(`${home}/elsewhere/runs.db`)).isFile, true);
    const version = await fetch(`${api}/mlflow/model-versions/create`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "a", source: "s3://bucket/a" }),
    });
    assert.deepEqual([version.status, (await version.json()).message], [
      400,
      "Invalid model version source: 's3://bucket/a'.",
    ]);
  });
});

Deno.test("mlflow tells webhooks within the bounds that it is given, and drains them at its end", async () => {
  await withHome(async (home) => {
    const told = Promise.withResolvers<unknown>();
    await using receiver = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen() {} },
      async (request) => {
        told.resolve((await request.json()).data.name);
        return new Response();
      },
    );
    const hook = {
      name: "on-model",
      url: `http://localhost:${receiver.addr.port}/`,
      events: [{ entity: "REGISTERED_MODEL", action: "CREATED" }],
    };
    async function post(port: string, path: string, json: object): Promise<Response> {
      return await fetch(`http://127.0.0.1:${port}/api/2.0/mlflow/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(json),
      });
    }
    {
      await using strict = startTask("mlflow", ["--port", "0"], home);
      const [, port] = await strict.seen(listening);
      const refused = await post(port, "webhooks", hook);
      assert.equal(
        (await refused.json()).message,
        "Invalid webhook URL scheme: 'http'. Allowed schemes are: https.",
      );
    }
    const options = ["--webhook-schemes", "http,https", "--webhook-private-addresses"];
    await using task = startTask("mlflow", ["--port", "0", ...options], home);
    const [, port] = await task.seen(listening);
    assert.equal((await post(port, "webhooks", hook)).status, 200);
    await (await post(port, "registered-models/create", { name: "m" })).body?.cancel();
    task.kill("SIGTERM");
    assert.equal(await told.promise, "m");
    assert.equal((await task.outcome).code, 0);
  });
});

Deno.test("mlflow says which scheme webhooks cannot have", async () => {
  await withHome(async (home) => {
    const wrong = await runTask("mlflow", ["--webhook-schemes", "https,ftp"], home);
    assert.deepEqual([wrong.code, wrong.err], [
      2,
      'UsageError: Cannot read --webhook-schemes: expected http, https or both, separated by a comma, got "ftp"\n',
    ]);
  });
});
