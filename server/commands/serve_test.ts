import assert from "node:assert/strict";
import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
import { runTask, type StartedTask, startTask } from "../../pipelines/task_fixture.ts";
import {
  createModelVersion,
  getModelVersion,
  setModelAlias,
  uploadArtifact,
} from "../../registry/mod.ts";

Deno.test("deno task serve answers for the champion and stops on SIGTERM with 0", async () => {
  await withChampionHome(async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    await using task = startTask("serve", ["--dataset", dataset], context.config.home, {
      environment: { WATTBOOK_PORT: "0" },
    });
    const [line, url] = await task.seen(
      /^energy-anomaly version 1 on (http:\/\/127\.0\.0\.1:\d+)\n/,
    );
    const { models } = await (await fetch(`${url}/api/v1/models`)).json();
    assert.deepEqual(
      models.map(({ name, version }: { name: string; version: string }) => [name, version]),
      [["energy-anomaly", "1"]],
    );
    task.kill("SIGTERM");
    const { code, out } = await task.outcome;
    assert.deepEqual([code, out], [0, line]);
  });
});

Deno.test("deno task serve ends with its input where it is told to, and by a signal before", async () => {
  await withChampionHome(async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    const ends = [
      (task: StartedTask) => task.endInput(),
      (task: StartedTask) => task.kill("SIGTERM"),
    ];
    for (const end of ends) {
      const args = ["--dataset", dataset, "--while-input"];
      await using task = startTask("serve", args, context.config.home, {
        environment: { WATTBOOK_PORT: "0" },
      });
      const [line] = await task.seen(/^energy-anomaly version 1 on .+\n/);
      await end(task);
      const { code, out } = await task.outcome;
      assert.deepEqual([code, out], [0, line]);
    }
  });
});

