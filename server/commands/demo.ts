import process from "node:process";
import { type Source, sources, SourceUnreachableError } from "../../data/mod.ts";
import type { Context } from "../../pipelines/context.ts";
import { defineCommand, listen, type Progress } from "../../pipelines/mod.ts";
import { monitorWindow, referenceSpan, sections } from "../../pipelines/monitoring/mod.ts";
import { scoreLake, train, type TrainingSummary } from "../../pipelines/steps/mod.ts";
import { readServerConfig } from "../config.ts";
import { selfCheck } from "../self_check.ts";
import { demoFigures, demoText } from "./demo_outcome.ts";
import { openApp } from "./open_app.ts";
import { openWatchedEngine } from "./open_watched_engine.ts";
import { peakMemoryMb } from "./peak_memory.ts";

const MODEL = "energy-anomaly";
const SEED = 1;

/** A dataset with the windows that show something on it. */
interface Story {
  readonly source: Source;
  /** End of the training window, epoch milliseconds. */
  readonly until: number;
  /** The month that is compared with training. */
  readonly drift: { readonly from: number; readonly to: number };
}

/** Training on two ordinary years; then the month in which the buildings stood empty. */
const CAMBRIDGE: Story = {
  source: sources.cambridgeEstates(),
  until: Date.UTC(2020, 0, 1),
  drift: { from: Date.UTC(2020, 3, 1), to: Date.UTC(2020, 4, 1) },
};

/** Training on eighteen months; then the last month, in which nothing changed. */
const HOSTEL: Story = {
  source: sources.syntheticHostel({ seed: SEED, start: Date.UTC(2023, 0, 1), days: 730 }),
  until: Date.UTC(2024, 6, 1),
  drift: { from: Date.UTC(2024, 10, 1), to: Date.UTC(2024, 11, 1) },
};

/** `deno task demo`: the whole loop. */
export const demo = defineCommand({
  syntax: {
    name: "demo",
    summary: "Runs the whole loop on real meters: ingest, train, register, score, drift, serve.",
    options: {
      once: { type: "boolean", description: "Exit after the self-check" },
    },
  },
  async run(context, { once }, progress) {
    const started = context.now();
    const config = readServerConfig();
    await using opened = new AsyncDisposableStack();
    const server = opened.use(listen({ ...config, setting: "WATTBOOK_PORT" }));

    const { story, trained } = await trainOnRealMeters(context, progress);
    const { dataset, from } = trained.ingested.manifest;
    const engine = opened.use(await openWatchedEngine(context, dataset, config, progress));
    const { models, loader } = engine;
    await loader.follow(`models:/${MODEL}@champion`);
    const model = models.defaultOf();
    const scored = await progress.step(
      "score",
      (onProgress) => scoreLake(context, model, dataset, onProgress),
    );
    const window = story.drift;
    const reference = await referenceSpan(context.registry, model, from, window);
    const drift = await monitorWindow(
      context,
      model,
      { dataset, window, reference, sections },
      progress,
    );

    const deps = { ...engine, dataset };
    const { app } = opened.use(await openApp(context, deps, config, progress));
    server.answerWith(app);
    const checked = await progress.step(
      "self-check",
      () => selfCheck(server.url, context.db, model, context.now),
    );

    const outcome = { trained, scored, drift, checked };
    const result = {
      text: demoText(outcome),
      json: {
        ...demoFigures(outcome),
        seconds: { total: (context.now() - started) / 1000, ...progress.seconds },
        peak_rss_mb: peakMemoryMb(process.resourceUsage().maxRSS, Deno.memoryUsage().rss),
      },
    };
    if (once) return result;
    const kept = opened.move();
    return {
      ...result,
      async serve() {
        await using _ = kept;
        progress.note(`Open ${server.url} in a browser; stop with Ctrl-C`);
        await server.untilSignal();
      },
    };
  },
});

async function trainOnRealMeters(
  context: Context,
  progress: Progress,
): Promise<{ story: Story; trained: TrainingSummary }> {
  const run = async (story: Story) => ({
    story,
    trained: await train(context, {
      source: story.source,
      model: MODEL,
      until: story.until,
      seed: SEED,
      threshold: { rule: "f_beta", beta: 1 },
    }, progress),
  });
  try {
    return await run(CAMBRIDGE);
  } catch (error) {
    if (!(error instanceof SourceUnreachableError)) throw error;
    progress.note(`${error.message}\nGoing on with a simulated hostel instead of real meters`);
    return await run(HOSTEL);
  }
}
