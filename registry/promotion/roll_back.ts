/** The way back: an alias returns to the version it had before. */

import { getModelVersion, type RegistryClient } from "../client/mod.ts";
import { gatherFacts } from "./gather_facts.ts";
import { readHistory } from "./history.ts";
import { judge } from "./judge.ts";
import { moveAlias, type Mover, requireMover } from "./move_alias.ts";
import type { Promotion } from "./promote.ts";
import { PromotionRefusedError } from "./promotion_refused_error.ts";
import { defaultTerms } from "./terms.ts";
import { versionBefore } from "./version_before.ts";

/**
 * Points an alias back at the version it had before, and records that as a move. Only what makes a
 * version whole is asked: it was fit once, and what it is to replace may be worse.
 *
 * @throws {RangeError} When no version had the alias before, or reason or name of who decided is
 * missing.
 * @throws {PromotionRefusedError} When the version is not whole any more; nothing is changed.
 * @throws {MlflowError} When the version was deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * import { logVersion } from "./logged_version_fixture.ts";
 * import { promote } from "./promote.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const mover = { name: "energy", alias: "champion", reason: "Better", by: "train" };
 * for (const id of ["1", "2"]) {
 *   await logVersion(client);
 *   await promote(client, { ...mover, version: id, id, now: Number(id) });
 * }
 * const { move } = await rollBack(client, { ...mover, id: "3", now: 3 });
 * assert.deepEqual([move.from, move.to], ["2", "1"]);
 * ```
 */
export async function rollBack(client: RegistryClient, mover: Mover): Promise<Promotion> {
  requireMover(mover);
  const { name, alias } = mover;
  const history = await readHistory(client, name);
  const to = versionBefore(history, alias);
  if (to === undefined) {
    throw new RangeError(
      `Cannot roll back ${alias} of "${name}": expected a version that had it before, got none on record`,
    );
  }
  const candidate = await gatherFacts(client, await getModelVersion(client, { name, version: to }));
  const findings = judge({ candidate }, defaultTerms, ["integrity"]);
  if (findings.some(({ passed }) => !passed)) {
    throw new PromotionRefusedError(
      `Cannot roll back ${alias} of "${name}" to version ${to}`,
      findings,
    );
  }
  const from = history.aliases[alias];
  return { move: await moveAlias(client, { kind: "rollback", from, to, ...mover }), findings };
}
