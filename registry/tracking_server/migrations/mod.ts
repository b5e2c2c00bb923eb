/**
 * The schema's history, oldest first. A released migration never changes; a change is a new file
 * and a line here.
 *
 * @module
 */

import tracking from "./0001_tracking.sql" with { type: "text" };
import modelMetrics from "./0002_model_metrics.sql" with { type: "text" };
import webhooks from "./0003_webhooks.sql" with { type: "text" };
import aliasMoves from "./0004_alias_moves.sql" with { type: "text" };
import permanentDeletion from "./0005_permanent_deletion.sql" with { type: "text" };

/** SQL of each migration, in the order they run. */
export const migrations: readonly string[] = [
  tracking,
  modelMetrics,
  webhooks,
  aliasMoves,
  permanentDeletion,
];
