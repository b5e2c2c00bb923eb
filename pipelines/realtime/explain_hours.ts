/** Why a model finds hours odd: the features that would lower their scores if they were usual. */
import {
  type AnomalyEvent,
  explain,
  type FeatureContribution,
  type Matrix,
} from "../../models/mod.ts";
import type { ServedModel } from "./served_model.ts";

/** Reasons of one hour at most. */
const REASONS = 3;

/** A feature that makes an hour odd. */
export interface Reason {
  readonly feature: string;
  /** The hour's own value; `null` where it is missing. */
  readonly value: number | null;
  /** The median of the hours of the training window. */
  readonly usual: number | null;
  /** How much lower the score is with the usual value in its place, above 0. */
  readonly drop: number;
}

/** An event with the reasons of its peak, the weightiest first. */
export interface ExplainedEvent extends AnomalyEvent {
  readonly reasons: readonly Reason[];
}

/**
 * The three features of each hour whose usual value would lower its score most, the weightiest first;
 * fewer where fewer would. Where two features carry the same news, either alone holds the score up
 * and neither is among the reasons, so an hour may have none.
 *
 * @param x Rows with the columns of the model; costs columns + 1 scored rows for each.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readFeatures } from "../features/mod.ts";
 * import { openScoredHostel } from "../scored_hostel_fixture.ts";
 * await using hostel = await openScoredHostel();
 * const { x } = await readFeatures(hostel.context.db, hostel.model.columns);
 * const reasons = await explainHours(hostel.model, x);
 * assert.equal(reasons.length, x.rows);
 * ```
 */
export async function explainHours(
  { columns, profile, session }: Pick<ServedModel, "columns" | "profile" | "session">,
  x: Matrix,
): Promise<Reason[][]> {
  const medians = new Map(profile.columns.map(({ column, median }) => [column, median]));
  const usual = columns.map((column) => medians.get(column) ?? NaN);
  const explanations = await explain(session, x, usual);
  return explanations.map(({ features }) =>
    features.filter(({ drop }) => drop > 0).sort((a, b) => b.drop - a.drop).slice(0, REASONS)
      .map(reasonOf)
  );
}

function reasonOf({ column, value, reference, drop }: FeatureContribution): Reason {
  const orNull = (value: number) => Number.isNaN(value) ? null : value;
  return { feature: column, value: orNull(value), usual: orNull(reference), drop };
}
