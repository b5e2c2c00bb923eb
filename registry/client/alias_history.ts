/** The history of aliases; the embedded server's own addition, which MLflow's has not. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { allPages, pageOf } from "./pages.ts";
import { int64 } from "./wire.ts";

/** A move of an alias. */
export interface AliasMove {
  readonly alias: string;
  /** Epoch milliseconds, UTC. */
  readonly time: number;
  /** The version it named before; absent when it was new. */
  readonly fromVersion?: string;
  /** The version it names since; absent when it was removed. */
  readonly toVersion?: string;
}

const move: z.ZodType<AliasMove> = z.object({
  alias: z.string(),
  time: int64,
  from_version: z.string().optional(),
  to_version: z.string().optional(),
}).transform(({ from_version, to_version, ...own }) => ({
  ...own,
  ...(from_version === undefined ? {} : { fromVersion: from_version }),
  ...(to_version === undefined ? {} : { toVersion: to_version }),
}));

/**
 * Every move of a model's aliases, or of one of them, the last one first; also of a model that was
 * deleted.
 *
 * @throws {MlflowError} `ENDPOINT_NOT_FOUND` on MLflow's own server.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const moves = aliasHistory(tracking.client, { name: "energy", alias: "champion" });
 * assert.deepEqual(await Array.fromAsync(moves), []);
 * ```
 */
export function aliasHistory(
  client: RegistryClient,
  { name, alias }: { readonly name: string; readonly alias?: string },
): AsyncGenerator<AliasMove> {
  return allPages((token) =>
    client.json({
      method: "GET",
      path: "api/2.0/wattbook/registered-models/alias-history",
      query: { name, alias, max_results: 1000, page_token: token },
      repeatable: true,
    }, pageOf("moves", move))
  );
}
