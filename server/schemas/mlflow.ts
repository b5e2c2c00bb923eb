/** What `POST /invocations` takes and answers: MLflow's scoring protocol. */
import { z } from "zod";

const cell = z.number().nullable().describe("null is missing");
const row = z.array(cell);
const columns = z.array(z.string());
const record = z.record(z.string(), cell);
const records = z.array(record);
const byColumn = z.record(z.string(), row);
const rowsOrColumns = z.union([records, byColumn]);

/**
 * The four JSON forms of rows. Only named here: the scoring protocol reads them without zod, as
 * bodies are large.
 */
export const invocationsSchema = z.union([
  z.object({ dataframe_split: z.object({ columns, data: z.array(row) }) }),
  z.object({ dataframe_records: records }),
  z.object({ instances: rowsOrColumns }),
  z.object({ inputs: rowsOrColumns }),
]).meta({ id: "Invocations", description: "Rows of features, by the names of their columns" });

/**
 * The answer, one entry per row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const predictions = [{ score: 0.5, label: 1, iqr: 0.5 }];
 * assert.deepEqual(predictionsSchema.parse({ predictions }), { predictions });
 * ```
 */
export const predictionsSchema = z.object({
  predictions: z.array(
    z.object({
      score: z.number().min(0).max(1),
      label: z.literal([0, 1]),
    }).catchall(z.number().describe("Calibrated score of the member of this name")),
  ),
}).meta({ id: "Predictions" });
