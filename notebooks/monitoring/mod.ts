/**
 * What is different in a window of a dataset, in a notebook. Native libraries are loaded by the call.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { monitorWindow } from "./mod.ts";
 * assert.equal(typeof monitorWindow, "function");
 * ```
 */
export {
  type FeatureDrift,
  type MeterChange,
  type Monitored,
  type MonitorOptions,
  monitorWindow,
  type SectionRow,
} from "./monitor_window.ts";
