/** The figures in `evaluation.json`. */

import { z } from "zod";
import type { EvaluationFacts } from "./facts.ts";

const figures = z.record(z.string(), z.number().nullable());
const evaluation = z.object({
  data_digest: z.string().optional(),
  ensemble: figures.default({}),
  by_meter: z.record(z.string(), figures).default({}),
});

/** An evaluation as far as it can be compared. */
export interface ReadEvaluation extends EvaluationFacts {
  /** Of the ensemble; a figure without a value is left out. */
  readonly figures: Readonly<Record<string, number>>;
  /** Of the ensemble on each meter. */
  readonly byMeter: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Reads the value of an `evaluation.json`. Versions of earlier releases say less: what is not there
 * is left out.
 *
 * @returns Nothing when it is not an evaluation.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const json = { data_digest: "ab", ensemble: { event_f1: 0.5, detection_delay_h: null } };
 * assert.deepEqual(readEvaluation(json), {
 *   dataDigest: "ab",
 *   figures: { event_f1: 0.5 },
 *   byMeter: {},
 * });
 * ```
 */
export function readEvaluation(json: unknown): ReadEvaluation | undefined {
  const { data } = evaluation.safeParse(json);
  if (data === undefined) return undefined;
  return {
    ...(data.data_digest === undefined ? {} : { dataDigest: data.data_digest }),
    figures: withValues(data.ensemble),
    byMeter: Object.fromEntries(
      Object.entries(data.by_meter).map(([meter, figures]) => [meter, withValues(figures)]),
    ),
  };
}

function withValues(figures: Readonly<Record<string, number | null>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) => value === null ? [] : [[name, value]]),
  );
}
