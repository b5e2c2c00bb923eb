/** Promotion: the only way an alias moves, through a gate and with a record. */

import { z } from "zod";
import {
  downloadArtifact,
  getDownloadUri,
  getModelVersion,
  getRegisteredModel,
  listArtifacts,
  type ModelVersion,
  type RegistryClient,
  setModelAlias,
  setModelVersionTag,
} from "./client/mod.ts";
import { sha256 } from "./digest.ts";

/** A move to make. */
export interface PromotionRequest {
  readonly name: string;
  readonly version: string;
  readonly alias: string;
  /** Why the version deserves the alias. */
  readonly reason: string;
  /** Who or what decided. */
  readonly by: string;
  /** The moment, in epoch milliseconds. */
  readonly now: number;
}

/** A move as it is recorded. */
export interface Promotion extends Omit<PromotionRequest, "version" | "now"> {
  /** Version that had the alias; absent when it is new. */
  readonly from?: string;
  /** Version that has it now. */
  readonly to: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const digests = z.record(z.string(), z.string());
const promotion: z.ZodType<Promotion> = z.object({
  name: z.string(),
  alias: z.string(),
  from: z.string().optional(),
  to: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
const tagPrefix = "wattbook.promotion.";

/**
 * Points an alias at a version whose files are whole, and records the move in a tag of the
 * version. The record comes first: a crash in between leaves a move that did not happen on
 * record, never one that happened off it.
 *
 * @throws {RangeError} When the version lacks `MLmodel`, or a file differs from its digest in the
 * version's tag `wattbook.digest`.
 * @throws {MlflowError} When the server knows no such version.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as registry from "./client/mod.ts";
 * import { openEmbeddedTracking } from "./tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * await registry.uploadArtifact(client, source, "MLmodel", new TextEncoder().encode("{}"));
 * await registry.createRegisteredModel(client, { name: "energy-anomaly" });
 * const { name, version } = await registry.createModelVersion(client, { name: "energy-anomaly", source });
 * const move = { name, version, alias: "champion", reason: "The first one", by: "train", now: 0 };
 * assert.equal((await promote(client, move)).to, "1");
 * ```
 */
export async function promote(
  client: RegistryClient,
  request: PromotionRequest,
): Promise<Promotion> {
  const { name, version, alias, reason, by, now } = request;
  const candidate = await getModelVersion(client, { name, version });
  await requireWhole(client, candidate);
  const { aliases } = await getRegisteredModel(client, name);
  const at = new Date(now).toISOString();
  const move: Promotion = {
    name,
    alias,
    ...(Object.hasOwn(aliases, alias) ? { from: aliases[alias] } : {}),
    to: version,
    reason,
    by,
    at,
  };
  const key = `${tagPrefix}${alias}.${at}`;
  await setModelVersionTag(client, { name, version, key, value: JSON.stringify(move) });
  await setModelAlias(client, { name, alias, version });
  return move;
}

/**
 * The recorded moves to a version, oldest first.
 *
 * @throws {TypeError} When a record was not written by {@link promote}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const move = { name: "a", alias: "champion", to: "1", reason: "First", by: "train",
 *   at: "1970-01-01T00:00:00.000Z" };
 * const tags = { [`wattbook.promotion.champion.${move.at}`]: JSON.stringify(move) };
 * assert.deepEqual(promotionsOf({ tags }), [move]);
 * ```
 */
export function promotionsOf({ tags }: Pick<ModelVersion, "tags">): Promotion[] {
  return Object.entries(tags)
    .filter(([key]) => key.startsWith(tagPrefix))
    .map(([key, text]) => readRecord(key, text))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function readRecord(key: string, text: string): Promotion {
  const record = promotion.safeParse(JSON.parse(text));
  if (record.success) return record.data;
  throw new TypeError(`Cannot read the promotion in tag "${key}": ${record.error.message}`);
}

async function requireWhole(client: RegistryClient, version: ModelVersion): Promise<void> {
  const title = `version ${version.version} of "${version.name}"`;
  const uri = await getDownloadUri(client, version);
  const files = await listArtifacts(client, uri);
  if (!files.some(({ path, isDirectory }) => path === "MLmodel" && !isDirectory)) {
    throw new RangeError(
      `Cannot promote ${title}: expected MLmodel among its files, got [${
        files.map(({ path }) => path).join(", ")
      }]`,
    );
  }
  const expected = digests.parse(JSON.parse(version.tags["wattbook.digest"] ?? "{}"));
  for (const [path, digest] of Object.entries(expected)) {
    const actual = await sha256(await downloadArtifact(client, uri, path));
    if (actual !== digest) {
      throw new RangeError(
        `Cannot promote ${title}: expected the SHA-256 ${digest} of ${path}, got ${actual}`,
      );
    }
  }
}
