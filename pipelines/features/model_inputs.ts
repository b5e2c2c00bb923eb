/**
 * The features that the detectors get: those that say how odd an hour is for its meter. The
 * calendar, the weather and the place of an hour within its day or week say where it stands;
 * they drown the others in detectors that treat all columns alike. Chosen on validation meters
 * with injected faults (ROC-AUC of the ensemble .635 against .510 with all columns).
 */
export const MODEL_INPUTS: readonly string[] = [
  "residual_week",
  "residual_day",
  "residual_week_mean_24h",
  "change_24h",
  "change_48h",
  "change_168h",
  "sd_24h",
  "mad_24h",
  "sd_168h",
  "mad_168h",
  "variability_ratio",
  "run_length",
  "zero_share_24h",
];
