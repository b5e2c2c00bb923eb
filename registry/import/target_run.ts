/** The runs that an import made. */

import type { RegistryClient } from "../client/client.ts";
import type { Run } from "../client/run.ts";
import { searchRuns } from "../client/run_search.ts";
import { finishedTag, idTag } from "./import_tags.ts";

/** A run of the target that an import made. */
export interface TargetRun {
  readonly runId: string;
  readonly artifactUri: string;
  readonly lifecycle: "active" | "deleted";
  /** The run's id at its source. */
  readonly sourceId: string;
  /** Whether all of it has been copied. */
  readonly finished: boolean;
}

/**
 * What the tags of a run say of its import.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const tags = { "wattbook.import.id": "r" };
 * const run = { runId: "s", artifactUri: "", lifecycleStage: "active", tags } as const;
 * assert.equal(targetRun(run).sourceId, "r");
 * assert.equal(targetRun(run).finished, false);
 * ```
 */
export function targetRun(
  { runId, artifactUri, lifecycleStage, tags }: Pick<
    Run,
    "runId" | "artifactUri" | "lifecycleStage" | "tags"
  >,
): TargetRun {
  return {
    runId,
    artifactUri,
    lifecycle: lifecycleStage,
    sourceId: tags[idTag] ?? "",
    finished: finishedTag in tags,
  };
}

/**
 * The runs of an experiment that an import made, the deleted ones too.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(await Array.fromAsync(importedRuns(tracking.client, "0")), []);
 * ```
 */
export async function* importedRuns(
  client: RegistryClient,
  experimentId: string,
): AsyncGenerator<TargetRun> {
  const search = {
    experimentIds: [experimentId],
    filter: `tags.\`${idTag}\` != ''`,
    view: "all",
  } as const;
  for await (const run of searchRuns(client, search)) yield targetRun(run);
}
