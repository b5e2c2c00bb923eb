-- name: energy_hourly
-- entity: meter
-- grain: hour
-- lookback: 168 hours
-- reads: energy_load, energy_profile, energy_extremes, weather
--
-- The features of one hour of one meter, from that hour and earlier ones only. They are free of
-- scale, so that one model serves meters of any size: differences of log loads are divided by the
-- meter's own robust scale (energy_profile), the unit "scale" below. Missing history is NULL.
--
-- column: residual_week          | scale | load against the usual load of the same hour of week
-- column: residual_day           | scale | load against the usual load of the same hour of day
-- column: residual_week_mean_24h | scale | mean of the hour-of-week residuals of the last 24 h
-- column: change_1h              | scale | load against the load 1 h before
-- column: change_2h              | scale | load against the load 2 h before
-- column: change_3h              | scale | load against the load 3 h before
-- column: change_6h              | scale | load against the load 6 h before
-- column: change_12h             | scale | load against the load 12 h before
-- column: change_24h             | scale | load against the load 24 h before
-- column: change_48h             | scale | load against the load 48 h before
-- column: change_168h            | scale | load against the load 168 h before
-- column: mean_24h               | scale | load against the mean of the last 24 h
-- column: sd_24h                 | scale | standard deviation of the last 24 h
-- column: min_24h                | scale | load above the minimum of the last 24 h
-- column: max_24h                | scale | load below the maximum of the last 24 h
-- column: median_24h             | scale | load against the median of the last 24 h
-- column: mad_24h                | scale | median absolute deviation of the last 24 h
-- column: mean_168h              | scale | load against the mean of the last 168 h
-- column: sd_168h                | scale | standard deviation of the last 168 h
-- column: min_168h               | scale | load above the minimum of the last 168 h
-- column: max_168h               | scale | load below the maximum of the last 168 h
-- column: median_168h            | scale | load against the median of the last 168 h
-- column: mad_168h               | scale | median absolute deviation of the last 168 h
-- column: variability_ratio      | ratio | standard deviation of the last 24 h over the usual one
-- column: above_highest          | scale | load above the highest load of all earlier days
-- column: below_lowest           | scale | load below the lowest load of all earlier days
-- column: run_length             | hours | hours in a row with this same load, at most 168; a missing hour ends the row
-- column: zero_share_24h         | share | share of zero readings in the last 24 h
-- column: night_day_ratio        | ln    | mean log load of the night hours of the last 24 h against that of the day hours
-- column: hour                   | hour  | hour of day on the meter's own clock, 0 to 23
-- column: weekday                | day   | day of week on the meter's own clock, 0 is Sunday
-- column: weekend                | flag  | 1 on Saturday and Sunday
-- column: month                  | month | month on the meter's own clock, 1 to 12
-- column: temperature_c          | °C    | air temperature at the meter's site in the hour UTC in which the hour begins
WITH lags AS (
  SELECT
    l.meter_id, l.ts,
    l1.log_load AS lag_1h,
    l2.log_load AS lag_2h,
    l3.log_load AS lag_3h,
    l6.log_load AS lag_6h,
    l12.log_load AS lag_12h,
    l24.log_load AS lag_24h,
    l48.log_load AS lag_48h,
    l168.log_load AS lag_168h
  FROM energy_load l
  LEFT JOIN energy_load l1 ON l1.meter_id = l.meter_id AND l1.ts = l.ts - INTERVAL 1 HOUR
  LEFT JOIN energy_load l2 ON l2.meter_id = l.meter_id AND l2.ts = l.ts - INTERVAL 2 HOURS
  LEFT JOIN energy_load l3 ON l3.meter_id = l.meter_id AND l3.ts = l.ts - INTERVAL 3 HOURS
  LEFT JOIN energy_load l6 ON l6.meter_id = l.meter_id AND l6.ts = l.ts - INTERVAL 6 HOURS
  LEFT JOIN energy_load l12 ON l12.meter_id = l.meter_id AND l12.ts = l.ts - INTERVAL 12 HOURS
  LEFT JOIN energy_load l24 ON l24.meter_id = l.meter_id AND l24.ts = l.ts - INTERVAL 24 HOURS
  LEFT JOIN energy_load l48 ON l48.meter_id = l.meter_id AND l48.ts = l.ts - INTERVAL 48 HOURS
  LEFT JOIN energy_load l168
    ON l168.meter_id = l.meter_id AND l168.ts = l.ts - INTERVAL 168 HOURS
), joined AS (
  SELECT
    l.meter_id, l.ts, l.site_id, l.local_ts, l.kwh, l.log_load,
    p.usual_week, p.usual_day, p.scale, p.usual_variability,
    e.highest_so_far, e.lowest_so_far,
    lag_1h, lag_2h, lag_3h, lag_6h, lag_12h, lag_24h, lag_48h, lag_168h,
    CAST(l.log_load - p.usual_week AS DECIMAL(18, 9)) AS surprise,
    CASE WHEN hour(l.local_ts) < 6 THEN l.log_load END AS night_load,
    CASE WHEN hour(l.local_ts) BETWEEN 8 AND 19 THEN l.log_load END AS day_load,
    CASE WHEN l.log_load = lag_1h THEN NULL ELSE l.ts END AS run_start
  FROM energy_load l
  JOIN energy_profile p ON p.meter_id = l.meter_id AND p.ts = l.ts
  JOIN energy_extremes e ON e.meter_id = l.meter_id AND e.day = CAST(l.local_ts AS DATE)
  JOIN lags ON lags.meter_id = l.meter_id AND lags.ts = l.ts
), windowed AS (
  SELECT
    meter_id, ts, site_id, local_ts,
    usual_week, usual_day, scale, usual_variability, highest_so_far, lowest_so_far,
    lag_1h, lag_2h, lag_3h, lag_6h, lag_12h, lag_24h, lag_48h, lag_168h,
    CAST(log_load AS DOUBLE) AS x,
    CAST(sum(surprise) OVER day AS DOUBLE) / count(surprise) OVER day AS surprise_mean_24h,
    count(*) OVER day AS n_24h,
    CAST(sum(log_load) OVER day AS DOUBLE) AS sum_24h,
    CAST(sum(CAST(log_load * log_load AS DECIMAL(38, 18))) OVER day AS DOUBLE) AS squares_24h,
    min(log_load) OVER day AS min_24h,
    max(log_load) OVER day AS max_24h,
    median(log_load) OVER day AS median_24h,
    mad(log_load) OVER day AS mad_24h,
    count(*) OVER week AS n_168h,
    CAST(sum(log_load) OVER week AS DOUBLE) AS sum_168h,
    CAST(sum(CAST(log_load * log_load AS DECIMAL(38, 18))) OVER week AS DOUBLE) AS squares_168h,
    min(log_load) OVER week AS min_168h,
    max(log_load) OVER week AS max_168h,
    median(log_load) OVER week AS median_168h,
    mad(log_load) OVER week AS mad_168h,
    max(run_start) OVER week AS run_start,
    count(*) FILTER (WHERE kwh = 0) OVER day AS zeros_24h,
    CAST(sum(night_load) OVER day AS DOUBLE) / count(night_load) OVER day AS night_mean,
    CAST(sum(day_load) OVER day AS DOUBLE) / count(day_load) OVER day AS day_mean
  FROM joined
  WINDOW
    day AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 23 HOURS PRECEDING AND CURRENT ROW),
    week AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 167 HOURS PRECEDING AND CURRENT ROW)
)
SELECT
  f.meter_id, f.ts,
  CAST((x - usual_week) / scale AS FLOAT) AS residual_week,
  CAST((x - usual_day) / scale AS FLOAT) AS residual_day,
  CAST(surprise_mean_24h / scale AS FLOAT) AS residual_week_mean_24h,
  CAST((x - lag_1h) / scale AS FLOAT) AS change_1h,
  CAST((x - lag_2h) / scale AS FLOAT) AS change_2h,
  CAST((x - lag_3h) / scale AS FLOAT) AS change_3h,
  CAST((x - lag_6h) / scale AS FLOAT) AS change_6h,
  CAST((x - lag_12h) / scale AS FLOAT) AS change_12h,
  CAST((x - lag_24h) / scale AS FLOAT) AS change_24h,
  CAST((x - lag_48h) / scale AS FLOAT) AS change_48h,
  CAST((x - lag_168h) / scale AS FLOAT) AS change_168h,
  CAST((x - sum_24h / n_24h) / scale AS FLOAT) AS mean_24h,
  CAST(sqrt(greatest(n_24h * squares_24h - sum_24h * sum_24h, 0)) / n_24h / scale AS FLOAT) AS sd_24h,
  CAST((x - min_24h) / scale AS FLOAT) AS min_24h,
  CAST((max_24h - x) / scale AS FLOAT) AS max_24h,
  CAST((x - median_24h) / scale AS FLOAT) AS median_24h,
  CAST(mad_24h / scale AS FLOAT) AS mad_24h,
  CAST((x - sum_168h / n_168h) / scale AS FLOAT) AS mean_168h,
  CAST(sqrt(greatest(n_168h * squares_168h - sum_168h * sum_168h, 0)) / n_168h / scale AS FLOAT) AS sd_168h,
  CAST((x - min_168h) / scale AS FLOAT) AS min_168h,
  CAST((max_168h - x) / scale AS FLOAT) AS max_168h,
  CAST((x - median_168h) / scale AS FLOAT) AS median_168h,
  CAST(mad_168h / scale AS FLOAT) AS mad_168h,
  -- Not by greatest(): it passes over NULL, and a missing usual_variability would count as 0.01.
  CAST(sqrt(greatest(n_24h * squares_24h - sum_24h * sum_24h, 0)) / n_24h
    / CASE WHEN usual_variability < 0.01 THEN 0.01 ELSE usual_variability END AS FLOAT)
    AS variability_ratio,
  CAST((x - highest_so_far) / scale AS FLOAT) AS above_highest,
  CAST((lowest_so_far - x) / scale AS FLOAT) AS below_lowest,
  CAST(CASE WHEN run_start IS NULL THEN 168
    ELSE date_diff('hour', run_start, f.ts) + 1 END AS FLOAT) AS run_length,
  CAST(zeros_24h AS FLOAT) / n_24h AS zero_share_24h,
  CAST(night_mean - day_mean AS FLOAT) AS night_day_ratio,
  CAST(hour(local_ts) AS FLOAT) AS hour,
  CAST(dayofweek(local_ts) AS FLOAT) AS weekday,
  CAST(CASE WHEN dayofweek(local_ts) IN (0, 6) THEN 1 ELSE 0 END AS FLOAT) AS weekend,
  CAST(month(local_ts) AS FLOAT) AS month,
  CAST(weather.temperature_c AS FLOAT) AS temperature_c
FROM windowed f
LEFT JOIN weather ON weather.site_id = f.site_id AND weather.ts = date_trunc('hour', f.ts)
