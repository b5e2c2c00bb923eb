/** `/model-versions/transition-stage`: the stages that aliases have taken the place of. */

import { flag, requiredText } from "../requests/parameters.ts";
import { canonicalStage } from "../records/model_stages.ts";
import { modelVersionRecord, readVersionRow } from "../records/model_versions.ts";
import { touchRegisteredModel } from "../records/registered_models.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const transition = defineWrite({
  method: "POST",
  path: "model-versions/transition-stage",
  parameters: {
    name: requiredText,
    version: requiredText,
    stage: requiredText,
    archive_existing_versions: flag,
  },
  answer({ database, now }, { name, version, stage, archive_existing_versions }) {
    const canonical = canonicalStage(stage);
    if (archive_existing_versions && canonical !== "Staging" && canonical !== "Production") {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Model version transition cannot archive existing model versions because '${stage}' is not an Active stage. Valid stages are ['Staging', 'Production']`,
      );
    }
    readVersionRow(database, name, version);
    const time = now();
    if (archive_existing_versions) {
      database.run(
        `UPDATE model_versions SET current_stage = 'Archived', last_updated_timestamp = ?
         WHERE name = ? AND current_stage = ? AND version <> ? AND lifecycle_stage = 'active'`,
        ...[time, name, canonical, Number(version)],
      );
    }
    database.run(
      `UPDATE model_versions SET current_stage = ?, last_updated_timestamp = ?
       WHERE name = ? AND version = ?`,
      ...[canonical, time, name, Number(version)],
    );
    touchRegisteredModel(database, name, time);
    const row = readVersionRow(database, name, version);
    return { model_version: modelVersionRecord(database, row) };
  },
});

/** The endpoint that moves a version to a stage. */
export const modelStageRoutes: readonly Route[] = [transition];
