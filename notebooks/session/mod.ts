/**
 * The surroundings of a notebook: one database, one registry, one open dataset.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDataset, openSession } from "./mod.ts";
 * const home = await Deno.makeTempDir();
 * await using session = openSession(() => ({ home }), () => 0);
 * await assert.rejects(openDataset(await session.context(), "nowhere"), /has no such dataset/);
 * ```
 *
 * @module
 */
export { type Dataset, type DatasetFacts, toDataset } from "./dataset.ts";
export { type FileOptions, openDataset } from "./open_dataset.ts";
export { type FeatureRow, type Features, openFeatures } from "./open_features.ts";
export { openSession, type Session } from "./open_session.ts";
