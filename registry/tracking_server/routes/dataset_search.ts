/** `/experiments/search-datasets`: the data sets that runs of experiments read. */

import { textList, unchecked } from "../requests/parameters.ts";
import { experimentNumber } from "../records/experiments.ts";
import { orAbsent } from "../records/pairs.ts";
import { TrackingError } from "../tracking_error.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const mostExperiments = 20;
const mostDatasets = 1000;

interface DatasetRow {
  readonly experiment_id: number;
  readonly name: string;
  readonly digest: string;
  readonly context: string | null;
}

const search = defineRoute({
  method: "POST",
  path: "experiments/search-datasets",
  parameters: { experiment_ids: unchecked(textList) },
  answer({ database }, { experiment_ids }) {
    if (experiment_ids.length === 0) throw refusal("must specify at least one experiment_id.");
    if (experiment_ids.length > mostExperiments) {
      throw refusal(
        `cannot specify more than ${mostExperiments} experiment_ids. Received ${experiment_ids.length} experiment_ids.`,
      );
    }
    const rows = database.all<DatasetRow>(
      `SELECT DISTINCT experiment_id, name, digest, tag.value AS context
       FROM datasets JOIN dataset_inputs AS input USING (dataset_id)
       LEFT JOIN dataset_input_tags AS tag ON tag.run_id = input.run_id
         AND tag.dataset_id = input.dataset_id AND tag.key = 'mlflow.data.context'
       WHERE experiment_id IN (SELECT value FROM json_each(?)) LIMIT ?`,
      ...[JSON.stringify(experiment_ids.map(experimentNumber)), mostDatasets],
    );
    const summaries = rows.map(({ context, ...row }) => ({
      ...row,
      experiment_id: String(row.experiment_id),
      ...(context === null ? {} : { context }),
    }));
    return { dataset_summaries: orAbsent(summaries) };
  },
});

/** The endpoint that finds data sets. */
export const datasetSearchRoutes: readonly Route[] = [search];

function refusal(rule: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", `SearchDatasets request ${rule}`);
}
