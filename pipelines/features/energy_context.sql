-- name: energy_context
-- entity: meter
-- grain: hour
-- lookback: 167 hours
-- reads: energy_load, energy_profile, energy_residual, energy_usual
--
-- How the last hours and days of a meter went together, for faults that show less in one hour than
-- in many: a level that stays off, a night that is not one, a clock that is wrong. Residuals and
-- excess are those of energy_residual; they are divided by the meter's robust scale of the day, of
-- logarithms ("scale") or of kWh ("load scale"). What a restless meter does every week is no fault,
-- so some figures stand a second time as their distance from the median of the meter's own days of
-- the last 8 weeks (energy_usual), divided by the spread of these days, which counts as no less than
-- 0.05 ("spread"). Sums are of decimals, so they are exact. Missing history is NULL; an hour without
-- a usual load has no row.
--
-- column: residual_kind         | scale      | load against the usual load of the same hour on days of the same kind
-- column: residual_kind_ratio   | ratio      | the same by the mean absolute residual of the usual day
-- column: above_high_load       | load scale | load above the high load of the days before
-- column: unusual_excess        | spread     | excess against the largest excess of the days before
-- column: residual_mean_168h    | scale      | mean residual of the last 168 h
-- column: residual_abs_24h      | scale      | mean absolute residual of the last 24 h
-- column: residual_kind_abs_24h | scale      | mean absolute residual_kind of the last 24 h
-- column: residual_sd_24h       | scale      | standard deviation of the residuals of the last 24 h
-- column: residual_min_24h      | scale      | least residual of the last 24 h
-- column: residual_max_24h      | scale      | largest residual of the last 24 h
-- column: residual_min_168h     | scale      | least residual of the last 168 h
-- column: residual_max_168h     | scale      | largest residual of the last 168 h
-- column: residual_night_24h    | scale      | mean residual of the hours 0 to 5 of the last 24 h
-- column: residual_night_72h    | scale      | mean residual of the hours 0 to 5 of the last 72 h
-- column: residual_day_24h      | scale      | mean residual of the hours 8 to 19 of the last 24 h
-- column: match_24h             | ratio      | correlation of load and usual load over the last 24 h
-- column: match_72h             | ratio      | correlation of load and usual load over the last 72 h
-- column: swing_24h             | ratio      | slope of the load on the usual load over the last 24 h
-- column: swing_168h            | ratio      | slope of the load on the usual load over the last 168 h
-- column: shift_gain_24h        | scale      | how much nearer the loads of the last 24 h lie to the usual ones 3 to 9 h earlier or later
-- column: shift_gain_72h        | scale      | how much nearer the loads of the last 72 h lie to the usual ones 3 to 9 h earlier or later
-- column: unusual_abs_24h       | spread     | residual_abs_24h against the days before
-- column: unusual_kind_abs_24h  | spread     | residual_kind_abs_24h against the days before
-- column: unusual_sd_24h        | spread     | residual_sd_24h against the days before
-- column: unusual_lowest_24h    | spread     | lowest load of the last 24 h against the days before
-- column: unusual_match_24h     | spread     | match_24h against the days before
-- column: unusual_gain_24h      | spread     | shift_gain_24h against the days before
-- column: unusual_gain_72h      | spread     | shift_gain_72h against three days before
-- column: run_surprise          | ln         | how rare a run of equal loads as long as the one up to this hour is
-- column: repeat_share_7d       | share      | loads that repeat the one before, last 7 local days; zeros do not count
-- column: load_spread           | ln(kWh)    | the scale of the day itself
WITH joined AS (
  SELECT
    r.*, l.kwh, l.log_load, CAST(l.local_ts AS DATE) AS day, p.scale, p.load_scale,
    CASE WHEN hour(l.local_ts) < 6 THEN residual END AS night,
    CASE WHEN hour(l.local_ts) BETWEEN 8 AND 19 THEN residual END AS daytime,
    CAST(log_load * log_load AS DECIMAL(38, 18)) AS xx,
    CAST(usual * usual AS DECIMAL(38, 18)) AS uu,
    CAST(log_load * usual AS DECIMAL(38, 18)) AS xu
  FROM energy_load l
  JOIN energy_profile p ON p.meter_id = l.meter_id AND p.ts = l.ts
  JOIN energy_residual r ON r.meter_id = l.meter_id AND r.ts = l.ts
), windowed AS (
  SELECT
    meter_id, ts, day, kwh, residual_kind, excess, scale, load_scale,
    CAST(sum(residual) OVER h24 AS DOUBLE) AS sum_24h,
    CAST(sum(residual) OVER h168 AS DOUBLE) AS sum_168h,
    CAST(sum(abs(residual)) OVER h24 AS DOUBLE) / count(*) OVER h24 AS abs_24h,
    CAST(sum(abs(residual)) OVER h72 AS DOUBLE) / count(*) OVER h72 AS abs_72h,
    CAST(sum(abs(residual_kind)) OVER h24 AS DOUBLE) / count(residual_kind) OVER h24 AS kind_abs_24h,
    CAST(sum(CAST(residual * residual AS DECIMAL(38, 18))) OVER h24 AS DOUBLE) AS squares_24h,
    min(residual) OVER h24 AS min_24h, max(residual) OVER h24 AS max_24h,
    min(residual) OVER h168 AS min_168h, max(residual) OVER h168 AS max_168h,
    min(log_load) OVER h24 AS lowest_24h,
    max(run_start) OVER h168 AS run_start,
    CAST(sum(night) OVER h24 AS DOUBLE) / count(night) OVER h24 AS night_24h,
    CAST(sum(night) OVER h72 AS DOUBLE) / count(night) OVER h72 AS night_72h,
    CAST(sum(daytime) OVER h24 AS DOUBLE) / count(daytime) OVER h24 AS day_24h,
    count(*) OVER h24 AS n_24h, count(*) OVER h72 AS n_72h, count(*) OVER h168 AS n_168h,
    CAST(sum(log_load) OVER h24 AS DOUBLE) AS x_24h, CAST(sum(usual) OVER h24 AS DOUBLE) AS u_24h,
    CAST(sum(xx) OVER h24 AS DOUBLE) AS xx_24h, CAST(sum(uu) OVER h24 AS DOUBLE) AS uu_24h,
    CAST(sum(xu) OVER h24 AS DOUBLE) AS xu_24h,
    CAST(sum(log_load) OVER h72 AS DOUBLE) AS x_72h, CAST(sum(usual) OVER h72 AS DOUBLE) AS u_72h,
    CAST(sum(xx) OVER h72 AS DOUBLE) AS xx_72h, CAST(sum(uu) OVER h72 AS DOUBLE) AS uu_72h,
    CAST(sum(xu) OVER h72 AS DOUBLE) AS xu_72h,
    CAST(sum(log_load) OVER h168 AS DOUBLE) AS x_168h,
    CAST(sum(usual) OVER h168 AS DOUBLE) AS u_168h,
    CAST(sum(uu) OVER h168 AS DOUBLE) AS uu_168h, CAST(sum(xu) OVER h168 AS DOUBLE) AS xu_168h,
    least(
      CAST(sum(late_3h) OVER h24 AS DOUBLE) / count(late_3h) OVER h24,
      CAST(sum(early_3h) OVER h24 AS DOUBLE) / count(early_3h) OVER h24,
      CAST(sum(late_5h) OVER h24 AS DOUBLE) / count(late_5h) OVER h24,
      CAST(sum(early_5h) OVER h24 AS DOUBLE) / count(early_5h) OVER h24,
      CAST(sum(late_7h) OVER h24 AS DOUBLE) / count(late_7h) OVER h24,
      CAST(sum(early_7h) OVER h24 AS DOUBLE) / count(early_7h) OVER h24,
      CAST(sum(late_9h) OVER h24 AS DOUBLE) / count(late_9h) OVER h24,
      CAST(sum(early_9h) OVER h24 AS DOUBLE) / count(early_9h) OVER h24) AS shifted_24h,
    least(
      CAST(sum(late_3h) OVER h72 AS DOUBLE) / count(late_3h) OVER h72,
      CAST(sum(early_3h) OVER h72 AS DOUBLE) / count(early_3h) OVER h72,
      CAST(sum(late_5h) OVER h72 AS DOUBLE) / count(late_5h) OVER h72,
      CAST(sum(early_5h) OVER h72 AS DOUBLE) / count(early_5h) OVER h72,
      CAST(sum(late_7h) OVER h72 AS DOUBLE) / count(late_7h) OVER h72,
      CAST(sum(early_7h) OVER h72 AS DOUBLE) / count(early_7h) OVER h72,
      CAST(sum(late_9h) OVER h72 AS DOUBLE) / count(late_9h) OVER h72,
      CAST(sum(early_9h) OVER h72 AS DOUBLE) / count(early_9h) OVER h72) AS shifted_72h
  FROM joined
  WINDOW
    h24 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 23 HOURS PRECEDING AND CURRENT ROW),
    h72 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 71 HOURS PRECEDING AND CURRENT ROW),
    h168 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 167 HOURS PRECEDING AND CURRENT ROW)
), moments AS (
  SELECT
    *,
    sqrt(greatest(n_24h * squares_24h - sum_24h * sum_24h, 0)) / n_24h AS sd_24h,
    abs_24h - shifted_24h AS gain_24h,
    abs_72h - shifted_72h AS gain_72h,
    n_24h * xu_24h - x_24h * u_24h AS cxu_24h,
    greatest(n_24h * xx_24h - x_24h * x_24h, 0) AS cxx_24h,
    greatest(n_24h * uu_24h - u_24h * u_24h, 0) AS cuu_24h,
    n_72h * xu_72h - x_72h * u_72h AS cxu_72h,
    greatest(n_72h * xx_72h - x_72h * x_72h, 0) AS cxx_72h,
    greatest(n_72h * uu_72h - u_72h * u_72h, 0) AS cuu_72h,
    n_168h * xu_168h - x_168h * u_168h AS cxu_168h,
    greatest(n_168h * uu_168h - u_168h * u_168h, 0) AS cuu_168h
  FROM windowed
), courses AS (
  SELECT
    *,
    -- A load or a usual load that does not vary has no course to compare.
    CASE WHEN cxx_24h > 1e-9 AND cuu_24h > 1e-9 THEN cxu_24h / sqrt(cxx_24h * cuu_24h) END AS match_24h,
    CASE WHEN cxx_72h > 1e-9 AND cuu_72h > 1e-9 THEN cxu_72h / sqrt(cxx_72h * cuu_72h) END AS match_72h
  FROM moments
)
SELECT
  c.meter_id, c.ts,
  CAST(residual_kind / scale AS FLOAT) AS residual_kind,
  -- Not by greatest(): it passes over NULL, and a missing median would count as the least one.
  CAST(residual_kind /
    CASE WHEN abs_median < 0.02 * scale THEN 0.02 * scale ELSE abs_median END AS FLOAT) AS residual_kind_ratio,
  CAST((kwh - high_load) / load_scale AS FLOAT) AS above_high_load,
  CAST((excess - excess_median) / greatest(excess_spread, 0.05 * load_scale) AS FLOAT) AS unusual_excess,
  CAST(sum_168h / n_168h / scale AS FLOAT) AS residual_mean_168h,
  CAST(abs_24h / scale AS FLOAT) AS residual_abs_24h,
  CAST(kind_abs_24h / scale AS FLOAT) AS residual_kind_abs_24h,
  CAST(sd_24h / scale AS FLOAT) AS residual_sd_24h,
  CAST(min_24h / scale AS FLOAT) AS residual_min_24h,
  CAST(max_24h / scale AS FLOAT) AS residual_max_24h,
  CAST(min_168h / scale AS FLOAT) AS residual_min_168h,
  CAST(max_168h / scale AS FLOAT) AS residual_max_168h,
  CAST(night_24h / scale AS FLOAT) AS residual_night_24h,
  CAST(night_72h / scale AS FLOAT) AS residual_night_72h,
  CAST(day_24h / scale AS FLOAT) AS residual_day_24h,
  CAST(match_24h AS FLOAT) AS match_24h,
  CAST(match_72h AS FLOAT) AS match_72h,
  CAST(CASE WHEN cuu_24h > 1e-9 THEN cxu_24h / cuu_24h END AS FLOAT) AS swing_24h,
  CAST(CASE WHEN cuu_168h > 1e-9 THEN cxu_168h / cuu_168h END AS FLOAT) AS swing_168h,
  CAST(gain_24h / scale AS FLOAT) AS shift_gain_24h,
  CAST(gain_72h / scale AS FLOAT) AS shift_gain_72h,
  CAST((abs_24h - abs_median) / greatest(abs_spread, 0.05 * scale) AS FLOAT) AS unusual_abs_24h,
  CAST((kind_abs_24h - kind_abs_median) / greatest(kind_abs_spread, 0.05 * scale) AS FLOAT) AS unusual_kind_abs_24h,
  CAST((sd_24h - sd_median) / greatest(sd_spread, 0.05 * scale) AS FLOAT) AS unusual_sd_24h,
  CAST((lowest_24h - lowest_median) / greatest(lowest_spread, 0.05 * scale) AS FLOAT) AS unusual_lowest_24h,
  CAST((match_24h - match_median) / greatest(match_spread, 0.05) AS FLOAT) AS unusual_match_24h,
  CAST((gain_24h - gain_median) / greatest(gain_spread, 0.05 * scale) AS FLOAT) AS unusual_gain_24h,
  CAST((gain_72h - gain_3d_median) / greatest(gain_3d_spread, 0.05 * scale) AS FLOAT) AS unusual_gain_72h,
  CAST(repeat_surprise * CASE WHEN run_start IS NULL THEN 167
    ELSE date_diff('hour', run_start, c.ts) END AS FLOAT) AS run_surprise,
  CAST(repeat_share_7d AS FLOAT) AS repeat_share_7d,
  CAST(scale AS FLOAT) AS load_spread
FROM courses c
JOIN energy_usual d ON d.meter_id = c.meter_id AND d.day = c.day
