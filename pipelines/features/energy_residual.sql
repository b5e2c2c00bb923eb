-- name: energy_residual
-- entity: meter
-- grain: hour
-- lookback: 9 hours
-- reads: energy_load, energy_profile
--
-- Each hour against the usual loads of energy_profile: what the days of energy_usual and the windows
-- of energy_context are made of. Logarithms are decimals, so that their sums are exact. An hour
-- without a usual load has no row, and a missing earlier hour is NULL.
--
-- column: usual         | ln(kWh) | usual load of the same hour of week
-- column: residual      | ln(kWh) | load against the usual load of the same hour of week
-- column: residual_kind | ln(kWh) | load against the usual load of the same hour on days of the same kind
-- column: excess        | kWh     | load above the usual load of the same hour of week
-- column: run_start     | time    | ts, but NULL where the load is the one of 1 h before
-- column: late_3h       | ln(kWh) | distance to the usual load 3 h before
-- column: late_5h       | ln(kWh) | distance to the usual load 5 h before
-- column: late_7h       | ln(kWh) | distance to the usual load 7 h before
-- column: late_9h       | ln(kWh) | distance to the usual load 9 h before
-- column: early_3h      | ln(kWh) | distance of the load 3 h before to the usual load
-- column: early_5h      | ln(kWh) | distance of the load 5 h before to the usual load
-- column: early_7h      | ln(kWh) | distance of the load 7 h before to the usual load
-- column: early_9h      | ln(kWh) | distance of the load 9 h before to the usual load
WITH joined AS (
  SELECT
    l.meter_id, l.ts, l.log_load, p.usual_week AS usual,
    CAST(l.log_load - p.usual_week AS DECIMAL(18, 9)) AS residual,
    CAST(l.log_load - p.usual_kind AS DECIMAL(18, 9)) AS residual_kind,
    l.kwh - exp(p.usual_week) AS excess
  FROM energy_load l
  JOIN energy_profile p ON p.meter_id = l.meter_id AND p.ts = l.ts
  WHERE p.usual_week IS NOT NULL
)
SELECT
  meter_id, ts, usual, residual, residual_kind, excess,
  CASE WHEN log_load = max(log_load) OVER h1 THEN NULL ELSE ts END AS run_start,
  abs(log_load - max(usual) OVER h3) AS late_3h,
  abs(log_load - max(usual) OVER h5) AS late_5h,
  abs(log_load - max(usual) OVER h7) AS late_7h,
  abs(log_load - max(usual) OVER h9) AS late_9h,
  abs(max(log_load) OVER h3 - usual) AS early_3h,
  abs(max(log_load) OVER h5 - usual) AS early_5h,
  abs(max(log_load) OVER h7 - usual) AS early_7h,
  abs(max(log_load) OVER h9 - usual) AS early_9h
FROM joined
WINDOW
  h1 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 1 HOUR PRECEDING AND INTERVAL 1 HOUR PRECEDING),
  h3 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 3 HOURS PRECEDING AND INTERVAL 3 HOURS PRECEDING),
  h5 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 5 HOURS PRECEDING AND INTERVAL 5 HOURS PRECEDING),
  h7 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 7 HOURS PRECEDING AND INTERVAL 7 HOURS PRECEDING),
  h9 AS (PARTITION BY meter_id ORDER BY ts RANGE BETWEEN INTERVAL 9 HOURS PRECEDING AND INTERVAL 9 HOURS PRECEDING)
