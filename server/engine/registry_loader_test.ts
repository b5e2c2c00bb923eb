import assert from "node:assert/strict";
import { loadModel } from "../../pipelines/realtime/mod.ts";
import { createModelTable } from "./model_table.ts";
import {
  CHAMPION,
  MODEL,
  withRegisteredVersions,
} from "../../pipelines/steps/registered_versions_fixture.ts";
import { createRegistryLoader } from "./registry_loader.ts";

/** A loader over a registry of `count` versions, with what it told. */
async function withLoader(
  count: number,
  use: (
    given: Parameters<Parameters<typeof withRegisteredVersions>[1]>[0] & {
      readonly models: ReturnType<typeof createModelTable>;
      readonly loader: ReturnType<typeof createRegistryLoader>;
      readonly told: string[];
      readonly loaded: () => string[];
    },
  ) => Promise<void>,
): Promise<void> {
  await withRegisteredVersions(count, async (versions) => {
    const { registry } = versions;
    await using models = createModelTable();
    const told: string[] = [];
    const loader = createRegistryLoader({
      registry,
      models,
      open: (uri) => loadModel(registry, uri),
      onLoaded: (uri, version) => void told.push(`${uri}: ${version}`),
      onFailed: ({ message }) => void told.push(message),
    });
    const loaded = () => models.list().map(({ version }) => version);
    await use({ ...versions, models, loader, told, loaded });
  });
}

Deno.test("createRegistryLoader() answers by the version to which the alias has moved", async () => {
  await withLoader(2, async ({ loader, models, moveTo, told, loaded }) => {
    await loader.follow(CHAMPION);
    await loader.refresh();
    using before = models.lease();
    await moveTo("2");
    await loader.refresh();
    assert.equal(before.model.version, "1");
    assert.equal(models.defaultOf(MODEL).version, "2");
    assert.deepEqual(told, [`${CHAMPION}: 1`, `${CHAMPION}: 2`]);
    assert.deepEqual(loaded(), ["1", "2"]);
    await loader.trust(CHAMPION, "2");
    assert.deepEqual(loaded(), ["2"]);
    const scores = await before.model.session.score({
      columns: before.model.columns,
      rows: 1,
      values: Float32Array.of(0.5, -1),
    });
    assert.equal(scores.score.length, 1);
  });
});

Deno.test("createRegistryLoader() keeps the old version and tells once why the new one fails", async (t) => {
  await withLoader(2, async ({ loader, models, moveTo, told, replace, read }) => {
    await loader.follow(CHAMPION);
    const whole = await read("2", "model.onnx");
    const profile = await read("2", "reference_profile.json");
    const breaks: [name: string, file: string, bytes: Uint8Array<ArrayBuffer>, reason: RegExp][] = [
      ["cut short", "model.onnx", whole.slice(0, whole.length / 2), /ONNX/],
      ["no model at all", "model.onnx", Uint8Array.of(1, 2, 3), /ONNX/],
      ["a broken profile", "reference_profile.json", Uint8Array.of(0x7b), /JSON/],
    ];
    for (const [name, file, bytes, reason] of breaks) {
      await t.step(name, async () => {
        await moveTo("2");
        await replace("2", file, bytes);
        told.length = 0;
        await loader.refresh();
        await loader.refresh();
        assert.equal(told.length, 1, told.join("\n"));
        assert.match(told[0], /^Cannot load models:\/energy-anomaly\/2: /);
        assert.match(told[0], reason);
        assert.equal(models.defaultOf().version, "1");
        assert.deepEqual(loader.followed(), [
          { uri: CHAMPION, name: MODEL, version: "1", previous: undefined, failure: told[0] },
        ]);
        assert.deepEqual(loader.index().map(({ version, state }) => [version, state]), [
          ["1", "READY"],
          ["2", "UNAVAILABLE"],
        ]);
        await replace("2", "model.onnx", whole);
        await replace("2", "reference_profile.json", profile);
        await moveTo("1");
        await loader.refresh();
      });
    }
    await moveTo("2");
    await loader.refresh();
    assert.equal(models.defaultOf().version, "2");
    assert.equal(loader.followed()[0].failure, undefined);
  });
});

Deno.test("createRegistryLoader() keeps its version while the registry is out of reach", async () => {
  await withLoader(1, async ({ registry, models }) => {
    let down = false;
    const failures: string[] = [];
    const loader = createRegistryLoader({
      registry: {
        ...registry,
        json: (call, schema) =>
          down ? Promise.reject(new TypeError("Cannot reach it")) : registry.json(call, schema),
      },
      models,
      open: (uri) => loadModel(registry, uri),
      onFailed: ({ message }) => void failures.push(message),
    });
    await loader.follow(CHAMPION);
    down = true;
    await loader.refresh();
    await loader.refresh();
    assert.deepEqual(failures, [`Cannot load ${CHAMPION}: Cannot reach it`]);
    assert.equal(models.defaultOf().version, "1");
    down = false;
    await loader.refresh();
    assert.equal(loader.followed()[0].failure, undefined);
  });
});

