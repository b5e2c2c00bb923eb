/** Deleting for good; the embedded server's own addition, which MLflow's has not. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";

/** What of the deleted things is meant; all of them by default. */
export interface GarbageScope {
  /** What was deleted before this moment, in epoch milliseconds. */
  readonly deletedBefore?: number;
  /** Only tells what would go. @default {false} */
  readonly dryRun?: boolean;
  /** Only this one, and of an experiment what is in it. */
  readonly only?:
    | { readonly runId: string }
    | { readonly experimentId: string }
    | { readonly modelId: string };
}

/** What went, or would go, and what did not. */
export interface Garbage {
  /** Ids of runs. */
  readonly runs: readonly string[];
  /** Ids of experiments, whose names are free again. */
  readonly experiments: readonly string[];
  /** Ids of logged models. */
  readonly loggedModels: readonly string[];
  /** What is deleted but cannot go, and why. */
  readonly kept: readonly { readonly kind: string; readonly id: string; readonly reason: string }[];
  /** Addresses of artifacts that the server cannot remove. */
  readonly artifactsLeft: readonly string[];
}

const ids = z.array(z.string()).default([]);

const garbage: z.ZodType<Garbage> = z.object({
  runs: ids,
  experiments: ids,
  logged_models: ids,
  kept: z.array(z.object({ kind: z.string(), id: z.string(), reason: z.string() })).default([]),
  artifacts_left: ids,
}).transform(({ logged_models, artifacts_left, ...own }) => ({
  ...own,
  loggedModels: logged_models,
  artifactsLeft: artifacts_left,
}));

/**
 * Removes for good what was deleted, with its artifacts. What a version of a registered model
 * refers to stays, and is told.
 *
 * @throws {MlflowError} `INVALID_PARAMETER_VALUE` when the one that is meant is not deleted;
 * `ENDPOINT_NOT_FOUND` on MLflow's own server.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, deleteRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await deleteRun(client, runId);
 * assert.deepEqual((await collectGarbage(client, { only: { runId } })).runs, [runId]);
 * ```
 */
export async function collectGarbage(
  client: RegistryClient,
  { deletedBefore, dryRun, only }: GarbageScope = {},
): Promise<Garbage> {
  const one = only ?? {};
  return await client.json({
    method: "POST",
    path: "api/2.0/wattbook/gc",
    json: {
      deleted_before: deletedBefore,
      dry_run: dryRun,
      run_id: "runId" in one ? one.runId : undefined,
      experiment_id: "experimentId" in one ? one.experimentId : undefined,
      model_id: "modelId" in one ? one.modelId : undefined,
    },
    repeatable: true,
  }, garbage);
}
