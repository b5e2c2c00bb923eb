/** A small drift report for tests, its figures told by hand. */
import type { DriftColumn } from "../../models/mod.ts";
import type { StoredDriftReport } from "./monitoring.ts";

function column(name: string, psi: number, ks: number): DriftColumn {
  const test = (score: number) => ({ score, threshold: 0.5, floor: 0.01, drifted: score > 0.5 });
  return {
    column: name,
    tests: { psi: test(psi), kolmogorov_smirnov: test(ks) },
    missing: false,
    drifted: Math.max(psi, ks) > 0.5,
    severity: Math.max(psi, ks) / 0.5,
    referenceMedian: 0,
    currentMedian: 1,
  };
}

/** April 2020 with two drifted columns of three. */
export const DRIFT_REPORT: StoredDriftReport = {
  dataset: "hostel",
  model: "energy-anomaly",
  version: "1",
  from: "2020-04-01T00:00:00.000Z",
  to: "2020-05-01T00:00:00.000Z",
  rows: 720,
  columns: [column("residual_week", 2, 0.75), column("sd_24h", 0.1, 0.6), column("hour", 0, 0)],
  drifted: 2,
  share: 2 / 3,
  rules: ["columns_moved"],
  drift: true,
};
