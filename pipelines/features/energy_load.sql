-- name: energy_load
-- entity: meter
-- grain: hour
-- lookback: 0 hours
-- reads: readings, meters
--
-- Readings as hourly loads on the meter's own clock. An hour counts only when all its intervals
-- are there. Loads are compared as logarithms, ln(max(kWh, 0.001)), held as DECIMAL: sums of
-- decimals are exact, so no result depends on the order in which rows are added.
--
-- column: kwh      | kWh     | load of this hour
-- column: log_load | ln(kWh) | logarithm of the load of this hour
-- column: local_ts | time    | start of the hour on the meter's own clock
WITH hourly AS (
  SELECT
    r.meter_id,
    date_trunc('hour', r.ts) AS ts,
    min(m.site_id) AS site_id,
    min(m.time_zone) AS time_zone,
    CAST(sum(CAST(r.kwh AS DECIMAL(18, 6))) AS DOUBLE) AS kwh
  FROM readings r JOIN meters m ON m.meter_id = r.meter_id
  GROUP BY r.meter_id, date_trunc('hour', r.ts)
  HAVING count(r.kwh) * min(m.interval_minutes) >= 60
)
SELECT
  meter_id, ts, site_id, kwh,
  CAST(ln(greatest(kwh, 0.001)) AS DECIMAL(18, 9)) AS log_load,
  (ts AT TIME ZONE 'UTC') AT TIME ZONE time_zone AS local_ts
FROM hourly
