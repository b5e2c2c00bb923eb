/** Which alias a new version gets. */
import {
  defaultTerms,
  promote,
  PromotionRefusedError,
  type PromotionRequest,
  type RegistryClient,
} from "../../registry/mod.ts";

/** The alias that a version got. */
export interface GivenAlias {
  readonly alias: "champion" | "challenger";
  /** Why it is not `champion`. */
  readonly refusal?: string;
}

/** A training is told what to train on, so that other rows than before are no surprise. */
const TERMS = { ...defaultTerms, dataMayDiffer: true };
const LONGEST_REASON = 1_000;

/**
 * Makes a version the champion, or the challenger where a gate does not let it take the champion's
 * place.
 *
 * @throws {PromotionRefusedError} When it is not fit to be a challenger either.
 * @throws {MlflowError} When the registry refuses.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withChampionHome } from "../champion_home_fixture.ts";
 * await withChampionHome(async ({ context: { registry } }) => {
 *   const version = { name: "energy-anomaly", version: "1", reason: "Again", by: "a test" };
 *   assert.deepEqual(await giveAlias(registry, version, () => 0), { alias: "champion" });
 * });
 * ```
 */
export async function giveAlias(
  registry: RegistryClient,
  version: Pick<PromotionRequest, "name" | "version" | "reason" | "by">,
  now: () => number,
): Promise<GivenAlias> {
  const request = () => ({
    ...version,
    id: crypto.randomUUID().slice(0, 8),
    now: now(),
    terms: TERMS,
  });
  try {
    await promote(registry, { ...request(), alias: "champion" });
    return { alias: "champion" };
  } catch (error) {
    if (!(error instanceof PromotionRefusedError)) throw error;
    const reason = `${version.reason}; not champion by ${error.refusals}`.slice(0, LONGEST_REASON);
    await promote(registry, { ...request(), alias: "challenger", reason });
    return { alias: "challenger", refusal: error.message };
  }
}
