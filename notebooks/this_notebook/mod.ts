/**
 * What notebooks call, bound to the notebook that runs: its environment, clock and display.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession, sql } from "./mod.ts";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * assert.deepEqual((await sql`SELECT 1 AS one`).objects(), [{ one: 1 }]);
 * await closeSession();
 * ```
 */
export { derive, openDataset, openFeatures, sql } from "./datasets.ts";
export { labelledHours, monitor, serve, train } from "./modelling.ts";
export { progress, steps, track } from "./progress.ts";
export { closeSession, context } from "./surroundings.ts";
export { compare, load, promote, promotions, runs } from "./tracking.ts";
