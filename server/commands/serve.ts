import { defineCommand, listen, MODEL_OPTIONS } from "../../pipelines/mod.ts";
import { loadModel } from "../../pipelines/realtime/mod.ts";
import { readServerConfig } from "../config.ts";
import { createModelTable } from "../engine/model_table.ts";
import { createRegistryLoader } from "../engine/registry_loader.ts";
import { openApp } from "./open_app.ts";

/** `deno task serve`: serves the champion. */
export const serve = defineCommand({
  syntax: {
    name: "serve",
    summary: "Serves a registered model: scoring, drift reports and the page.",
    options: MODEL_OPTIONS,
  },
  async run(context, { dataset, model: uri }, progress) {
    const config = readServerConfig();
    await using opened = new AsyncDisposableStack();
    const server = opened.use(listen({ ...config, setting: "WATTBOOK_PORT" }));
    const models = opened.use(createModelTable());
    const { registry } = context;
    const loader = createRegistryLoader({
      registry,
      models,
      open: (uri) => loadModel(registry, uri),
    });
    await loader.follow(uri);
    const deps = { models, loader, dataset };
    const { app } = opened.use(await openApp(context, deps, config, progress));
    server.answerWith(app);
    const model = models.defaultOf();
    const kept = opened.move();
    return {
      text: `${model.name} version ${model.version} on ${server.url}`,
      json: { model: model.name, version: model.version, url: server.url },
      async serve() {
        await using _ = kept;
        await server.untilSignal();
      },
    };
  },
});
