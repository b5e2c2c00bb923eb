/** Two versions with known differences, for tests of comparing. */

import { type RegistryClient, setModelAlias } from "../client/mod.ts";
import { logVersion } from "./logged_version_fixture.ts";

/**
 * Logs version 1, the champion, and version 2 of `energy`: the second has another seed, one more
 * column, half the event F1 on meter b and twice of it on meter a.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withClient } from "../client/client_fixture.ts";
 * await withClient(async (client) => {
 *   assert.equal((await logComparedVersions(client)).length, 2);
 * });
 * ```
 */
export async function logComparedVersions(client: RegistryClient): Promise<string[]> {
  const first = await logVersion(client, {
    figure: 0.5,
    params: { seed: "1", until: "end" },
    tags: { "mlflow.source.git.commit": "c0ffee", "wattbook.feature_version": "v1" },
    byMeter: { a: 0.25, b: 0.5 },
  });
  await setModelAlias(client, { name: "energy", alias: "champion", version: "1" });
  const second = await logVersion(client, {
    figure: 0.375,
    params: { seed: "2", until: "end" },
    tags: { "mlflow.source.git.commit": "decade", "wattbook.feature_version": "v2" },
    columns: ["hour", "kwh"],
    byMeter: { a: 0.5, b: 0.25 },
    scoringMs: 6,
  });
  return [first.runId, second.runId];
}
