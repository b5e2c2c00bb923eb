/** A model version as it stands in the server's JSON, and as plain data. */

import { z } from "zod";
import { int64, pairs } from "./wire.ts";

/** Names one version of a registered model. */
export interface VersionKey {
  readonly name: string;
  readonly version: string;
}

/** One version of a registered model. */
export interface ModelVersion {
  readonly name: string;
  /** A whole number as text, counted from 1. */
  readonly version: string;
  readonly description: string;
  /** Where its artifacts come from: an artifact URI or a `models:/m-…` URI. */
  readonly source: string;
  /** The run that made it; empty when unknown. */
  readonly runId: string;
  readonly status: "PENDING_REGISTRATION" | "FAILED_REGISTRATION" | "READY";
  /** Why registration failed; empty otherwise. */
  readonly statusMessage: string;
  /** `None`, `Staging`, `Production` or `Archived`; aliases have taken the place of stages. */
  readonly stage: string;
  /** Epoch milliseconds, UTC. */
  readonly creationTime: number;
  /** Epoch milliseconds, UTC. */
  readonly lastUpdateTime: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly aliases: readonly string[];
  /** The logged model behind it; empty when there is none. */
  readonly modelId: string;
}

/** Reads a model version from the server's JSON. */
export const modelVersion: z.ZodType<ModelVersion> = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string().default(""),
  source: z.string().default(""),
  run_id: z.string().default(""),
  status: z.enum(["PENDING_REGISTRATION", "FAILED_REGISTRATION", "READY"]),
  status_message: z.string().default(""),
  current_stage: z.string().default("None"),
  creation_timestamp: int64,
  last_updated_timestamp: int64,
  tags: pairs,
  aliases: z.array(z.string()).default([]),
  model_id: z.string().default(""),
}).transform((json) => ({
  name: json.name,
  version: json.version,
  description: json.description,
  source: json.source,
  runId: json.run_id,
  status: json.status,
  statusMessage: json.status_message,
  stage: json.current_stage,
  creationTime: json.creation_timestamp,
  lastUpdateTime: json.last_updated_timestamp,
  tags: json.tags,
  aliases: json.aliases,
  modelId: json.model_id,
}));
