/** What of the history an answer would have needed, and did not have. */
import type { AppDeps, ScoredReading, ServedModel } from "./deps.ts";

/** A meter of whose history the model lacked something. */
export interface MissingHistory {
  readonly meterId: string;
  /** Start of its first stored hour, epoch milliseconds; `null` when none is stored. */
  readonly storedFrom: number | null;
  /** End of its last stored hour, exclusive. */
  readonly storedTo: number | null;
  /** How many of its scored hours lack something. */
  readonly hours: number;
  /** The features that are missing in any of its hours, in the order of the model. */
  readonly features: readonly string[];
}

/**
 * The meters with hours that lack features, in the order of the hours. Such hours are scored; the
 * model takes what is missing as usual.
 *
 * @param hours Scored by the model, by meter and time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { hostelDeps } from "./hostel_deps_fixture.ts";
 * await using deps = await hostelDeps();
 * assert.deepEqual(await missingHistory(deps, deps.model, []), []);
 * ```
 */
export async function missingHistory(
  { storedSpan }: Pick<AppDeps, "storedSpan">,
  model: ServedModel,
  hours: readonly ScoredReading[],
): Promise<MissingHistory[]> {
  const lacking = Map.groupBy(
    hours.filter(({ missing }) => missing.length > 0),
    (hour) => hour.meterId,
  );
  return await Promise.all([...lacking].map(async ([meterId, own]) => {
    const stored = await storedSpan(model, meterId);
    const missing = new Set(own.flatMap((hour) => hour.missing));
    return {
      meterId,
      storedFrom: stored?.from ?? null,
      storedTo: stored?.to ?? null,
      hours: own.length,
      features: model.columns.filter((column) => missing.has(column)),
    };
  }));
}
