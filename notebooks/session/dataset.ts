/** A dataset that is open, as a notebook tells it. */
import type { LakeManifest } from "../../data/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { countText } from "../tables/mod.ts";
import { FACTS_TYPE } from "../versions/facts.ts";

/** What is known of a dataset. */
export type DatasetFacts = Pick<
  LakeManifest,
  | "dataset"
  | "source"
  | "sourceDigest"
  | "from"
  | "to"
  | "meters"
  | "readings"
  | "issues"
  | "rejected"
>;

/** Facts that show themselves as a sentence, which a run of the notebook keeps as its input. */
export interface Dataset extends DatasetFacts {
  readonly [JUPYTER_DISPLAY]: () => {
    readonly "text/markdown": string;
    readonly "text/plain": string;
    readonly [FACTS_TYPE]: unknown;
  };
}

/**
 * Makes facts show themselves.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const dataset = toDataset({
 *   dataset: "hostel", source: "file", sourceDigest: "ab12",
 *   from: 0, to: 3_600_000, meters: 1, readings: 1200, issues: 0, rejected: 1,
 * });
 * assert.equal(
 *   dataset[Symbol.for("Jupyter.display") as keyof typeof dataset] instanceof Function,
 *   true,
 * );
 * assert.equal(
 *   sentence(dataset),
 *   "hostel (file): 1,200 readings of 1 meter, 1970-01-01 to 1970-01-01; 0 issues found, 1 row rejected",
 * );
 * ```
 */
export function toDataset(facts: DatasetFacts): Dataset {
  const text = sentence(facts);
  return {
    ...facts,
    [JUPYTER_DISPLAY]: () => ({
      "text/markdown": text.replace(facts.dataset, `**${facts.dataset}**`),
      "text/plain": text,
      [FACTS_TYPE]: { datasets: [{ name: facts.dataset, digest: facts.sourceDigest }] },
    }),
  };
}

/**
 * Facts in one sentence.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(sentence({
 *   dataset: "hostel", source: "synthetic", sourceDigest: "",
 *   from: 0, to: 0, meters: 2, readings: 9, issues: 1, rejected: 0,
 * }), /^hostel \(synthetic\): 9 readings of 2 meters/);
 * ```
 */
export function sentence(facts: DatasetFacts): string {
  const { dataset, source, from, to, meters, readings, issues, rejected } = facts;
  return `${dataset} (${source}): ${counted(readings, "reading")} of ${
    counted(meters, "meter")
  }, ` +
    `${day(from)} to ${day(to)}; ${counted(issues, "issue")} found, ` +
    `${counted(rejected, "row")} rejected`;
}

function counted(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
