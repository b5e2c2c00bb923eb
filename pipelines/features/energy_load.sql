-- name: energy_load
-- entity: meter
-- grain: hour
-- lookback: 0 hours
-- reads: readings, meters
--
-- Readings of meters that are read hourly or more often, as hourly loads. Hours are those of the
-- meter's own clock: where it differs from UTC by half an hour, they begin at half past. An hour
-- counts only when all its intervals are there; a reading of 1e12 kWh or more is no measurement
-- and counts as missing. Loads are compared as logarithms, ln(max(kWh, 0.001)), held as DECIMAL:
-- sums of decimals are exact, so no result depends on the order in which rows are added.
--
-- column: kwh      | kWh     | load of this hour
-- column: log_load | ln(kWh) | logarithm of the load of this hour
-- column: local_ts | time    | start of the hour on the meter's own clock
WITH local AS (
  SELECT
    r.meter_id, r.ts, r.kwh, m.site_id, m.interval_minutes,
    (r.ts AT TIME ZONE 'UTC') AT TIME ZONE m.time_zone AS local_ts
  FROM readings r JOIN meters m ON m.meter_id = r.meter_id
  WHERE m.interval_minutes <= 60 AND abs(r.kwh) < 1e12
), hourly AS (
  SELECT
    meter_id,
    ts - (local_ts - date_trunc('hour', local_ts)) AS ts,
    min(site_id) AS site_id,
    min(date_trunc('hour', local_ts)) AS local_ts,
    CAST(sum(CAST(kwh AS DECIMAL(18, 6))) AS DOUBLE) AS kwh
  FROM local
  GROUP BY meter_id, ts - (local_ts - date_trunc('hour', local_ts))
  HAVING count(kwh) * min(interval_minutes) >= 60
)
SELECT
  meter_id, ts, site_id, kwh,
  CAST(ln(greatest(kwh, 0.001)) AS DECIMAL(18, 9)) AS log_load,
  local_ts
FROM hourly
