/** What watches a server that a command runs. */
import { openDatabase } from "../../data/duckdb/mod.ts";
import type { Context } from "../../pipelines/context.ts";
import { openPayloadLog, payloadDirectory, type Progress } from "../../pipelines/mod.ts";
import type { ServerConfig } from "../config.ts";
import { createObservations, type Observations } from "../observability/observations.ts";

/** A kill loses the payloads of this time at most. */
const WRITE_EVERY_MS = 30_000;

/** Observations with what they hold open. */
export interface OpenObservations extends AsyncDisposable {
  readonly observations: Observations;
}

/**
 * Opens the observations of a server over a dataset; disposing of them writes what waits.
 *
 * @param progress Shows log lines, and failures to write.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
 * import { silent } from "../../pipelines/trained_home_fixture.ts";
 * import { parseServerConfig } from "../config.ts";
 * await using hostel = await openScoredHostel();
 * const config = parseServerConfig({});
 * await using opened = await openObservations(hostel.context, hostel.dataset, config, silent);
 * assert.deepEqual(opened.observations.slow.list(0), []);
 * ```
 */
export async function openObservations(
  { config: { home }, now }: Pick<Context, "config" | "now">,
  dataset: string,
  { logRequests, payloadShare, payloadBytes }: ServerConfig,
  progress: Progress,
): Promise<OpenObservations> {
  await using opened = new AsyncDisposableStack();
  const db = opened.use(await openDatabase({ threads: 1 }));
  const payloads = opened.use(openPayloadLog({
    db,
    directory: payloadDirectory(home, dataset),
    maxBytes: payloadBytes,
    newId: () => crypto.randomUUID(),
    onDropped: (rows) => progress.note(`payloads: ${rows} rows were dropped`),
  }));
  const writing = setInterval(
    () => payloads.write().catch((error) => progress.note(`payloads: ${error}`)),
    WRITE_EVERY_MS,
  );
  opened.defer(() => clearInterval(writing));
  const surroundings = opened.move();
  return {
    observations: createObservations({
      now,
      clock: () => performance.now(),
      payloads: { log: payloads, share: payloadShare },
      ...(logRequests ? { log: progress.note } : {}),
    }),
    [Symbol.asyncDispose]: () => surroundings.disposeAsync(),
  };
}
