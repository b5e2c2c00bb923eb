-- name: energy_context
-- entity: meter
-- grain: hour
-- lookback: 176 hours
-- reads: energy_load, energy_profile
--
-- How the last hours and days of a meter went together, for faults that show less in one hour than
-- in many: a level that stays off, a night that is not one, a clock that is wrong. The residual of
-- an hour is its log load less the usual one of its hour of week; sums are of decimals, so they are
-- exact. All is divided by the meter's robust scale of the day ("scale"). Missing history is NULL;
-- an hour without a usual load has no row.
--
-- column: residual_mean_3h   | scale | mean residual of the last 3 h
-- column: residual_mean_12h  | scale | mean residual of the last 12 h
-- column: residual_mean_72h  | scale | mean residual of the last 72 h
-- column: residual_mean_168h | scale | mean residual of the last 168 h
-- column: residual_abs_24h   | scale | mean absolute residual of the last 24 h
-- column: residual_abs_72h   | scale | mean absolute residual of the last 72 h
-- column: residual_abs_168h  | scale | mean absolute residual of the last 168 h
-- column: residual_sd_24h    | scale | standard deviation of the residuals of the last 24 h
-- column: residual_sd_168h   | scale | standard deviation of the residuals of the last 168 h
-- column: residual_min_24h   | scale | least residual of the last 24 h
-- column: residual_max_24h   | scale | largest residual of the last 24 h
-- column: residual_min_168h  | scale | least residual of the last 168 h
-- column: residual_max_168h  | scale | largest residual of the last 168 h
-- column: residual_night_24h | scale | mean residual of the hours 0 to 5 of the last 24 h
-- column: residual_night_72h | scale | mean residual of the hours 0 to 5 of the last 72 h
-- column: residual_day_24h   | scale | mean residual of the hours 8 to 19 of the last 24 h
-- column: residual_day_72h   | scale | mean residual of the hours 8 to 19 of the last 72 h
-- column: match_24h          | ratio | correlation of load and usual load over the last 24 h
-- column: match_72h          | ratio | correlation of load and usual load over the last 72 h
-- column: match_168h         | ratio | correlation of load and usual load over the last 168 h
-- column: swing_24h          | ratio | slope of the load on the usual load over the last 24 h
-- column: swing_168h         | ratio | slope of the load on the usual load over the last 168 h
-- column: shift_gain_24h     | scale | how much nearer the loads of the last 24 h lie to the usual ones 3 to 9 h earlier or later
-- column: shift_gain_72h     | scale | how much nearer the loads of the last 72 h lie to the usual ones 3 to 9 h earlier or later
WITH joined AS (
  SELECT
    l.meter_id, l.ts, hour(l.local_ts) AS local_hour, l.log_load AS x, p.usual_week AS u, p.scale,
    CAST(l.log_load - p.usual_week AS DECIMAL(18, 9)) AS r
  FROM energy_load l
  JOIN energy_profile p ON p.meter_id = l.meter_id AND p.ts = l.ts
  WHERE p.usual_week IS NOT NULL
), shifted AS (
  SELECT
    *,
    CASE WHEN local_hour < 6 THEN r END AS night,
    CASE WHEN local_hour BETWEEN 8 AND 19 THEN r END AS day,
    CAST(x * x AS DECIMAL(38, 18)) AS xx,
    CAST(u * u AS DECIMAL(38, 18)) AS uu,
    CAST(x * u AS DECIMAL(38, 18)) AS xu,
    abs(x - max(u) OVER h3) AS late_3h, abs(max(x) OVER h3 - u) AS early_3h,
    abs(x - max(u) OVER h5) AS late_5h, abs(max(x) OVER h5 - u) AS early_5h,
    abs(x - max(u) OVER h7) AS late_7h, abs(max(x) OVER h7 - u) AS early_7h,
    abs(x - max(u) OVER h9) AS late_9h, abs(max(x) OVER h9 - u) AS early_9h
  FROM joined
  WINDOW
    h3 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 3 HOURS PRECEDING AND INTERVAL 3 HOURS PRECEDING),
    h5 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 5 HOURS PRECEDING AND INTERVAL 5 HOURS PRECEDING),
    h7 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 7 HOURS PRECEDING AND INTERVAL 7 HOURS PRECEDING),
    h9 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 9 HOURS PRECEDING AND INTERVAL 9 HOURS PRECEDING)
), windowed AS (
  SELECT
    meter_id, ts, scale,
    CAST(sum(r) OVER h3 AS DOUBLE) / count(*) OVER h3 AS mean_3h,
    CAST(sum(r) OVER h12 AS DOUBLE) / count(*) OVER h12 AS mean_12h,
    CAST(sum(r) OVER h24 AS DOUBLE) AS sum_24h,
    CAST(sum(r) OVER h72 AS DOUBLE) / count(*) OVER h72 AS mean_72h,
    CAST(sum(r) OVER h168 AS DOUBLE) AS sum_168h,
    CAST(sum(abs(r)) OVER h24 AS DOUBLE) / count(*) OVER h24 AS abs_24h,
    CAST(sum(abs(r)) OVER h72 AS DOUBLE) / count(*) OVER h72 AS abs_72h,
    CAST(sum(abs(r)) OVER h168 AS DOUBLE) / count(*) OVER h168 AS abs_168h,
    CAST(sum(CAST(r * r AS DECIMAL(38, 18))) OVER h24 AS DOUBLE) AS squares_24h,
    CAST(sum(CAST(r * r AS DECIMAL(38, 18))) OVER h168 AS DOUBLE) AS squares_168h,
    min(r) OVER h24 AS min_24h, max(r) OVER h24 AS max_24h,
    min(r) OVER h168 AS min_168h, max(r) OVER h168 AS max_168h,
    CAST(sum(night) OVER h24 AS DOUBLE) / count(night) OVER h24 AS night_24h,
    CAST(sum(night) OVER h72 AS DOUBLE) / count(night) OVER h72 AS night_72h,
    CAST(sum(day) OVER h24 AS DOUBLE) / count(day) OVER h24 AS day_24h,
    CAST(sum(day) OVER h72 AS DOUBLE) / count(day) OVER h72 AS day_72h,
    count(*) OVER h24 AS n_24h, count(*) OVER h72 AS n_72h, count(*) OVER h168 AS n_168h,
    CAST(sum(x) OVER h24 AS DOUBLE) AS x_24h, CAST(sum(u) OVER h24 AS DOUBLE) AS u_24h,
    CAST(sum(xx) OVER h24 AS DOUBLE) AS xx_24h, CAST(sum(uu) OVER h24 AS DOUBLE) AS uu_24h,
    CAST(sum(xu) OVER h24 AS DOUBLE) AS xu_24h,
    CAST(sum(x) OVER h72 AS DOUBLE) AS x_72h, CAST(sum(u) OVER h72 AS DOUBLE) AS u_72h,
    CAST(sum(xx) OVER h72 AS DOUBLE) AS xx_72h, CAST(sum(uu) OVER h72 AS DOUBLE) AS uu_72h,
    CAST(sum(xu) OVER h72 AS DOUBLE) AS xu_72h,
    CAST(sum(x) OVER h168 AS DOUBLE) AS x_168h, CAST(sum(u) OVER h168 AS DOUBLE) AS u_168h,
    CAST(sum(xx) OVER h168 AS DOUBLE) AS xx_168h, CAST(sum(uu) OVER h168 AS DOUBLE) AS uu_168h,
    CAST(sum(xu) OVER h168 AS DOUBLE) AS xu_168h,
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
  FROM shifted
  WINDOW
    h3 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 2 HOURS PRECEDING AND CURRENT ROW),
    h12 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 11 HOURS PRECEDING AND CURRENT ROW),
    h24 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 23 HOURS PRECEDING AND CURRENT ROW),
    h72 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 71 HOURS PRECEDING AND CURRENT ROW),
    h168 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 167 HOURS PRECEDING AND CURRENT ROW)
), moments AS (
  SELECT
    *,
    n_24h * xu_24h - x_24h * u_24h AS cxu_24h,
    greatest(n_24h * xx_24h - x_24h * x_24h, 0) AS cxx_24h,
    greatest(n_24h * uu_24h - u_24h * u_24h, 0) AS cuu_24h,
    n_72h * xu_72h - x_72h * u_72h AS cxu_72h,
    greatest(n_72h * xx_72h - x_72h * x_72h, 0) AS cxx_72h,
    greatest(n_72h * uu_72h - u_72h * u_72h, 0) AS cuu_72h,
    n_168h * xu_168h - x_168h * u_168h AS cxu_168h,
    greatest(n_168h * xx_168h - x_168h * x_168h, 0) AS cxx_168h,
    greatest(n_168h * uu_168h - u_168h * u_168h, 0) AS cuu_168h
  FROM windowed
)
SELECT
  meter_id, ts,
  CAST(mean_3h / scale AS FLOAT) AS residual_mean_3h,
  CAST(mean_12h / scale AS FLOAT) AS residual_mean_12h,
  CAST(mean_72h / scale AS FLOAT) AS residual_mean_72h,
  CAST(sum_168h / n_168h / scale AS FLOAT) AS residual_mean_168h,
  CAST(abs_24h / scale AS FLOAT) AS residual_abs_24h,
  CAST(abs_72h / scale AS FLOAT) AS residual_abs_72h,
  CAST(abs_168h / scale AS FLOAT) AS residual_abs_168h,
  CAST(sqrt(greatest(n_24h * squares_24h - sum_24h * sum_24h, 0)) / n_24h / scale AS FLOAT) AS residual_sd_24h,
  CAST(sqrt(greatest(n_168h * squares_168h - sum_168h * sum_168h, 0)) / n_168h / scale AS FLOAT) AS residual_sd_168h,
  CAST(min_24h / scale AS FLOAT) AS residual_min_24h,
  CAST(max_24h / scale AS FLOAT) AS residual_max_24h,
  CAST(min_168h / scale AS FLOAT) AS residual_min_168h,
  CAST(max_168h / scale AS FLOAT) AS residual_max_168h,
  CAST(night_24h / scale AS FLOAT) AS residual_night_24h,
  CAST(night_72h / scale AS FLOAT) AS residual_night_72h,
  CAST(day_24h / scale AS FLOAT) AS residual_day_24h,
  CAST(day_72h / scale AS FLOAT) AS residual_day_72h,
  -- A load or a usual load that does not vary has no course to compare.
  CASE WHEN cxx_24h > 1e-9 AND cuu_24h > 1e-9 THEN CAST(cxu_24h / sqrt(cxx_24h * cuu_24h) AS FLOAT) END AS match_24h,
  CASE WHEN cxx_72h > 1e-9 AND cuu_72h > 1e-9 THEN CAST(cxu_72h / sqrt(cxx_72h * cuu_72h) AS FLOAT) END AS match_72h,
  CASE WHEN cxx_168h > 1e-9 AND cuu_168h > 1e-9 THEN CAST(cxu_168h / sqrt(cxx_168h * cuu_168h) AS FLOAT) END AS match_168h,
  CASE WHEN cuu_24h > 1e-9 THEN CAST(cxu_24h / cuu_24h AS FLOAT) END AS swing_24h,
  CASE WHEN cuu_168h > 1e-9 THEN CAST(cxu_168h / cuu_168h AS FLOAT) END AS swing_168h,
  CAST((abs_24h - shifted_24h) / scale AS FLOAT) AS shift_gain_24h,
  CAST((abs_72h - shifted_72h) / scale AS FLOAT) AS shift_gain_72h
FROM moments
