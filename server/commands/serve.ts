import { defineCommand, listen, MODEL_OPTIONS } from "../../pipelines/mod.ts";
import { readServerConfig } from "../config.ts";
import { followAny } from "../engine/follow_any.ts";
import { ModelLoadError } from "../engine/model_load_error.ts";
import { pauseOf, repeat } from "../engine/repeat.ts";
import { CHALLENGER_OPTIONS, challengerPlan } from "./challenger_options.ts";
import { openApp } from "./open_app.ts";
import { openWatchedEngine } from "./open_watched_engine.ts";
import { readInput } from "./read_input.ts";

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
      ...CHALLENGER_OPTIONS,
      "while-input": {
        type: "boolean",
        description: "Stop when standard input ends, as it does with the program that writes to it",
      },
    },
  },
  check: (options) => void challengerPlan(options),
  async run(context, { dataset, model: uris, "while-input": whileInput, ...options }, progress) {
    const challenger = challengerPlan(options);
    const config = readServerConfig();
    await using opened = new AsyncDisposableStack();
    const server = opened.use(listen({ ...config, setting: "WATTBOOK_PORT" }));
    const engine = opened.use(await openWatchedEngine(context, dataset, config, progress));
    const { models, loader } = engine;
    await followAny(loader, uris);
    // A challenger that is not there yet is told, and looked for at every refresh.
    if (challenger !== undefined) await loader.follow(challenger.uri).catch(toldAlready);
    const deps = { ...engine, dataset, challenger };
    const { app, followLake } = opened.use(await openApp(context, deps, config, progress));
    for (const follow of [loader.refresh, followLake]) {
      opened.use(repeat(follow, pauseOf(config.reloadSeconds)));
    }
    server.answerWith(app);
    const model = models.defaultOf();
    const kept = opened.move();
    return {
      text: `${model.name} version ${model.version} on ${server.url}`,
      json: { model: model.name, version: model.version, url: server.url },
      async serve() {
        await using _ = kept;
        if (!whileInput) return await server.untilSignal();
        await using input = readInput(Deno.stdin.readable);
        await server.untilSignal(input.ended);
      },
    };
  },
});

function toldAlready(error: unknown): void {
  if (!(error instanceof ModelLoadError)) throw error;
}
