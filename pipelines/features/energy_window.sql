-- name: energy_window
-- entity: meter
-- grain: hour
-- lookback: 23 hours
-- reads: energy_load, energy_profile
--
-- The course of the last 24 hours, for detectors that look at sequences: each hour's own
-- residual_week, so a row holds 24 of them. It is NULL where an hour is missing or has none. Not
-- made for the default model, whose detectors read no sequences.
--
-- column: residual_lag_0  | scale | residual_week of this hour
-- column: residual_lag_1  | scale | residual_week of the hour 1 h before
-- column: residual_lag_2  | scale | residual_week of the hour 2 h before
-- column: residual_lag_3  | scale | residual_week of the hour 3 h before
-- column: residual_lag_4  | scale | residual_week of the hour 4 h before
-- column: residual_lag_5  | scale | residual_week of the hour 5 h before
-- column: residual_lag_6  | scale | residual_week of the hour 6 h before
-- column: residual_lag_7  | scale | residual_week of the hour 7 h before
-- column: residual_lag_8  | scale | residual_week of the hour 8 h before
-- column: residual_lag_9  | scale | residual_week of the hour 9 h before
-- column: residual_lag_10 | scale | residual_week of the hour 10 h before
-- column: residual_lag_11 | scale | residual_week of the hour 11 h before
-- column: residual_lag_12 | scale | residual_week of the hour 12 h before
-- column: residual_lag_13 | scale | residual_week of the hour 13 h before
-- column: residual_lag_14 | scale | residual_week of the hour 14 h before
-- column: residual_lag_15 | scale | residual_week of the hour 15 h before
-- column: residual_lag_16 | scale | residual_week of the hour 16 h before
-- column: residual_lag_17 | scale | residual_week of the hour 17 h before
-- column: residual_lag_18 | scale | residual_week of the hour 18 h before
-- column: residual_lag_19 | scale | residual_week of the hour 19 h before
-- column: residual_lag_20 | scale | residual_week of the hour 20 h before
-- column: residual_lag_21 | scale | residual_week of the hour 21 h before
-- column: residual_lag_22 | scale | residual_week of the hour 22 h before
-- column: residual_lag_23 | scale | residual_week of the hour 23 h before
WITH residuals AS (
  SELECT
    l.meter_id, l.ts,
    CAST((CAST(l.log_load AS DOUBLE) - p.usual_week) / p.scale AS FLOAT) AS residual_week
  FROM energy_load l
  JOIN energy_profile p ON p.meter_id = l.meter_id AND p.ts = l.ts
)
SELECT
  meter_id, ts,
  residual_week AS residual_lag_0,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 1 HOUR PRECEDING AND INTERVAL 1 HOUR PRECEDING) AS residual_lag_1,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 2 HOURS PRECEDING AND INTERVAL 2 HOURS PRECEDING) AS residual_lag_2,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 3 HOURS PRECEDING AND INTERVAL 3 HOURS PRECEDING) AS residual_lag_3,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 4 HOURS PRECEDING AND INTERVAL 4 HOURS PRECEDING) AS residual_lag_4,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 5 HOURS PRECEDING AND INTERVAL 5 HOURS PRECEDING) AS residual_lag_5,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 6 HOURS PRECEDING AND INTERVAL 6 HOURS PRECEDING) AS residual_lag_6,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 7 HOURS PRECEDING AND INTERVAL 7 HOURS PRECEDING) AS residual_lag_7,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 8 HOURS PRECEDING AND INTERVAL 8 HOURS PRECEDING) AS residual_lag_8,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 9 HOURS PRECEDING AND INTERVAL 9 HOURS PRECEDING) AS residual_lag_9,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 10 HOURS PRECEDING AND INTERVAL 10 HOURS PRECEDING) AS residual_lag_10,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 11 HOURS PRECEDING AND INTERVAL 11 HOURS PRECEDING) AS residual_lag_11,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 12 HOURS PRECEDING AND INTERVAL 12 HOURS PRECEDING) AS residual_lag_12,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 13 HOURS PRECEDING AND INTERVAL 13 HOURS PRECEDING) AS residual_lag_13,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 14 HOURS PRECEDING AND INTERVAL 14 HOURS PRECEDING) AS residual_lag_14,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 15 HOURS PRECEDING AND INTERVAL 15 HOURS PRECEDING) AS residual_lag_15,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 16 HOURS PRECEDING AND INTERVAL 16 HOURS PRECEDING) AS residual_lag_16,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 17 HOURS PRECEDING AND INTERVAL 17 HOURS PRECEDING) AS residual_lag_17,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 18 HOURS PRECEDING AND INTERVAL 18 HOURS PRECEDING) AS residual_lag_18,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 19 HOURS PRECEDING AND INTERVAL 19 HOURS PRECEDING) AS residual_lag_19,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 20 HOURS PRECEDING AND INTERVAL 20 HOURS PRECEDING) AS residual_lag_20,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 21 HOURS PRECEDING AND INTERVAL 21 HOURS PRECEDING) AS residual_lag_21,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 22 HOURS PRECEDING AND INTERVAL 22 HOURS PRECEDING) AS residual_lag_22,
  max(residual_week) OVER (PARTITION BY meter_id ORDER BY ts
    RANGE BETWEEN INTERVAL 23 HOURS PRECEDING AND INTERVAL 23 HOURS PRECEDING) AS residual_lag_23
FROM residuals
