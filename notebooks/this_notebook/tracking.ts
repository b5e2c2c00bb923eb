/** The registry of the notebook. */
import type { Table } from "../tables/mod.ts";
import type {
  CompareOptions,
  NotebookModel,
  Promoted,
  PromoteOptions,
  PromotionRow,
  RunComparison,
  RunsOptions,
} from "../tracking/mod.ts";
import { context } from "./surroundings.ts";

/**
 * Runs of the tracking server as a table: what they are, then `params.…` and `metrics.…`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession } from "./surroundings.ts";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * assert.equal((await runs({ limit: 10 })).rows, 0);
 * await closeSession();
 * ```
 */
export async function runs(options?: RunsOptions): Promise<Table> {
  const { listRuns } = await import("../tracking/mod.ts");
  return await listRuns((await context()).registry, options);
}

/**
 * What differs between runs: settings, a chart, metrics.
 *
 * @param compared Two or more ids of runs, or a table as `runs()` gives it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession } from "./surroundings.ts";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * await assert.rejects(compare([]), /Cannot compare runs as there must be two or more/);
 * await closeSession();
 * ```
 */
export async function compare(
  compared: readonly string[] | Table<unknown>,
  options?: CompareOptions,
): Promise<RunComparison> {
  const { compareRuns } = await import("../tracking/mod.ts");
  return await compareRuns((await context()).registry, compared, options);
}

/**
 * Loads a registered model, such as `models:/energy-anomaly@champion`.
 *
 * @throws {MlflowError} When the registry knows no such model, version or alias.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession } from "./surroundings.ts";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * await assert.rejects(load("models:/energy-anomaly@champion"), { name: "MlflowError" });
 * await closeSession();
 * ```
 */
export async function load(uri: string): Promise<NotebookModel> {
  const { registry } = await context();
  const { loadModel } = await import("../../pipelines/realtime/mod.ts");
  const { notebookModel } = await import("../tracking/mod.ts");
  return notebookModel(await loadModel(registry, uri));
}

/**
 * Points an alias of a model at a version that passes the gates, on the record.
 *
 * @param uri The version, such as `models:/energy-anomaly/3` or `models:/energy-anomaly@challenger`.
 * @throws {PromotionRefusedError} When a gate refuses; nothing is changed.
 * @throws {MlflowError} When there is no such version.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession } from "./surroundings.ts";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * const who = { reason: "It finds more", by: "me" };
 * await assert.rejects(promote("models:/energy-anomaly/1", who), { name: "MlflowError" });
 * await closeSession();
 * ```
 */
export async function promote(uri: string, options: PromoteOptions): Promise<Promoted> {
  const { registry, now } = await context();
  const { promoteVersion } = await import("../tracking/mod.ts");
  return await promoteVersion(registry, uri, options, crypto.randomUUID(), now());
}

/**
 * Who moved which alias of a model, when and why; oldest first.
 *
 * @param model Its name, such as `energy-anomaly`.
 * @throws {MlflowError} When there is no such model.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession } from "./surroundings.ts";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * await assert.rejects(promotions("energy-anomaly"), { name: "MlflowError" });
 * await closeSession();
 * ```
 */
export async function promotions(model: string): Promise<Table<PromotionRow>> {
  const { listPromotions } = await import("../tracking/mod.ts");
  return await listPromotions((await context()).registry, model);
}
