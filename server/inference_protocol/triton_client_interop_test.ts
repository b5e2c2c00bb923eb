import assert from "node:assert/strict";
import { join } from "node:path";
import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
import { silent } from "../../pipelines/trained_home_fixture.ts";
import { downloadArtifact, resolveModelUri } from "../../registry/mod.ts";
import { scriptOutput } from "../../registry/python_script_fixture.ts";
import { createApp } from "../app.ts";
import { openWatchedEngine } from "../commands/open_watched_engine.ts";
import { parseServerConfig } from "../config.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

const python = Deno.env.get("WATTBOOK_SERVING_PYTHON") ?? "python3";

Deno.test("Triton's client from PyPI reads, infers, unloads and loads a registered model", async () => {
  await withChampionHome(async ({ context, training }) => {
    const { config, registry } = context;
    await using hostel = await hostelDeps();
    const { dataset } = training.ingested.manifest;
    const settings = parseServerConfig({});
    await using engine = await openWatchedEngine(context, dataset, settings, silent);
    const { models, loader, observations } = engine;
    const champion = "models:/energy-anomaly@champion";
    await loader.follow(champion);
    const { artifactUri } = await resolveModelUri(registry, champion);
    const file = join(config.home, "served.onnx");
    await Deno.writeFile(file, await downloadArtifact(registry, artifactUri, "model.onnx"));

    const app = createApp({ ...hostel, models, loader, observations });
    const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
    const address = `127.0.0.1:${server.addr.port}`;
    const script = new URL("interop_client.py", import.meta.url);
    const output = await scriptOutput(python, script, address, file, "energy-anomaly");
    await server.shutdown();
    const { largest, compared, refusals } = JSON.parse(output);
    assert.ok(compared > 10_000);
    assert.ok(largest <= 1e-7, `largest difference ${largest}`);
    assert.deepEqual(refusals.map(([status]: [string]) => status), ["400", "404", "400", "400"]);
    assert.deepEqual(hostel.failures, []);
  });
});
