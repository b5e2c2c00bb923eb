/** What every combiner must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import { random } from "../../random.ts";
import type { Combiner, FittedCombiner, MemberScores } from "./combiner.ts";
import { type CombinerState, restoreCombiner } from "./mod.ts";

/** The members for which the suite wants a combiner. */
export const MEMBERS: readonly string[] = ["a", "b", "c", "d", "e"];
/** Rows that are anomalous where the members agree on much. */
const ANOMALOUS_FROM = 0.6;

/** A promise a combiner keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(combiner: Combiner): Promise<void>;
}

/** The criteria in order. The check throws an AssertionError where a combiner falls short. */
export const criteria: readonly Criterion[] = [
  { name: "gives a score in [0, 1], more for all ones than for all zeros", check: inRange },
  { name: "never falls when a member's score rises", check: rises },
  { name: "gives the same bytes for the same seed", check: repeats },
  { name: "combines the same after a round trip through JSON", check: survivesJson },
  { name: "leaves its input as it was", check: leavesInput },
  {
    name: "refuses labels it cannot learn from, where it learns from labels",
    check: refusesLabels,
  },
];

async function inRange(combiner: Combiner): Promise<void> {
  const fitted = await fit(combiner, memberScores(200, 1));
  const ends = [0, 1].map((end) => fitted.combine(new Float64Array(MEMBERS.length).fill(end)));
  assert.ok(ends[0] < ends[1], `${ends}`);
  for (const score of [...combined(fitted, memberScores(200, 2)), ...ends]) {
    assert.ok(score >= 0 && score <= 1, `score ${score}`);
  }
}

async function rises(combiner: Combiner): Promise<void> {
  const fitted = await fit(combiner, memberScores(200, 1));
  for (const row of rowsOf(memberScores(100, 3))) {
    const before = fitted.combine(row);
    row.forEach((score, member) => {
      const after = fitted.combine(row.with(member, (1 + score) / 2));
      assert.ok(after >= before - 1e-12, `${before} fell to ${after}`);
    });
  }
}

async function repeats(combiner: Combiner): Promise<void> {
  const [one, other] = [
    await fit(combiner, memberScores(200, 1)),
    await fit(combiner, memberScores(200, 1)),
  ];
  assert.equal(JSON.stringify(other), JSON.stringify(one));
}

async function survivesJson(combiner: Combiner): Promise<void> {
  const fitted = await fit(combiner, memberScores(200, 1));
  const state: CombinerState = JSON.parse(JSON.stringify(fitted));
  const x = memberScores(100, 4);
  assert.deepEqual(combined(restoreCombiner(state), x), combined(fitted, x));
}

async function leavesInput(combiner: Combiner): Promise<void> {
  const x = memberScores(200, 1);
  combined(await fit(combiner, x), x);
  assert.deepEqual(x, memberScores(200, 1));
}

async function refusesLabels(combiner: Combiner): Promise<void> {
  if (!combiner.supervised) return;
  const scores = memberScores(50, 1);
  for (
    const labels of [undefined, new Uint8Array(49), new Uint8Array(50), new Uint8Array(50).fill(1)]
  ) {
    await assert.rejects(async () => await combiner.fit(scores, { seed: 7, labels }), RangeError);
  }
}

/** A fit whose error rejects, whether the combiner fits at once or later. */
async function fit(combiner: Combiner, scores: MemberScores): Promise<FittedCombiner> {
  const labels = Uint8Array.from(
    rowsOf(scores),
    (row) => row.reduce((sum, score) => sum + score, 0) / row.length > ANOMALOUS_FROM ? 1 : 0,
  );
  return await combiner.fit(scores, { seed: 7, labels });
}

function combined(fitted: FittedCombiner, scores: MemberScores): number[] {
  return rowsOf(scores).map((row) => fitted.combine(row));
}

function rowsOf({ members, rows, values }: MemberScores): Float64Array[] {
  return Array.from(
    { length: rows },
    (_, row) => values.subarray(row * members.length, (row + 1) * members.length),
  );
}

/** Rows whose members agree by half. */
function memberScores(rows: number, seed: number): MemberScores {
  const draw = random(seed);
  const values = Array.from({ length: rows }, () => {
    const shared = draw();
    return MEMBERS.map(() => (shared + draw()) / 2);
  });
  return { members: MEMBERS, rows, values: Float64Array.from(values.flat()) };
}
