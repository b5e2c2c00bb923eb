/** The moves of a model's aliases as a table. */
import { type PastMove, readHistory, type RegistryClient } from "../../registry/mod.ts";
import { type Table, typedTable } from "../tables/mod.ts";

/** A move of an alias. */
export interface PromotionRow {
  /** Epoch milliseconds, UTC. */
  readonly ts: number;
  readonly alias: string;
  /** The version that has it since. */
  readonly version: string;
  /** The version that had it, `null` where none did. */
  readonly before: string | null;
  readonly kind: "promotion" | "rollback";
  readonly reason: string;
  /** Who or what decided. */
  readonly who: string;
  /** Whether the alias was moved, and not only the record written. */
  readonly happened: boolean;
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
 * import { createRegisteredModel } from "../../registry/mod.ts";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * await createRegisteredModel(tracking.client, { name: "energy" });
 * assert.equal((await listPromotions(tracking.client, "energy")).rows, 0);
 * ```
 */
export async function listPromotions(
  registry: RegistryClient,
  model: string,
): Promise<Table<PromotionRow>> {
  const { moves } = await readHistory(registry, model);
  return typedTable<PromotionRow, PastMove>(moves, {
    ts: ["TIMESTAMP", ({ at }) => Date.parse(at)],
    alias: ["VARCHAR", ({ alias }) => alias],
    version: ["VARCHAR", ({ to }) => to],
    before: ["VARCHAR", ({ from = null }) => from],
    kind: ["VARCHAR", ({ kind }) => kind],
    reason: ["VARCHAR", ({ reason }) => reason],
    who: ["VARCHAR", ({ by }) => by],
    happened: ["BOOLEAN", ({ happened }) => happened],
  });
}
