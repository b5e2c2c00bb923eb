-- name: energy_profile
-- entity: meter
-- grain: hour, as known when the meter's local day began
-- lookback: 1345 hours
-- reads: energy_load
--
-- What a meter usually does: the slow part of the features. Every value uses earlier local days
-- only, so the 24 rows of a day can be made at its first minute and kept. The lookback is 56 days
-- and the hour by which clocks go back in autumn.
--
-- column: usual_week        | ln(kWh) | median of the same hour of week, last 8 weeks
-- column: usual_day         | ln(kWh) | median of the same hour of day, last 14 days
-- column: usual_kind        | ln(kWh) | median of the same hour on days of the same kind (Saturday and Sunday, or the others), last 35 days
-- column: scale             | ln(kWh) | interquartile range of the last 4 weeks, at least 0.05; needs 7 days
-- column: load_scale        | kWh     | interquartile range of the last 4 weeks, at least a quarter of the median; needs 7 days
-- column: usual_variability | ln(kWh) | median of the daily standard deviations of the last 4 weeks
WITH days AS (
  SELECT
    meter_id,
    CAST(local_ts AS DATE) AS day,
    sqrt(greatest(
      count(*) * CAST(sum(CAST(log_load * log_load AS DECIMAL(38, 18))) AS DOUBLE)
        - CAST(sum(log_load) AS DOUBLE) * CAST(sum(log_load) AS DOUBLE), 0)) / count(*) AS sd
  FROM energy_load
  GROUP BY meter_id, CAST(local_ts AS DATE)
), usual_days AS (
  SELECT
    meter_id, day,
    median(sd) OVER (
      PARTITION BY meter_id ORDER BY day
      RANGE BETWEEN INTERVAL 28 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING) AS usual_variability
  FROM days
), usual_hours AS (
  SELECT
    meter_id, ts, CAST(local_ts AS DATE) AS day,
    median(log_load) OVER (
      PARTITION BY meter_id, dayofweek(local_ts), hour(local_ts) ORDER BY local_ts
      RANGE BETWEEN INTERVAL 56 DAYS PRECEDING AND INTERVAL 7 DAYS PRECEDING) AS usual_week,
    median(log_load) OVER (
      PARTITION BY meter_id, hour(local_ts) ORDER BY local_ts
      RANGE BETWEEN INTERVAL 14 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING) AS usual_day,
    median(log_load) OVER (
      PARTITION BY meter_id, dayofweek(local_ts) IN (0, 6), hour(local_ts) ORDER BY local_ts
      RANGE BETWEEN INTERVAL 35 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING) AS usual_kind,
    quantile_cont(log_load, 0.75) OVER weeks AS upper,
    median(log_load) OVER weeks AS middle,
    quantile_cont(log_load, 0.25) OVER weeks AS lower,
    count(*) OVER weeks AS hours_seen
  FROM energy_load
  WINDOW weeks AS (
    PARTITION BY meter_id ORDER BY CAST(local_ts AS DATE)
    RANGE BETWEEN INTERVAL 28 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING)
)
SELECT
  u.meter_id, u.ts, u.usual_week, u.usual_day, u.usual_kind,
  CASE WHEN u.hours_seen >= 168 THEN greatest(CAST(u.upper - u.lower AS DOUBLE), 0.05) END AS scale,
  CASE WHEN u.hours_seen >= 168
    THEN greatest(exp(u.upper) - exp(u.lower), exp(u.middle) / 4) END AS load_scale,
  d.usual_variability
FROM usual_hours u
JOIN usual_days d ON d.meter_id = u.meter_id AND d.day = u.day
