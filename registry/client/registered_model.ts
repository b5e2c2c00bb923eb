/** A registered model as it stands in the server's JSON, and as plain data. */

import { z } from "zod";
import { int64, pairs } from "./wire.ts";

/** A name that has versions and aliases. */
export interface RegisteredModel {
  readonly name: string;
  readonly description: string;
  /** Epoch milliseconds, UTC. */
  readonly creationTime: number;
  /** Epoch milliseconds, UTC. */
  readonly lastUpdateTime: number;
  readonly tags: Readonly<Record<string, string>>;
  /** Version of each alias. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Reads a registered model from the server's JSON. */
export const registeredModel: z.ZodType<RegisteredModel> = z.object({
  name: z.string(),
  description: z.string().default(""),
  creation_timestamp: int64,
  last_updated_timestamp: int64,
  tags: pairs,
  aliases: z.array(z.object({ alias: z.string(), version: z.string() })).default([]),
}).transform((json) => ({
  name: json.name,
  description: json.description,
  creationTime: json.creation_timestamp,
  lastUpdateTime: json.last_updated_timestamp,
  tags: json.tags,
  aliases: Object.fromEntries(json.aliases.map(({ alias, version }) => [alias, version])),
}));
