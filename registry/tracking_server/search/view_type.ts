/** Whether a search shows what is deleted. */

import { enumeration } from "../requests/enumeration.ts";
import type { Parameter } from "../requests/parameters.ts";

/** Where a record stands in its life. */
export type LifecycleStage = "active" | "deleted";

const stages = {
  ACTIVE_ONLY: ["active"],
  DELETED_ONLY: ["deleted"],
  ALL: ["active", "deleted"],
} as const;

// MLflow checks its type in searches of experiments alone, and there as a number.
const view = enumeration(["ACTIVE_ONLY", "DELETED_ONLY", "ALL"], { checks: [] });

/** The stages that a search shows: MLflow's view by name or by number, active ones when absent. */
export const viewType: Parameter<readonly LifecycleStage[]> = {
  ...view,
  absent: stages.ACTIVE_ONLY,
  read(given) {
    const { value = "ACTIVE_ONLY", complete } = view.read(given);
    return { value: stages[value], complete };
  },
};
