/** An experiment as it stands in the server's JSON, and as plain data. */

import { z } from "zod";
import { int64, pairs } from "./wire.ts";

/** A named group of runs. */
export interface Experiment {
  readonly experimentId: string;
  readonly name: string;
  /** URI under which the artifacts of its runs lie. */
  readonly artifactLocation: string;
  readonly lifecycleStage: "active" | "deleted";
  /** Epoch milliseconds, UTC. */
  readonly creationTime?: number;
  /** Epoch milliseconds, UTC. */
  readonly lastUpdateTime?: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** Reads an experiment from the server's JSON. */
export const experiment: z.ZodType<Experiment> = z.object({
  experiment_id: z.string(),
  name: z.string(),
  artifact_location: z.string(),
  lifecycle_stage: z.enum(["active", "deleted"]),
  creation_time: int64.optional(),
  last_update_time: int64.optional(),
  tags: pairs,
}).transform((json) => ({
  experimentId: json.experiment_id,
  name: json.name,
  artifactLocation: json.artifact_location,
  lifecycleStage: json.lifecycle_stage,
  creationTime: json.creation_time,
  lastUpdateTime: json.last_update_time,
  tags: json.tags,
}));
