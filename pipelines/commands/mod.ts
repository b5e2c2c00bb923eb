/**
 * The commands of `pipelines/main.ts`, by name.
 *
 * @module
 */
import { evaluate } from "./evaluate.ts";
import { ingest } from "./ingest.ts";
import { mlflow } from "./mlflow.ts";
import { mlflowGc } from "./mlflow_gc.ts";
import { mlflowImport } from "./mlflow_import.ts";
import { monitor } from "./monitor.ts";
import { promote } from "./promote.ts";
import { promoteCompare } from "./promote_compare.ts";
import { promoteHistory } from "./promote_history.ts";
import { promoteRollback } from "./promote_rollback.ts";
import { score } from "./score.ts";
import { train } from "./train.ts";
import { tune } from "./tune.ts";

/** Every command. */
export const commands = {
  ingest,
  train,
  evaluate,
  tune,
  score,
  monitor,
  promote,
  "promote rollback": promoteRollback,
  "promote compare": promoteCompare,
  "promote history": promoteHistory,
  mlflow,
  "mlflow import": mlflowImport,
  "mlflow gc": mlflowGc,
} as const;
