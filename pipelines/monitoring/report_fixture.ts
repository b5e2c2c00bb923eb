/** A small monitoring report for tests, its figures told by hand. */
import type { MonitoringReport } from "./monitor_window.ts";
import type { SectionReport } from "./report.ts";

/** Two drifted features of three. */
const features: SectionReport = {
  title: "Features",
  verdict: "drift",
  summary: "2 of 3 features differ from training, most of all residual_week, sd_24h",
  error: null,
  figures: {
    rows: 720,
    least_rows: 360,
    drifted: 2,
    share: 2 / 3,
    rules: ["columns_moved"],
    features: ([["residual_week", 4], ["sd_24h", 1.2], ["hour", 0]] as const).map(
      ([feature, severity]) => ({
        feature,
        severity,
        drifted: severity > 1,
        missing: false,
        reference_median: 0,
        current_median: 1,
        tests: { psi: { score: severity / 2, threshold: 0.5, floor: 0.01, drifted: severity > 1 } },
      }),
    ),
  },
  tables: [{
    title: "The features that differ most",
    columns: ["feature", "severity", "drift"],
    rows: [["residual_week", 4, "yes"], ["sd_24h", 1.2, "yes"], ["hour", 0, "no"]],
  }],
  charts: [{
    caption: "How far each feature is from its training data",
    draw: (width) => `<svg width="${width}"></svg>`,
  }],
};

/** One section that could not tell. */
const meters: SectionReport = {
  title: "Meters",
  verdict: "unknown",
  summary: "No meter has a year of readings before the window",
  error: null,
  figures: { judged: 0 },
  tables: [],
  charts: [],
};

/** April 2020, in which the hostel stood empty. */
export const DRIFT_REPORT: MonitoringReport = {
  id: "20200501T093000000Z-00c0ffee",
  dataset: "hostel",
  model: "energy-anomaly",
  version: "1",
  created: "2020-05-01T09:30:00.000Z",
  window: { from: "2020-04-01T00:00:00.000Z", to: "2020-05-01T00:00:00.000Z" },
  reference: { from: "2018-01-01T00:00:00.000Z", to: "2020-01-01T00:00:00.000Z" },
  title: "hostel",
  facts: { window: "2020-04-01 to 2020-04-30", model: "energy-anomaly, version 1" },
  verdict: "drift",
  sections: { features, meters },
};
