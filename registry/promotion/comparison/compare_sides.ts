/** What two sides have in common and where they differ. */

import type { Side } from "./side.ts";

/** A text that both sides may have; absent where a side has none. */
export interface TextPair {
  readonly name: string;
  readonly a?: string;
  readonly b?: string;
}

/** A number that both sides may have. */
export interface NumberPair {
  readonly name: string;
  readonly a?: number;
  readonly b?: number;
  /** `b` less `a`; absent where a side has none. */
  readonly difference?: number;
}

/** The figures of both sides on one meter. */
export interface MeterPair {
  readonly meter: string;
  readonly figures: readonly NumberPair[];
}

/** What a side is called. */
export type SideHead = Pick<Side, "title" | "version" | "aliases" | "runId" | "startedAt">;

/** Two sides side by side; every list is of all that either has, differing or not. */
export interface Comparison {
  readonly name: string;
  readonly a: SideHead;
  readonly b: SideHead;
  /** Whether both were judged on the same rows, so that figures can be compared. */
  readonly sameRows: boolean;
  readonly params: readonly TextPair[];
  readonly data: readonly TextPair[];
  readonly code: readonly TextPair[];
  /** Those of the ensemble first. */
  readonly metrics: readonly NumberPair[];
  /** Figures of the ensemble. */
  readonly meters: readonly MeterPair[];
}

/**
 * Compares two sides.
 *
 * @param name Registered model.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const side = { title: "version 1", aliases: [], params: { seed: "1" }, data: {}, byMeter: {} };
 * const a = { ...side, metrics: { "ensemble.event_f1": 0.5 } };
 * const b = { ...side, metrics: { "ensemble.event_f1": 0.75 } };
 * assert.deepEqual(compareSides("energy", a, b).metrics, [
 *   { name: "ensemble.event_f1", a: 0.5, b: 0.75, difference: 0.25 },
 * ]);
 * ```
 */
export function compareSides(name: string, a: Side, b: Side): Comparison {
  return {
    name,
    a: headOf(a),
    b: headOf(b),
    sameRows: a.judgedRows !== undefined && a.judgedRows === b.judgedRows,
    params: textPairs(a.params, b.params),
    data: textPairs(
      { ...a.data, "judged rows": a.judgedRows },
      { ...b.data, "judged rows": b.judgedRows },
    ),
    code: textPairs({ "git commit": a.commit }, { "git commit": b.commit }),
    metrics: numberPairs(a.metrics, b.metrics),
    meters: namesOf(a.byMeter, b.byMeter).map((meter) => ({
      meter,
      figures: numberPairs(a.byMeter[meter] ?? {}, b.byMeter[meter] ?? {}),
    })),
  };
}

function headOf({ title, version, aliases, runId, startedAt }: Side): SideHead {
  return { title, version, aliases, runId, startedAt };
}

function namesOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

function textPairs(
  a: Readonly<Record<string, string | undefined>>,
  b: Readonly<Record<string, string | undefined>>,
): TextPair[] {
  return namesOf(a, b).flatMap((name) =>
    a[name] === undefined && b[name] === undefined ? [] : [{ name, a: a[name], b: b[name] }]
  );
}

function numberPairs(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): NumberPair[] {
  const names = namesOf(a, b);
  const isFirst = (name: string) => name.startsWith("ensemble.");
  return [...names.filter(isFirst), ...names.filter((name) => !isFirst(name))].map((name) => {
    const difference = name in a && name in b ? b[name] - a[name] : undefined;
    return { name, a: a[name], b: b[name], ...(difference === undefined ? {} : { difference }) };
  });
}
