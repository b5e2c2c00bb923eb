/** The hours in which faults are plain to see, from which a detector learns best. */
import { type Detector, type Matrix, selectColumns, selectRows } from "../../models/mod.ts";
import type { TaughtRows } from "./taught_rows.ts";

/** Rows that each fault has in a fit: its hours, again where it has fewer. */
const FAULT_ROWS = 10;
/** Hours of a fault that the second fit sees. */
const EVIDENT_HOURS = 5;

/** Rows to fit a supervised detector to. */
export interface RowsToFit {
  readonly x: Matrix;
  readonly labels: Uint8Array;
}

/**
 * Rows in which all faults weigh the same, each by its most evident hours: the first days of a slow
 * drift look like any other, and whoever learns them as wrong learns to alarm at nothing. Fits the
 * detector once to all hours of the faults and keeps of each the five it scores highest; a selection
 * of instances as in MI-SVM (Andrews, Tsochantaridis and Hofmann, Support Vector Machines for
 * Multiple-Instance Learning, NIPS 2002). An event counts as found when one hour of it is.
 *
 * @param detector A supervised one.
 * @param columns Those of the rows that it reads.
 */
export async function evidentHours(
  detector: Detector,
  columns: readonly string[],
  { x, fault }: Pick<TaughtRows, "x" | "fault">,
  { seed, signal, onProgress }: Parameters<Detector["fit"]>[1],
): Promise<RowsToFit> {
  const own = selectColumns(x, columns);
  const hours = [
    ...Map.groupBy(fault.keys().filter((row) => fault[row] >= 0), (row) => fault[row])
      .values(),
  ];
  const usual = [...fault.keys().filter((row) => fault[row] < 0)];
  const { labels, rows } = levelled(usual, hours);
  const first = await detector.fit(selectRows(own, rows), { seed, signal, labels, onProgress });
  const wrong = hours.flat();
  const scores = first.anomalyScores(selectRows(own, wrong));
  const scoreOf = new Map(wrong.map((row, i) => [row, scores[i]]));
  const evident = hours.map((rows) =>
    rows.toSorted((a, b) => scoreOf.get(b)! - scoreOf.get(a)!).slice(0, EVIDENT_HOURS)
  );
  const second = levelled(usual, evident);
  return { x: selectRows(x, second.rows), labels: second.labels };
}

/** The usual rows, and of each fault as many as of the others, its rows again and again. */
function levelled(usual: readonly number[], faults: readonly (readonly number[])[]) {
  const wrong = faults.flatMap((rows) =>
    Array.from({ length: FAULT_ROWS }, (_, i) => rows[i % rows.length])
  );
  const rows = [...usual, ...wrong];
  return { rows, labels: Uint8Array.from(rows, (_, i) => i < usual.length ? 0 : 1) };
}
