-- name: energy_usual
-- entity: meter
-- grain: local day, as known when it began
-- lookback: 1416 hours
-- reads: energy_load, energy_residual
--
-- How far the days of a meter usually are from what is usual: what energy_context holds its hours
-- and windows against. Each day has the figures of those windows; of the days from the 56th to the
-- 2nd before (for three days from the 56th to the 4th, so that they end before a window of today
-- begins) come the median and the spread, which lies between the 10 % and the 90 % quantile. All is
-- NULL for fewer than 14 days. The gain by another clock is how much nearer the loads lie to the
-- usual ones 3 to 9 h earlier or later. The lookback is 58 days, the hours of today and the one by
-- which clocks go back in autumn.
--
-- column: abs_median      | ln(kWh) | mean absolute residual: median
-- column: abs_spread      | ln(kWh) | mean absolute residual: spread
-- column: kind_abs_median | ln(kWh) | mean absolute residual_kind: median
-- column: kind_abs_spread | ln(kWh) | mean absolute residual_kind: spread
-- column: sd_median       | ln(kWh) | standard deviation of the residuals: median
-- column: sd_spread       | ln(kWh) | standard deviation of the residuals: spread
-- column: lowest_median   | ln(kWh) | lowest load: median
-- column: lowest_spread   | ln(kWh) | lowest load: spread
-- column: match_median    | ratio   | correlation of load and usual load: median
-- column: match_spread    | ratio   | correlation of load and usual load: spread
-- column: gain_median     | ln(kWh) | gain by another clock: median
-- column: gain_spread     | ln(kWh) | gain by another clock: spread
-- column: excess_median   | kWh     | largest excess: median
-- column: excess_spread   | kWh     | largest excess: spread
-- column: gain_3d_median  | ln(kWh) | gain by another clock, over three days: median
-- column: gain_3d_spread  | ln(kWh) | gain by another clock, over three days: spread
-- column: high_load       | kWh     | highest load: 90 % quantile
-- column: repeat_surprise | ln      | how rare it is that a load repeats the one before: -ln of the share, last 56 days; zeros do not count
-- column: repeat_share_7d | share   | loads that repeat the one before, last 7 days; zeros do not count
WITH days AS (
  SELECT
    l.meter_id, CAST(l.local_ts AS DATE) AS day,
    count(*) AS n,
    sum(abs(residual)) AS absolute,
    CAST(sum(residual) AS DOUBLE) AS sum_residual,
    CAST(sum(CAST(residual * residual AS DECIMAL(38, 18))) AS DOUBLE) AS squares,
    CAST(sum(abs(residual_kind)) AS DOUBLE) / count(residual_kind) AS kind_abs,
    min(log_load) AS lowest, max(kwh) AS highest, max(excess) AS excess,
    CAST(sum(log_load) AS DOUBLE) AS x, CAST(sum(usual) AS DOUBLE) AS u,
    CAST(sum(CAST(log_load * log_load AS DECIMAL(38, 18))) AS DOUBLE) AS xx,
    CAST(sum(CAST(usual * usual AS DECIMAL(38, 18))) AS DOUBLE) AS uu,
    CAST(sum(CAST(log_load * usual AS DECIMAL(38, 18))) AS DOUBLE) AS xu,
    sum(late_3h) AS late_3h, sum(early_3h) AS early_3h, count(late_3h) AS n_3h,
    sum(late_5h) AS late_5h, sum(early_5h) AS early_5h, count(late_5h) AS n_5h,
    sum(late_7h) AS late_7h, sum(early_7h) AS early_7h, count(late_7h) AS n_7h,
    sum(late_9h) AS late_9h, sum(early_9h) AS early_9h, count(late_9h) AS n_9h,
    count(*) FILTER (WHERE kwh <> 0) AS loads,
    count(*) FILTER (WHERE kwh <> 0 AND run_start IS NULL) AS repeats
  FROM energy_load l
  JOIN energy_residual r ON r.meter_id = l.meter_id AND r.ts = l.ts
  GROUP BY l.meter_id, CAST(l.local_ts AS DATE)
), figures AS (
  SELECT
    meter_id, day, kind_abs, lowest, highest, excess, loads, repeats,
    CAST(absolute AS DOUBLE) / n AS abs,
    sqrt(greatest(n * squares - sum_residual * sum_residual, 0)) / n AS sd,
    CASE WHEN n * xx - x * x > 1e-9 AND n * uu - u * u > 1e-9
      THEN (n * xu - x * u) / sqrt((n * xx - x * x) * (n * uu - u * u)) END AS match,
    CAST(absolute AS DOUBLE) / n - least(
      CAST(late_3h AS DOUBLE) / n_3h,
      CAST(early_3h AS DOUBLE) / n_3h,
      CAST(late_5h AS DOUBLE) / n_5h,
      CAST(early_5h AS DOUBLE) / n_5h,
      CAST(late_7h AS DOUBLE) / n_7h,
      CAST(early_7h AS DOUBLE) / n_7h,
      CAST(late_9h AS DOUBLE) / n_9h,
      CAST(early_9h AS DOUBLE) / n_9h) AS gain,
    CAST(sum(absolute) OVER three AS DOUBLE) / sum(n) OVER three - least(
      CAST(sum(late_3h) OVER three AS DOUBLE) / sum(n_3h) OVER three,
      CAST(sum(early_3h) OVER three AS DOUBLE) / sum(n_3h) OVER three,
      CAST(sum(late_5h) OVER three AS DOUBLE) / sum(n_5h) OVER three,
      CAST(sum(early_5h) OVER three AS DOUBLE) / sum(n_5h) OVER three,
      CAST(sum(late_7h) OVER three AS DOUBLE) / sum(n_7h) OVER three,
      CAST(sum(early_7h) OVER three AS DOUBLE) / sum(n_7h) OVER three,
      CAST(sum(late_9h) OVER three AS DOUBLE) / sum(n_9h) OVER three,
      CAST(sum(early_9h) OVER three AS DOUBLE) / sum(n_9h) OVER three) AS gain_3d
  FROM days
  WINDOW three AS (PARTITION BY meter_id ORDER BY day RANGE BETWEEN INTERVAL 2 DAYS PRECEDING AND CURRENT ROW)
), quantiles AS (
  SELECT
    meter_id, day,
    median(abs) OVER before AS abs_median, quantile_cont(abs, 0.1) OVER before AS abs_low,
    quantile_cont(abs, 0.9) OVER before AS abs_high, count(abs) OVER before AS abs_days,
    median(kind_abs) OVER before AS kind_abs_median, quantile_cont(kind_abs, 0.1) OVER before AS kind_abs_low,
    quantile_cont(kind_abs, 0.9) OVER before AS kind_abs_high, count(kind_abs) OVER before AS kind_abs_days,
    median(sd) OVER before AS sd_median, quantile_cont(sd, 0.1) OVER before AS sd_low,
    quantile_cont(sd, 0.9) OVER before AS sd_high, count(sd) OVER before AS sd_days,
    median(lowest) OVER before AS lowest_median, quantile_cont(lowest, 0.1) OVER before AS lowest_low,
    quantile_cont(lowest, 0.9) OVER before AS lowest_high, count(lowest) OVER before AS lowest_days,
    median(match) OVER before AS match_median, quantile_cont(match, 0.1) OVER before AS match_low,
    quantile_cont(match, 0.9) OVER before AS match_high, count(match) OVER before AS match_days,
    median(gain) OVER before AS gain_median, quantile_cont(gain, 0.1) OVER before AS gain_low,
    quantile_cont(gain, 0.9) OVER before AS gain_high, count(gain) OVER before AS gain_days,
    median(excess) OVER before AS excess_median, quantile_cont(excess, 0.1) OVER before AS excess_low,
    quantile_cont(excess, 0.9) OVER before AS excess_high, count(excess) OVER before AS excess_days,
    median(gain_3d) OVER before_three AS gain_3d_median, quantile_cont(gain_3d, 0.1) OVER before_three AS gain_3d_low,
    quantile_cont(gain_3d, 0.9) OVER before_three AS gain_3d_high, count(gain_3d) OVER before_three AS gain_3d_days,
    quantile_cont(highest, 0.9) OVER before AS high_load,
    sum(loads) OVER weeks AS loads, sum(repeats) OVER weeks AS repeats,
    sum(loads) OVER week AS loads_7d, sum(repeats) OVER week AS repeats_7d
  FROM figures
  WINDOW
    before AS (PARTITION BY meter_id ORDER BY day RANGE BETWEEN INTERVAL 56 DAYS PRECEDING AND INTERVAL 2 DAYS PRECEDING),
    before_three AS (PARTITION BY meter_id ORDER BY day RANGE BETWEEN INTERVAL 56 DAYS PRECEDING AND INTERVAL 4 DAYS PRECEDING),
    weeks AS (PARTITION BY meter_id ORDER BY day RANGE BETWEEN INTERVAL 56 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING),
    week AS (PARTITION BY meter_id ORDER BY day RANGE BETWEEN INTERVAL 7 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING)
)
SELECT
  meter_id, day,
  CASE WHEN abs_days >= 14 THEN abs_median END AS abs_median,
  CASE WHEN abs_days >= 14 THEN abs_high - abs_low END AS abs_spread,
  CASE WHEN kind_abs_days >= 14 THEN kind_abs_median END AS kind_abs_median,
  CASE WHEN kind_abs_days >= 14 THEN kind_abs_high - kind_abs_low END AS kind_abs_spread,
  CASE WHEN sd_days >= 14 THEN sd_median END AS sd_median,
  CASE WHEN sd_days >= 14 THEN sd_high - sd_low END AS sd_spread,
  CASE WHEN lowest_days >= 14 THEN lowest_median END AS lowest_median,
  CASE WHEN lowest_days >= 14 THEN lowest_high - lowest_low END AS lowest_spread,
  CASE WHEN match_days >= 14 THEN match_median END AS match_median,
  CASE WHEN match_days >= 14 THEN match_high - match_low END AS match_spread,
  CASE WHEN gain_days >= 14 THEN gain_median END AS gain_median,
  CASE WHEN gain_days >= 14 THEN gain_high - gain_low END AS gain_spread,
  CASE WHEN excess_days >= 14 THEN excess_median END AS excess_median,
  CASE WHEN excess_days >= 14 THEN excess_high - excess_low END AS excess_spread,
  CASE WHEN gain_3d_days >= 14 THEN gain_3d_median END AS gain_3d_median,
  CASE WHEN gain_3d_days >= 14 THEN gain_3d_high - gain_3d_low END AS gain_3d_spread,
  CASE WHEN abs_days >= 14 THEN high_load END AS high_load,
  -- As if one more load had repeated and one had not: what never happened is rare, not impossible.
  -ln(CAST(repeats + 1 AS DOUBLE) / (loads + 2)) AS repeat_surprise,
  CAST(repeats_7d AS DOUBLE) / nullif(loads_7d, 0) AS repeat_share_7d
FROM quantiles