Deno.test("createRegistryLoader() loads a version by number beside the one that answers", async () => {
  await withLoader(3, async ({ loader, models, moveTo, loaded }) => {
    await loader.follow(CHAMPION);
    await loader.load(MODEL, "2");
    await loader.load(MODEL, "2");
    assert.deepEqual([loaded(), models.defaultOf(MODEL).version], [["1", "2"], "1"]);
    await moveTo("2");
    await loader.refresh();
    assert.deepEqual([loaded(), models.defaultOf(MODEL).version], [["1", "2"], "2"]);
    await moveTo("3");
    await loader.refresh();
    assert.deepEqual([loaded(), models.defaultOf(MODEL).version], [["2", "3"], "3"]);
    await loader.unload(MODEL, "2");
    assert.deepEqual(loader.index(), [
      { name: MODEL, version: "2", state: "UNAVAILABLE", reason: "unloaded" },
      { name: MODEL, version: "3", state: "READY", reason: "" },
    ]);
    await assert.rejects(loader.unload(MODEL, "2"), { name: "ModelNotLoadedError" });
  });
});

Deno.test("createRegistryLoader() falls back to the version before, until another one is named", async () => {
  await withLoader(3, async ({ loader, models, moveTo, loaded }) => {
    await loader.follow(CHAMPION);
    assert.equal(await loader.fallBack(CHAMPION, "1", "it is slow"), false);
    await moveTo("2");
    await loader.refresh();
    assert.equal(loader.followed()[0].previous, "1");
    assert.equal(await loader.fallBack(CHAMPION, "2", "it is slow"), true);
    await loader.refresh();
    assert.deepEqual([loaded(), models.defaultOf().version], [["1"], "1"]);
    assert.deepEqual(loader.followed(), [{
      uri: CHAMPION,
      name: MODEL,
      version: "1",
      previous: undefined,
      failure: "Version 2 no longer answers: it is slow",
    }]);
    await moveTo("3");
    await loader.refresh();
    assert.equal(models.defaultOf().version, "3");
    assert.equal(loader.followed()[0].failure, undefined);
    await loader.unload(MODEL, "1");
    assert.equal(await loader.fallBack(CHAMPION, "3", "it is slow"), false);
    assert.deepEqual(loaded(), ["3"]);
  });
});

Deno.test("createRegistryLoader() takes a version that gave way once the alias has named another one", async () => {
  await withLoader(2, async ({ loader, models, moveTo }) => {
    await loader.follow(CHAMPION);
    await moveTo("2");
    await loader.refresh();
    await loader.fallBack(CHAMPION, "2", "it is slow");
    await moveTo("1");
    await loader.refresh();
    assert.equal(loader.followed()[0].failure, undefined);
    await moveTo("2");
    await loader.refresh();
    assert.equal(models.defaultOf().version, "2");
  });
});

Deno.test("createRegistryLoader() leaves alone what answers in the meantime", async () => {
  await withLoader(3, async ({ loader, models, moveTo, loaded }) => {
    await loader.follow(CHAMPION);
    await moveTo("2");
    await loader.refresh();
    await moveTo("3");
    const refreshed = loader.refresh();
    const fellBack = loader.fallBack(CHAMPION, "2", "it is slow");
    const trusted = loader.trust(CHAMPION, "2");
    await Promise.all([refreshed, trusted]);
    assert.deepEqual([await fellBack, models.defaultOf().version], [false, "3"]);
    assert.deepEqual(loaded(), ["2", "3"]);
  });
});

Deno.test("createRegistryLoader() goes on while what was unloaded is still used", async () => {
  await withLoader(3, async ({ loader, models, moveTo, loaded }) => {
    await loader.follow(CHAMPION);
    await loader.load(MODEL, "2");
    const used = models.lease({ name: MODEL, version: "2" });
    const unloaded = loader.unload(MODEL, "2");
    await moveTo("3");
    await loader.refresh();
    assert.deepEqual([loaded(), models.defaultOf().version], [["1", "3"], "3"]);
    used[Symbol.dispose]();
    await unloaded;
  });
});

Deno.test("createRegistryLoader() no longer follows what was unloaded, until it is told to", async () => {
  await withLoader(2, async ({ loader, moveTo, loaded }) => {
    await loader.follow(CHAMPION);
    await loader.unload(MODEL);
    await moveTo("2");
    await loader.refresh();
    assert.deepEqual([loaded(), loader.followed()], [[], []]);
    await loader.load(MODEL);
    assert.deepEqual(loaded(), ["2"]);
    assert.equal(loader.followed()[0].uri, CHAMPION);
  });
});

Deno.test("createRegistryLoader() says which model it cannot load, and does not follow it", async () => {
  await withLoader(1, async ({ loader }) => {
    await assert.rejects(loader.load("attic"), {
      name: "ModelLoadError",
      message: /^Cannot load models:\/attic@champion: /,
    });
    await assert.rejects(loader.load(MODEL, "9"), { message: /^Cannot load .*\/9: .*version=9/ });
    await assert.rejects(loader.follow("attic"), { name: "ModelLoadError", message: /"attic"/ });
    assert.deepEqual(loader.followed(), []);
    assert.deepEqual(loader.index().map(({ version, state }) => [version, state]), [
      ["9", "UNAVAILABLE"],
    ]);
  });
});
