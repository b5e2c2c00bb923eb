/** What an import has done, what it left out and why. */

import { MlflowError } from "../client/mlflow_error.ts";
import { Unreadable } from "./run_source.ts";

/** Something that was left out, or is not as it was. */
export interface ImportNote {
  /** Where it lies at the source. */
  readonly place: string;
  readonly reason: string;
}

/** How many were imported this time, and how many an import before had finished. */
export interface ImportCount {
  imported: number;
  before: number;
}

/** The account of an import, written while it goes on. */
export interface ImportLedger {
  readonly experiments: ImportCount;
  readonly runs: ImportCount;
  readonly loggedModels: ImportCount;
  readonly registeredModels: ImportCount;
  readonly versions: ImportCount;
  /** Values of metrics that were logged. */
  metrics: number;
  /** Files that were copied or found to be there. */
  files: number;
  bytes: number;
  /** What could not be read or was refused; importing again tries it again. */
  readonly problems: ImportNote[];
  /** What is not imported by its nature. */
  readonly skipped: ImportNote[];
}

/**
 * The account of an import that has not begun.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(openLedger().runs, { imported: 0, before: 0 });
 * ```
 */
export function openLedger(): ImportLedger {
  const count = () => ({ imported: 0, before: 0 });
  return {
    experiments: count(),
    runs: count(),
    loggedModels: count(),
    registeredModels: count(),
    versions: count(),
    metrics: 0,
    files: 0,
    bytes: 0,
    problems: [],
    skipped: [],
  };
}

const refusals = [400, 404, 409, 413, 501];

/**
 * Does a piece of work; what cannot be read and what the target refuses is noted, so that the rest
 * goes on. A target that does not answer ends the import.
 *
 * @param place Where it lies at the source.
 * @returns Whether it was done.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { MlflowError } from "../client/mlflow_error.ts";
 * const ledger = openLedger();
 * const work = () => Promise.reject(new MlflowError("INVALID_PARAMETER_VALUE", 400, "too long"));
 * assert.equal(await noted(ledger, "run r", work), false);
 * assert.deepEqual(ledger.problems, [{ place: "run r", reason: "too long" }]);
 * ```
 */
export async function noted(
  ledger: ImportLedger,
  place: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Unreadable) {
      const where = error.place === place ? place : `${place}: ${error.place}`;
      ledger.problems.push({ place: where, reason: error.message });
    } else if (
      error instanceof RangeError ||
      error instanceof MlflowError && refusals.includes(error.status)
    ) ledger.problems.push({ place, reason: error.message });
    else throw error;
    return false;
  }
}

/**
 * The readable items of a listing; the others are noted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Unreadable } from "./run_source.ts";
 * const ledger = openLedger();
 * const listing = (async function* () {
 *   yield "a";
 *   yield new Unreadable("b/meta.yaml", "no name");
 * })();
 * assert.deepEqual(await Array.fromAsync(readableItems(ledger, listing)), ["a"]);
 * assert.deepEqual(ledger.problems, [{ place: "b/meta.yaml", reason: "no name" }]);
 * ```
 */
export async function* readableItems<T>(
  ledger: Pick<ImportLedger, "problems">,
  listing: AsyncIterable<T | Unreadable>,
): AsyncGenerator<T> {
  for await (const item of listing) {
    if (!(item instanceof Unreadable)) yield item;
    else ledger.problems.push({ place: item.place, reason: item.message });
  }
}
