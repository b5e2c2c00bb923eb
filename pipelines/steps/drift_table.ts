/** A drift report as text for a terminal. */
import type { DriftReport } from "../../models/mod.ts";

const SHOWN = 12;

/**
 * The features that differ most from the reference, with both tests against their thresholds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { DRIFT_REPORT } from "./drift_fixture.ts";
 * assert.match(driftTable(DRIFT_REPORT).split("\n")[1], /^residual_week +2\.000 .* yes$/);
 * ```
 */
export function driftTable(report: DriftReport): string {
  const names = report.columns.slice(0, SHOWN).map(({ column }) => column);
  const width = Math.max("feature".length, ...names.map((name) => name.length));
  const figure = (value: number) => value.toFixed(3).padStart(9);
  return [
    `${
      "feature".padEnd(width)
    }       psi (limit, floor)              ks (limit, floor)     drifted`,
    ...report.columns.slice(0, SHOWN).map(({ column, tests, missing, drifted }) =>
      [
        column.padEnd(width),
        figure(tests.psi.score),
        figure(tests.psi.threshold),
        figure(tests.psi.floor),
        figure(tests.kolmogorov_smirnov.score),
        figure(tests.kolmogorov_smirnov.threshold),
        figure(tests.kolmogorov_smirnov.floor),
        missing ? "  missing" : drifted ? "  yes" : "  no",
      ].join(" ")
    ),
  ].join("\n");
}
