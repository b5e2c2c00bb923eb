/** Whether a search shows what is deleted. */

import type { Parameter } from "../parameters.ts";
import { TrackingError } from "../tracking_error.ts";

/** Where a record stands in its life. */
export type LifecycleStage = "active" | "deleted";

const views: Record<string, readonly LifecycleStage[]> = {
  ACTIVE_ONLY: ["active"],
  DELETED_ONLY: ["deleted"],
  ALL: ["active", "deleted"],
};

/** The stages that a search shows: MLflow's view by name or by number, active ones when absent. */
export const viewType: Parameter<readonly LifecycleStage[]> = {
  required: false,
  read(value, at) {
    const name = typeof value === "number" || /^\d$/.test(String(value))
      ? Object.keys(views)[Number(value) - 1]
      : value ?? "ACTIVE_ONLY";
    if (typeof name === "string" && Object.hasOwn(views, name)) return views[name];
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Invalid value ${
        JSON.stringify(value)
      } for parameter '${at}' supplied:  Hint: It must be one of ${Object.keys(views).join(", ")}`,
    );
  },
};
