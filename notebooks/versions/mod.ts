/**
 * Versions of notebooks: each run is logged to MLflow with what was run and what came of it, and can
 * be listed and got back.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * import { endVersion, listVersions, startVersion } from "./mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const source = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const start = { name: "01_explore", source, params: {}, kernel: "deno 2.9.6" };
 * const run = await startVersion(tracking.client, start, () => 0);
 * await endVersion(tracking.client, run, { executed: source, page: "<p>" }, () => 1500);
 * const [version] = await listVersions(tracking.client, "01_explore");
 * assert.deepEqual([version.status, version.seconds], ["FINISHED", 1.5]);
 * ```
 *
 * @module
 */
export { type DatasetFact, FACTS_TYPE, type NotebookFacts, parseFacts } from "./facts.ts";
export { listVersions } from "./list_versions.ts";
export { logRun, type LogRunOptions } from "./log_run.ts";
export { endVersion, startVersion, type VersionEnd, type VersionStart } from "./log_version.ts";
export { notebookDigest } from "./notebook_digest.ts";
export { pickVersion } from "./pick_version.ts";
export { FILES, type Version } from "./version.ts";
export { versionTable } from "./version_table.ts";
