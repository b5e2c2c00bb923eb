-- Metrics of logged models, all that were logged. What a metric was measured on is empty when it
-- is unknown.

CREATE TABLE logged_model_metrics (
  model_id TEXT NOT NULL REFERENCES logged_models,
  key TEXT NOT NULL,
  timestamp INTEGER NOT NULL,
  step INTEGER NOT NULL,
  value REAL NOT NULL,
  is_nan INTEGER NOT NULL,
  run_id TEXT NOT NULL REFERENCES runs,
  dataset_name TEXT NOT NULL,
  dataset_digest TEXT NOT NULL,
  PRIMARY KEY (
    model_id, key, timestamp, step, run_id, dataset_name, dataset_digest, value, is_nan
  )
) WITHOUT ROWID;
