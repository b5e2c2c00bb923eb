/** Members of an ensemble by what they say, calibrated: what combiners take. */
import {
  calibrate,
  type Calibration,
  combineRows,
  fitCalibration,
  type FittedCombiner,
} from "../../models/mod.ts";
import type { RawScores } from "./fold_scores.ts";

/** A fitted detector by what it says. */
export interface ScoredMember {
  readonly name: string;
  readonly raw: RawScores;
  /** Whether labels taught it; only combiners that learn from labels too take it. */
  readonly supervised?: boolean;
}

/** Calibrated scores, rows × members, row-major. */
export interface MemberTable {
  readonly rows: number;
  readonly values: Float64Array;
}

/** Members and what they say of all rows of a fold. */
export type MemberTeam =
  & { readonly names: readonly string[] }
  & {
    readonly [Side in keyof RawScores]: MemberTable;
  };

const SIDES = ["usual", "labelled", "judged"] as const;

/**
 * The names of some members and what they say, each calibrated on its usual hours.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const usual = Float64Array.of(1, 2, 3);
 * const raw = { usual, labelled: usual, judged: Float64Array.of(0, 2) };
 * const { judged } = memberTeam([{ name: "one", raw }, { name: "same", raw }]);
 * assert.deepEqual(judged, { rows: 2, values: Float64Array.of(0, 0, 0.95, 0.95) });
 * ```
 */
export function memberTeam(members: readonly ScoredMember[]): MemberTeam {
  const calibrations = members.map(({ raw }) => fitCalibration(raw.usual));
  return teamOf(
    members.map(({ name }) => name),
    (side) => memberTable(members.map(({ raw }) => raw[side]), calibrations),
  );
}

/**
 * The same team but for one member.
 *
 * @param left Place of the member that is left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const table = { rows: 1, values: Float64Array.of(0.25, 0.5, 0.75) };
 * const team = { names: ["a", "b", "c"], usual: table, labelled: table, judged: table };
 * const { names, judged } = withoutMember(team, 1);
 * assert.deepEqual([names, [...judged.values]], [["a", "c"], [0.25, 0.75]]);
 * ```
 */
export function withoutMember(team: MemberTeam, left: number): MemberTeam {
  const width = team.names.length;
  return teamOf(
    team.names.filter((_, member) => member !== left),
    (side) => ({
      rows: team[side].rows,
      values: team[side].values.filter((_, at) => at % width !== left),
    }),
  );
}

/**
 * What a combiner makes of a team.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { combiners } from "../../models/mod.ts";
 * const table = { rows: 2, values: Float64Array.of(0.25, 0.75, 0, 1) };
 * const team = { names: ["a", "b"], usual: table, labelled: table, judged: table };
 * const fitted = await combiners.max().fit({ members: team.names, ...table }, { seed: 1 });
 * assert.deepEqual([...combineTeam(fitted, team).judged], [0.75, 1]);
 * ```
 */
export function combineTeam(fitted: FittedCombiner, team: MemberTeam): RawScores {
  const combine = ({ values }: MemberTable) => combineRows(fitted, values, team.names.length);
  return {
    usual: combine(team.usual),
    labelled: combine(team.labelled),
    judged: combine(team.judged),
  };
}

function teamOf(
  names: readonly string[],
  table: (side: keyof RawScores) => MemberTable,
): MemberTeam {
  const [usual, labelled, judged] = SIDES.map(table);
  return { names, usual, labelled, judged };
}

function memberTable(
  scores: readonly Float64Array[],
  calibrations: readonly Calibration[],
): MemberTable {
  const rows = scores[0]?.length ?? 0;
  const values = new Float64Array(rows * scores.length);
  scores.forEach((raw, m) =>
    calibrate(calibrations[m], raw).forEach((score, row) => values[row * scores.length + m] = score)
  );
  return { rows, values };
}
