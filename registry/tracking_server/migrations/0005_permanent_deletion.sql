-- When runs were deleted; of those that an earlier release deleted it is not known.

CREATE TABLE run_deletions (
  run_id TEXT PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
  time INTEGER NOT NULL
) WITHOUT ROWID;

-- Artifacts whose run, model or experiment is gone for good and that are still to be removed.

CREATE TABLE orphaned_artifacts (uri TEXT PRIMARY KEY) WITHOUT ROWID;
