/** Whether a search shows what is deleted. */

import { enumeration } from "../enumeration.ts";
import type { Parameter } from "../parameters.ts";

/** Where a record stands in its life. */
export type LifecycleStage = "active" | "deleted";

const stages = {
  ACTIVE_ONLY: ["active"],
  DELETED_ONLY: ["deleted"],
  ALL: ["active", "deleted"],
} as const;

const view = enumeration(["ACTIVE_ONLY", "DELETED_ONLY", "ALL"]);

/** The stages that a search shows: MLflow's view by name or by number, active ones when absent. */
export const viewType: Parameter<readonly LifecycleStage[]> = {
  required: false,
  read: (value, at) => stages[view.read(value, at) ?? "ACTIVE_ONLY"],
};
