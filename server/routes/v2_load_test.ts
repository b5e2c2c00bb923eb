import assert from "node:assert/strict";
import { Hono } from "hono";
import { loadModel } from "../../pipelines/realtime/mod.ts";
import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
import type { AppDeps } from "../deps.ts";
import { createModelTable } from "../engine/model_table.ts";
import { ModelNotLoadedError } from "../engine/model_not_loaded_error.ts";
import { createRegistryLoader } from "../engine/registry_loader.ts";
import { RequestError } from "../request_error.ts";
import { v2Load } from "./v2_load.ts";
import { v2Unload } from "./v2_unload.ts";

Deno.test("POST load and unload follow the alias of a registered model, or take a version", async () => {
  await withChampionHome(async ({ context: { registry } }) => {
    await using models = createModelTable();
    const open = (uri: string) => loadModel(registry, uri);
    const loader = createRegistryLoader({ registry, models, open });
    // They reach nothing else of the surroundings.
    const deps = { models, loader } as unknown as AppDeps;
    const app = new Hono();
    for (const route of [v2Load, v2Unload]) app.post(route.path, (c) => route.answer(c, deps));
    app.onError((error, c) => {
      const refusal = error instanceof ModelNotLoadedError
        ? new RequestError(404, error.message)
        : error;
      assert.ok(refusal instanceof RequestError, String(error));
      return v2Load.errorShape.write(refusal, c.req.path);
    });
    const post = async (action: string, body?: unknown, headers: HeadersInit = {}) => {
      const response = await app.request(`/v2/repository/models/${action}`, {
        method: "POST",
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return [response.status, text === "" ? "" : JSON.parse(text).error];
    };
    const loaded = () => models.list().map(({ name, version }) => `${name}/${version}`);

    assert.deepEqual(await post("energy-anomaly/load", {}), [200, ""]);
    assert.deepEqual(loaded(), ["energy-anomaly/1"]);
    assert.deepEqual(loader.followed().map(({ uri }) => uri), ["models:/energy-anomaly@champion"]);
    const nine = { parameters: { version: "9" } };
    const [status, error] = await post("energy-anomaly/load", nine);
    assert.equal(status, 400);
    assert.match(error, /^Cannot load models:\/energy-anomaly\/9: /);
    assert.deepEqual(loaded(), ["energy-anomaly/1"]);

    assert.equal((await post("energy-anomaly/unload", nine))[0], 404);
    const dependents = { parameters: { unload_dependents: false } };
    assert.deepEqual(await post("energy-anomaly/unload", dependents), [200, ""]);
    assert.deepEqual(loaded(), []);
    assert.deepEqual(await post("energy-anomaly/load", { parameters: { version: "1" } }), [
      200,
      "",
    ]);
    assert.deepEqual(loader.followed(), []);
    assert.deepEqual(await post("energy-anomaly/load", { parameters: { config: "{}" } }), [
      400,
      "Cannot read parameters.config: models come from the registry as they are",
    ]);
    const foreign = { origin: "http://evil.example" };
    for (const action of ["load", "unload"]) {
      assert.equal((await post(`energy-anomaly/${action}`, {}, foreign))[0], 403);
    }
    assert.equal((await post("..%2F..%2Fetc@x/load"))[0], 400);
    assert.deepEqual(loaded(), ["energy-anomaly/1"]);
  });
});
