/** The versions of a notebook that were logged. */
import { basename } from "node:path";
import { type RegistryClient, searchExperiments, searchRuns } from "../../registry/mod.ts";
import { EXPERIMENT, toVersion, type Version } from "./version.ts";

/**
 * All versions of the notebook that a person means, newest first; it need not lie in its folder any
 * more.
 *
 * @param name The name of a logged notebook or its path, or how the name of exactly one begins.
 * @throws {RangeError} When no logged notebook or more than one is meant: names them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * import { startVersion } from "./log_version.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const source = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const start = { name: "01_explore", source, params: {}, kernel: "deno 2.9.6" };
 * await startVersion(tracking.client, start, () => 0);
 * const [version] = await listVersions(tracking.client, "01");
 * assert.deepEqual([version.notebook, version.status], ["01_explore", "RUNNING"]);
 * ```
 */
export async function listVersions(registry: RegistryClient, name: string): Promise<Version[]> {
  const experiments = searchExperiments(registry, { filter: `name = '${EXPERIMENT}'` });
  const experimentIds = (await Array.fromAsync(experiments)).map((one) => one.experimentId);
  const versions = experimentIds.length === 0
    ? []
    : (await Array.fromAsync(searchRuns(registry, { experimentIds }))).map(toVersion);
  const names = [...new Set(versions.map(({ notebook }) => notebook))].sort();
  const meant = basename(name).replace(/\.(ipynb|ts)$/, "");
  const found = names.includes(meant) ? [meant] : names.filter((one) => one.startsWith(meant));
  if (found.length !== 1) {
    throw new RangeError(
      `Cannot tell which notebook "${name}" is as the name of one that was run must begin so: ${found.length} do of [${
        names.join(", ")
      }]`,
    );
  }
  return versions.filter(({ notebook }) => notebook === found[0]);
}
