/** Importing all that a source holds into a tracking server. */

import type { RegistryClient } from "../client/client.ts";
import { deleteExperiment } from "../client/experiments.ts";
import { searchLoggedModels } from "../client/logged_model_search.ts";
import { createRun, deleteRun } from "../client/runs.ts";
import type { CopyOptions } from "./copy_files.ts";
import { copyModel, createTargetModel } from "./copy_model.ts";
import { copyRegisteredModel } from "./copy_registered_model.ts";
import { copyRun } from "./copy_run.ts";
import { type ImportLedger, noted, openLedger, readableItems } from "./import_ledger.ts";
import type { ImportState } from "./import_state.ts";
import { finishedTag, idTag, sourceTag } from "./import_tags.ts";
import type { RunSource, SourceExperiment } from "./run_source.ts";
import { openTargetExperiment } from "./target_experiment.ts";
import { importedRuns, targetRun } from "./target_run.ts";

/** What is imported, and how. */
export interface ImportOptions extends Pick<CopyOptions, "verify" | "signal"> {
  /** Name of the one experiment to import; all when absent. */
  readonly experiment?: string;
  /** Told the share that is done, 0 to 1. */
  readonly report: (fraction: number) => void;
}

/** The account of an import, and whether it came to its end. */
export interface ImportOutcome extends Readonly<ImportLedger> {
  readonly interrupted: boolean;
}

/**
 * Imports experiments, runs, logged models and registered models. It may be broken off or killed
 * at any moment: the next one finds by the tags on what was made how far it came, makes nothing
 * twice and goes on. Runs and models get new ids, and what names them in MLflow's own tags and
 * `MLmodel` files follows. The target's own clock says when experiments, models and versions were
 * created, as the protocol does not take such times.
 *
 * @throws {RangeError} When the source has no such experiment.
 * @throws {MlflowError} When the target or the source fails.
 * @throws {TypeError} When one of them cannot be reached.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun } from "../client/mod.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * import { openServer } from "./server.ts";
 * using from = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * using to = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * await createRun(from.client, { experimentId: "0", startTime: 5 });
 * const options = { verify: "bytes", signal: new AbortController().signal, report() {} } as const;
 * const first = await importRuns(openServer(from.client), to.client, options);
 * assert.deepEqual(first.runs, { imported: 1, before: 0 });
 * const second = await importRuns(openServer(from.client), to.client, options);
 * assert.deepEqual(second.runs, { imported: 0, before: 1 });
 * ```
 */
export async function importRuns(
  source: RunSource,
  client: RegistryClient,
  { experiment, report, ...how }: ImportOptions,
): Promise<ImportOutcome> {
  const ledger = openLedger();
  const state: ImportState = {
    ...how,
    source,
    client,
    ledger,
    runs: new Map(),
    models: new Map(),
  };
  try {
    await importInto(state, experiment, report);
    return { ...ledger, interrupted: false };
  } catch (error) {
    if (!how.signal.aborted || error !== how.signal.reason) throw error;
    return { ...ledger, interrupted: true };
  }
}

async function importInto(
  state: ImportState,
  name: string | undefined,
  report: (fraction: number) => void,
): Promise<void> {
  const { source, ledger, signal } = state;
  const experiments = await Array.fromAsync(readableItems(ledger, source.experiments()));
  const wanted = experiments.filter((found) => name === undefined || found.name === name);
  if (name !== undefined && wanted.length === 0) {
    const names = experiments.map((found) => JSON.stringify(found.name)).join(", ");
    throw new RangeError(
      `Cannot import the experiment "${name}": expected one of ${names || "none"}`,
    );
  }
  const targets = new Map<SourceExperiment, string>();
  for (const found of wanted) {
    await noted(ledger, `experiment ${found.name}`, async () => {
      const experimentId = await openTargetExperiment(state, found);
      if (experimentId === undefined) return;
      targets.set(found, experimentId);
      await makeRuns(state, found, experimentId);
    });
  }
  let done = 0;
  const step = () => {
    report(Math.min(1, ++done / (state.runs.size + state.models.size)));
    signal.throwIfAborted();
  };
  for (const [found, experimentId] of targets) await makeModels(state, found, experimentId);
  for (const found of targets.keys()) await fillModels(state, found, step);
  for (const found of targets.keys()) await fillRuns(state, found, step);
  for await (const model of readableItems(ledger, source.registeredModels())) {
    await noted(
      ledger,
      `registered model ${model.name}`,
      () => copyRegisteredModel(state, model, { all: name === undefined }),
    );
  }
  for (const [found, experimentId] of targets) {
    if (found.lifecycle === "deleted") await deleteExperiment(state.client, experimentId);
  }
}

async function makeRuns(
  state: ImportState,
  experiment: SourceExperiment,
  experimentId: string,
): Promise<void> {
  const { client, ledger, runs, signal, source } = state;
  for await (const run of importedRuns(client, experimentId)) runs.set(run.sourceId, run);
  for await (const run of readableItems(ledger, source.runs(experiment))) {
    signal.throwIfAborted();
    if (runs.has(run.id)) continue;
    await noted(ledger, `run ${run.id}`, async () => {
      const { name, userId, startTime } = run;
      const tags = { [sourceTag]: source.place, [idTag]: run.id };
      const start = { experimentId, runName: name, userId, startTime, tags };
      runs.set(run.id, targetRun(await createRun(client, start)));
    });
  }
}

async function makeModels(
  state: ImportState,
  experiment: SourceExperiment,
  experimentId: string,
): Promise<void> {
  const { client, ledger, models, signal, source } = state;
  for await (const model of searchLoggedModels(client, { experimentIds: [experimentId] })) {
    const { tags, modelId, artifactUri } = model;
    if (tags[idTag] === undefined) continue;
    models.set(tags[idTag], { modelId, artifactUri, finished: finishedTag in tags });
  }
  for await (const model of readableItems(ledger, source.loggedModels(experiment))) {
    signal.throwIfAborted();
    if (models.has(model.id)) continue;
    await noted(ledger, `logged model ${model.id}`, async () => {
      models.set(model.id, await createTargetModel(state, model, experimentId));
    });
  }
}

async function fillModels(
  state: ImportState,
  experiment: SourceExperiment,
  step: () => void,
): Promise<void> {
  const { ledger, models, source } = state;
  for await (const model of readableItems({ problems: [] }, source.loggedModels(experiment))) {
    const made = models.get(model.id);
    if (made === undefined) continue;
    if (made.finished) ledger.loggedModels.before++;
    else await noted(ledger, `logged model ${model.id}`, () => copyModel(state, model, made));
    step();
  }
}

async function fillRuns(
  state: ImportState,
  experiment: SourceExperiment,
  step: () => void,
): Promise<void> {
  const { ledger, runs, source } = state;
  for await (const run of readableItems({ problems: [] }, source.runs(experiment))) {
    const made = runs.get(run.id);
    if (made === undefined) continue;
    if (!made.finished) await noted(ledger, `run ${run.id}`, () => copyRun(state, run, made));
    else {
      ledger.runs.before++;
      // What was killed between the mark and this is brought to its end.
      if (run.lifecycle !== made.lifecycle && run.lifecycle === "deleted") {
        await deleteRun(state.client, made.runId);
      }
    }
    step();
  }
}
