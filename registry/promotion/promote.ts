/** Promotion: an alias moves to a version through gates and with a record. */

import {
  getModelVersion,
  getRegisteredModel,
  type RegisteredModel,
  type RegistryClient,
} from "../client/mod.ts";
import type { PromotionFacts, VersionFacts } from "./facts.ts";
import { gatherComparedFacts, gatherFacts } from "./gather_facts.ts";
import type { GateKind } from "./gate.ts";
import { type GateFinding, judge } from "./judge.ts";
import { moveAlias, type Mover, requireMover } from "./move_alias.ts";
import type { Move } from "./moves.ts";
import { PromotionRefusedError } from "./promotion_refused_error.ts";
import { defaultTerms, type PromotionTerms } from "./terms.ts";

/** A promotion to make. */
export interface PromotionRequest extends Mover {
  readonly version: string;
  /** @default {defaultTerms} */
  readonly terms?: PromotionTerms;
}

/** A move that was made, and what the gates found before. */
export interface Promotion {
  readonly move: Move;
  readonly findings: readonly GateFinding[];
}

/** The alias of a version that runs beside the champion and is not compared with anybody. */
const SHADOW = "challenger";

/**
 * Points an alias at a version that passes the gates, and records the move in a tag of the
 * registered model. A version is compared with the one that has the alias; for `challenger`, with
 * none.
 *
 * @throws {PromotionRefusedError} When a gate refuses; nothing is changed.
 * @throws {RangeError} When the alias is none, or reason or name of who decided is missing.
 * @throws {MlflowError} When the server knows no such version.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { getRegisteredModel } from "../client/mod.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * import { logVersion } from "./logged_version_fixture.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { name, version } = await logVersion(client);
 * const who = { reason: "The first one", by: "train", id: "1", now: 0 };
 * const { move } = await promote(client, { name, version, alias: "champion", ...who });
 * assert.equal(move.to, "1");
 * assert.deepEqual((await getRegisteredModel(client, name)).aliases, { champion: "1" });
 * ```
 */
export async function promote(
  client: RegistryClient,
  request: PromotionRequest,
): Promise<Promotion> {
  requireMover(request);
  const { version, terms = defaultTerms, ...mover } = request;
  const { name, alias } = mover;
  const candidate = await gatherFacts(client, await getModelVersion(client, { name, version }));
  const model = await getRegisteredModel(client, name);
  const kinds: GateKind[] = ["integrity", "fitness"];
  if (alias !== SHADOW) kinds.push("comparison");
  const findings = judge(await withHolder(client, candidate, model, alias), terms, kinds);
  if (findings.some(({ passed }) => !passed)) {
    throw new PromotionRefusedError(
      `Cannot promote version ${version} of "${name}" to ${alias}`,
      findings,
    );
  }
  const from = holderOf(model, alias);
  const move = await moveAlias(client, { kind: "promotion", from, to: version, ...mover });
  return { move, findings };
}

async function withHolder(
  client: RegistryClient,
  candidate: VersionFacts,
  model: RegisteredModel,
  alias: string,
): Promise<PromotionFacts> {
  const version = holderOf(model, alias);
  if (version === undefined) return { candidate };
  const holder = await getModelVersion(client, { name: model.name, version });
  return { candidate, holder: await gatherComparedFacts(client, holder) };
}

function holderOf({ aliases }: RegisteredModel, alias: string): string | undefined {
  return Object.hasOwn(aliases, alias) ? aliases[alias] : undefined;
}
