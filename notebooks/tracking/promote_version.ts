/** Moving an alias in a notebook. */
import {
  defaultTerms,
  type GateFinding,
  type Move,
  promote,
  type PromotionTerms,
  type RegistryClient,
  resolveModelUri,
} from "../../registry/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { type Table, typedTable } from "../tables/mod.ts";

/** Where to, why and by whom. */
export interface PromoteOptions {
  /** @default {"champion"} */
  readonly alias?: string;
  readonly reason: string;
  /** Who or what decides. */
  readonly by: string;
  /** Limits of the gates, in place of those that apply where nothing is said. */
  readonly terms?: Partial<PromotionTerms>;
}

/** What a gate looked at. */
export interface GateRow {
  readonly gate: string;
  /** Such as `fall of event_f1`. */
  readonly subject: string;
  readonly found: string;
  readonly expected: string;
  readonly passed: boolean;
}

/** An alias that was moved; it shows where to. */
export interface Promoted {
  readonly move: Move;
  readonly findings: Table<GateRow>;
  readonly [JUPYTER_DISPLAY]: () => { readonly "text/plain": string };
}

/**
 * Points an alias at a version that passes the gates, on the record.
 *
 * @param uri The version, such as `models:/energy-anomaly/3` or `models:/energy-anomaly@challenger`.
 * @param id Tells the move from others of the same moment.
 * @param now Epoch milliseconds.
 * @throws {PromotionRefusedError} When a gate refuses; nothing is changed.
 * @throws {RangeError} When reason or who decided is missing.
 * @throws {MlflowError} When there is no such version.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * import { logVersion } from "../../registry/promotion/logged_version_fixture.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * await logVersion(tracking.client);
 * const who = { reason: "The first one", by: "me" };
 * const { move } = await promoteVersion(tracking.client, "models:/energy/1", who, "1", 0);
 * assert.deepEqual([move.alias, move.to], ["champion", "1"]);
 * ```
 */
export async function promoteVersion(
  registry: RegistryClient,
  uri: string,
  { alias = "champion", reason, by, terms }: PromoteOptions,
  id: string,
  now: number,
): Promise<Promoted> {
  const { version: found } = await resolveModelUri(registry, uri);
  if (found === undefined) {
    throw new TypeError(`Cannot promote "${uri}" as it names no registered version`);
  }
  const { name, version } = found;
  const { move, findings } = await promote(registry, {
    name,
    version,
    alias,
    reason,
    by,
    terms: { ...defaultTerms, ...terms },
    id,
    now,
  });
  const text = `models:/${name}/${version} is now ${alias}: ` +
    `${findings.length} findings of the gates, all passed`;
  return {
    move,
    findings: typedTable<GateRow, GateFinding>(findings, {
      gate: ["VARCHAR", ({ gate }) => gate],
      subject: ["VARCHAR", ({ subject }) => subject],
      found: ["VARCHAR", ({ found }) => String(found)],
      expected: ["VARCHAR", ({ expected }) => expected],
      passed: ["BOOLEAN", ({ passed }) => passed],
    }),
    [JUPYTER_DISPLAY]: () => ({ "text/plain": text }),
  };
}
