/**
 * The features that detectors get which learn without labels: those that say how far an hour is
 * from what its meter usually does. The others describe the hour or its day; they drown these in
 * detectors that treat all columns alike. Chosen without a look at test meters by
 * `.ci/model_inputs_study.ts`: ROC-AUC of their mean 0.769, with all of energy_hourly 0.617, of the
 * seasonal floor 0.707.
 */
export const RESIDUAL_INPUTS: readonly string[] = [
  "residual_week",
  "residual_week_mean_24h",
  "change_168h",
  "run_length",
  "zero_share_24h",
];

/**
 * Every feature that the model reads: a detector that learns from faults can tell by itself which
 * of them matter. Of the load against its own last day and week only what carried weight is left,
 * since each costs time in every request; calendar and weather are not there, as what learns from
 * labels would learn the dates of the labelled events by heart.
 */
export const MODEL_INPUTS: readonly string[] = [
  "residual_week",
  "residual_day",
  "residual_week_mean_24h",
  "change_168h",
  "sd_168h",
  "variability_ratio",
  "above_highest",
  "below_lowest",
  "run_length",
  "zero_share_24h",
  "night_day_ratio",
  "residual_kind",
  "residual_kind_ratio",
  "above_high_load",
  "unusual_excess",
  "residual_mean_168h",
  "residual_abs_24h",
  "residual_kind_abs_24h",
  "residual_sd_24h",
  "residual_min_24h",
  "residual_max_24h",
  "residual_min_168h",
  "residual_max_168h",
  "residual_night_24h",
  "residual_night_72h",
  "residual_day_24h",
  "match_24h",
  "match_72h",
  "swing_24h",
  "swing_168h",
  "shift_gain_24h",
  "shift_gain_72h",
  "unusual_abs_24h",
  "unusual_kind_abs_24h",
  "unusual_sd_24h",
  "unusual_lowest_24h",
  "unusual_match_24h",
  "unusual_gain_24h",
  "unusual_gain_72h",
  "run_surprise",
  "repeat_share_7d",
  "load_spread",
];
