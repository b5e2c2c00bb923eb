import { defineCommand, listen, MODEL_OPTIONS } from "../../pipelines/mod.ts";
import { readServerConfig } from "../config.ts";
import { followAny } from "../engine/follow_any.ts";
import { openEngine } from "../engine/open_engine.ts";
import { pauseOf, repeat } from "../engine/repeat.ts";
import { openApp } from "./open_app.ts";

/** `deno task serve`: serves the champion, or the models that are named. */
export const serve = defineCommand({
  syntax: {
    name: "serve",
    summary: "Serves a registered model: scoring, drift reports and the page.",
    options: {
      ...MODEL_OPTIONS,
      model: {
        ...MODEL_OPTIONS.model,
        many: true,
        description: "Model to serve, may be given several times; the first answers by default",
      },
    },
  },
  async run(context, { dataset, model: uris }, progress) {
    const config = readServerConfig();
    await using opened = new AsyncDisposableStack();
    const server = opened.use(listen({ ...config, setting: "WATTBOOK_PORT" }));
    const { models, loader } = opened.use(openEngine({
      registry: context.registry,
      workers: config.workers ?? Math.max(1, navigator.hardwareConcurrency - 1),
      now: () => performance.now(),
      observer: {
        loaded: (uri, version) => progress.note(`${uri} is version ${version}`),
        loadFailed: (error) => progress.note(error.message),
        workerLost: (reason) => progress.note(`A worker was replaced: ${reason}`),
      },
    }));
    await followAny(loader, uris);
    const deps = { models, loader, dataset };
    const { app } = opened.use(await openApp(context, deps, config, progress));
    opened.use(repeat(loader.refresh, pauseOf(config.reloadSeconds)));
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
