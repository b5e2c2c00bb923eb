-- name: energy_extremes
-- entity: meter
-- grain: local day, as known when it began
-- lookback: all
-- reads: energy_load
--
-- The highest and lowest load a meter has ever shown before each of its local days.
--
-- column: highest_so_far | ln(kWh) | highest hourly load of all earlier days
-- column: lowest_so_far  | ln(kWh) | lowest hourly load of all earlier days
WITH days AS (
  SELECT meter_id, CAST(local_ts AS DATE) AS day, max(log_load) AS highest, min(log_load) AS lowest
  FROM energy_load
  GROUP BY meter_id, CAST(local_ts AS DATE)
)
SELECT
  meter_id, day,
  max(highest) OVER earlier AS highest_so_far,
  min(lowest) OVER earlier AS lowest_so_far
FROM days
WINDOW earlier AS (
  PARTITION BY meter_id ORDER BY day
  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
