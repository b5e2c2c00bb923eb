-- name: energy_history
-- entity: meter
-- grain: hour
-- lookback: all
-- reads: energy_load
--
-- Loads against all that a meter did before. The usual loads of energy_profile follow the last
-- eight weeks, so what stays wrong for a month becomes usual; a median of all earlier weeks gives
-- way only after half of a meter's history. In return it takes a change for good, and a season not
-- seen before, for odd. The residual of an hour is its log load less the median of the same hour of
-- week in all earlier weeks, over the interquartile range of all earlier days ("scale"). Missing
-- history is NULL.
--
-- column: residual_history        | scale | load against the usual load of the same hour of week, all earlier weeks
-- column: residual_history_abs_6h | scale | mean absolute residual_history of the last 6 h, on the scale of the hour
-- column: swing_history_24h       | ln    | standard deviation of the last 24 h against that of their usual loads, each at least 0.01
WITH usual AS (
  SELECT
    meter_id, ts, log_load,
    median(log_load) OVER (
      PARTITION BY meter_id, dayofweek(local_ts), hour(local_ts) ORDER BY local_ts
      RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 7 DAYS PRECEDING) AS usual_load,
    quantile_cont(log_load, 0.75) OVER earlier - quantile_cont(log_load, 0.25) OVER earlier AS spread,
    count(*) OVER earlier AS hours_seen
  FROM energy_load
  WINDOW earlier AS (
    PARTITION BY meter_id ORDER BY CAST(local_ts AS DATE)
    RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 DAY PRECEDING)
), compared AS (
  SELECT
    meter_id, ts,
    CASE WHEN hours_seen >= 168 THEN greatest(CAST(spread AS DOUBLE), 0.05) END AS scale,
    CAST(log_load - usual_load AS DECIMAL(18, 9)) AS r,
    CASE WHEN usual_load IS NOT NULL THEN log_load END AS x,
    CAST(usual_load AS DECIMAL(18, 9)) AS u
  FROM usual
), windowed AS (
  SELECT
    meter_id, ts, scale, r,
    CAST(sum(abs(r)) OVER h6 AS DOUBLE) / count(r) OVER h6 AS abs_6h,
    count(r) OVER h24 AS n,
    CAST(sum(x) OVER h24 AS DOUBLE) AS sum_x,
    CAST(sum(u) OVER h24 AS DOUBLE) AS sum_u,
    CAST(sum(CAST(x * x AS DECIMAL(38, 18))) OVER h24 AS DOUBLE) AS squares_x,
    CAST(sum(CAST(u * u AS DECIMAL(38, 18))) OVER h24 AS DOUBLE) AS squares_u
  FROM compared
  WINDOW
    h6 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 5 HOURS PRECEDING AND CURRENT ROW),
    h24 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 23 HOURS PRECEDING AND CURRENT ROW)
)
SELECT
  meter_id, ts,
  CAST(CAST(r AS DOUBLE) / scale AS FLOAT) AS residual_history,
  CAST(CASE WHEN r IS NOT NULL THEN abs_6h END / scale AS FLOAT) AS residual_history_abs_6h,
  CAST(CASE WHEN r IS NOT NULL THEN
    ln(greatest(sqrt(greatest(n * squares_x - sum_x * sum_x, 0)) / n, 0.01))
    - ln(greatest(sqrt(greatest(n * squares_u - sum_u * sum_u, 0)) / n, 0.01)) END AS FLOAT)
    AS swing_history_24h
FROM windowed
