/** Runs the sections of a report; one that fails does not take the others with it. */
import type { Progress } from "../progress.ts";
import type { SectionReport } from "./report.ts";
import type { SectionResult } from "./section.ts";

/** A question whose input is at hand. */
export interface AskedSection {
  readonly name: string;
  readonly title: string;
  compute(onProgress: (fraction: number) => void): Promise<SectionResult>;
}

/**
 * Asks one section after the other. Where one fails, its error stands in its place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createProgress } from "../progress.ts";
 * const progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });
 * const compute = () => Promise.reject(new RangeError("Cannot divide by zero"));
 * const { ratio } = await judgeSections([{ name: "ratio", title: "Ratio", compute }], progress);
 * assert.equal(ratio.error, "RangeError: Cannot divide by zero");
 * ```
 */
export async function judgeSections(
  sections: readonly AskedSection[],
  progress: Progress,
): Promise<Record<string, SectionReport>> {
  const judged: Record<string, SectionReport> = {};
  for (const section of sections) {
    const { name } = section;
    judged[name] = await progress.step(
      `monitor ${name}`,
      (onProgress) => judge(section, onProgress),
    );
    const { error } = judged[name];
    if (error !== null) progress.note(`Section ${name} failed: ${error}`);
  }
  return judged;
}

async function judge(
  { title, compute }: AskedSection,
  onProgress: (fraction: number) => void,
): Promise<SectionReport> {
  try {
    return { title, error: null, ...await compute(onProgress) };
  } catch (error) {
    return {
      title,
      verdict: "unknown",
      summary: "This section failed, so nothing is known of it",
      error: String(error),
      figures: null,
      tables: [],
      charts: [],
    };
  }
}
