/** What the tests of the client share: a tracking server of their own, in this process. */

import { openEmbeddedTracking } from "../tracking_server/mod.ts";
import type { RegistryClient } from "./client.ts";

/**
 * Runs a test with a client of a new server in a directory that is removed afterwards. The
 * server's clock stands at 7.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { getExperiment } from "./experiments.ts";
 * await withClient(async (client) => {
 *   assert.equal((await getExperiment(client, "0")).creationTime, 7);
 * });
 * ```
 */
export async function withClient(use: (client: RegistryClient) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    using tracking = openEmbeddedTracking({ home, now: () => 7 });
    await use(tracking.client);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}