Deno.test("deno task serve ends an open stream by an answer on SIGTERM, and lets nothing begin meanwhile", async () => {
  await withChampionHome(async ({ context, training }) => {
    const { dataset, to } = training.ingested.manifest;
    await using task = startTask("serve", ["--dataset", dataset], context.config.home, {
      environment: { WATTBOOK_PORT: "0" },
    });
    const [, url] = await task.seen(/^energy-anomaly version 1 on (http:\/\/127\.0\.0\.1:\d+)\n/);
    const ready = async () => {
      const { status, headers, body } = await fetch(`${url}/v2/health/ready`);
      await body?.cancel();
      return [status, headers.get("connection")];
    };
    assert.deepEqual(await ready(), [200, null]);
    const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>>();
    const writer = writable.getWriter();
    const send = (hour: number) => {
      const ts = new Date(to - hour * 3_600_000).toISOString();
      const line = JSON.stringify({ meter: "room-2-01", ts, kwh: 0.5 });
      return writer.write(new TextEncoder().encode(`${line}\n`));
    };
    const init = {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: readable,
      duplex: "half",
    };
    const [stream] = await Promise.all([fetch(`${url}/api/v1/score/stream`, init), send(3)]);
    const lines = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    assert.match((await lines.read()).value!, /"type":"model"/);
    await send(2);
    // The first hour is known as the second has come.
    assert.match((await lines.read()).value!, /"type":"score"/);
    task.kill("SIGTERM");
    // The sender goes on, faster than a moment's quiet.
    let sending = true;
    const more = (async () => {
      for (let hour = 1; sending; hour -= 1) {
        await send(hour).catch(() => void (sending = false));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    while ((await ready().catch(() => [0]))[0] === 200);
    assert.deepEqual(await ready(), [503, "close"]);
    const refused = await fetch(`${url}/invocations`, { method: "POST", body: "{}" });
    assert.deepEqual([refused.status, refused.headers.get("retry-after")], [503, "5"]);
    assert.equal(
      (await refused.json()).message,
      "Cannot begin anything as the server is stopping",
    );
    let rest = "";
    for (let piece = await lines.read(); !piece.done; piece = await lines.read()) {
      rest += piece.value;
    }
    sending = false;
    // What is written after the last line is read by nobody.
    await writer.abort();
    await more;
    const answers = rest.trimEnd().split("\n").map((line) => JSON.parse(line));
    const summary = answers.at(-1);
    assert.equal(summary.type, "summary");
    assert.equal(
      summary.reason,
      `The server is stopping: send what follows line ${summary.lines} to another`,
    );
    assert.equal(answers.filter(({ type }) => type === "score").length + 1, summary.lines);
    assert.equal((await task.outcome).code, 0);
  });
});

Deno.test("deno task serve follows the alias, and keeps its version where the next one is corrupt", async () => {
  await withChampionHome(async ({ context: { config, registry }, training }) => {
    const { dataset } = training.ingested.manifest;
    const name = "energy-anomaly";
    const move = (version: string) => setModelAlias(registry, { name, alias: "champion", version });
    const args = ["--dataset", dataset, "--model", `models:/${name}@champion`, "--model"];
    await using task = startTask("serve", [...args, `models:/${name}/9`], config.home, {
      environment: { WATTBOOK_PORT: "0", WATTBOOK_RELOAD_SECONDS: "0.1" },
    });
    const [, url] = await task.seen(/^energy-anomaly version 1 on (http:\/\/127\.0\.0\.1:\d+)\n/);
    await task.seen(/Cannot load models:\/energy-anomaly\/9: /);
    const answering = async () => {
      const { models } = await (await fetch(`${url}/api/v1/models`)).json();
      return models.filter((model: { default: boolean }) => model.default)
        .map(({ version }: { version: string }) => version);
    };
    const { source, runId } = await getModelVersion(registry, { name, version: "1" });
    await createModelVersion(registry, { name, source, runId });
    await move("2");
    await task.seen(/models:\/energy-anomaly@champion is version 2\n/);
    assert.deepEqual(await answering(), ["2"]);

    const broken = "mlflow-artifacts:/0/broken/artifacts";
    await uploadArtifact(registry, broken, "model.onnx", Uint8Array.of(1, 2, 3));
    await createModelVersion(registry, { name, source: broken, runId });
    await move("3");
    await task.seen(/Cannot load models:\/energy-anomaly\/3: /);
    assert.deepEqual(await answering(), ["2"]);
    task.kill("SIGTERM");
    assert.equal((await task.outcome).code, 0);
  });
});

Deno.test("deno task serve tries a challenger once there is one, beside the champion", async () => {
  await withChampionHome(async ({ context: { config, registry }, training }) => {
    const { dataset } = training.ingested.manifest;
    const name = "energy-anomaly";
    const challenger = `models:/${name}@challenger`;
    const args = ["--dataset", dataset, "--challenger", challenger, "--release", "canary"];
    await using task = startTask("serve", [...args, "--share", "1"], config.home, {
      environment: { WATTBOOK_PORT: "0", WATTBOOK_RELOAD_SECONDS: "0.1", WATTBOOK_LOG: "json" },
    });
    const [, url] = await task.seen(/^energy-anomaly version 1 on (http:\/\/127\.0\.0\.1:\d+)\n/);
    await task.seen(/Cannot load models:\/energy-anomaly@challenger: /);
    const { source, runId } = await getModelVersion(registry, { name, version: "1" });
    await createModelVersion(registry, { name, source, runId });
    await setModelAlias(registry, { name, alias: "challenger", version: "2" });
    await task.seen(/models:\/energy-anomaly@challenger is version 2\n/);

    const hour = new Date(training.ingested.manifest.to - 3_600_000).toISOString();
    const answer = await fetch(`${url}/api/v1/score`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-request-id": "canary-1" },
      body: JSON.stringify({ readings: [{ meter: "room-2-01", ts: hour, kwh: 0.5 }] }),
    });
    assert.equal((await answer.json()).model.version, "2");
    const { release } = await (await fetch(`${url}/api/v1/release`)).json();
    assert.deepEqual([release.champion.version, release.challenger.version], ["1", "2"]);
    assert.equal(release.challenger.answers, 1);
    const [, line] = await task.seen(/(\{[^\n]*"canary-1"[^\n]*\})\n/);
    const { route, status, version, rows, parts_ms } = JSON.parse(line);
    assert.deepEqual([route, status, version, rows], ["/api/v1/score", 200, "2", 1]);
    assert.deepEqual(Object.keys(parts_ms).sort(), [
      "decode",
      "encode",
      "features",
      "queue",
      "run",
    ]);
    task.kill("SIGTERM");
    assert.equal((await task.outcome).code, 0);
  });
});

Deno.test("deno task serve ends with 1 and the reason where no model can be loaded", async () => {
  const home = await Deno.makeTempDir();
  const { code, out, err } = await runTask("serve", [], home, {
    environment: { WATTBOOK_PORT: "0" },
  });
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /ModelLoadError: Cannot load models:\/energy-anomaly@champion: .*not found/);
  await Deno.remove(home, { recursive: true });
});
