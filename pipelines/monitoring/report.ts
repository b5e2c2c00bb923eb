/** What a report consists of, whatever it is about. */
import type { SectionResult, Verdict } from "./section.ts";

/** A section of a report as programs read it. */
export interface PlainSection {
  readonly title: string;
  /** `unknown` where it failed. */
  readonly verdict: Verdict;
  /** One sentence. */
  readonly summary: string;
  /** Why it failed; null where it did not. */
  readonly error: string | null;
  /** Plain JSON in snake case; null where it failed. */
  readonly figures: unknown;
}

/** A section of a report with what people look at. */
export interface SectionReport extends PlainSection, Pick<SectionResult, "tables" | "charts"> {}

/** A finished report. */
export interface Report {
  /** What it is about. */
  readonly title: string;
  /** What it was made of and when, by name. */
  readonly facts: Readonly<Record<string, string>>;
  /** Whether any section found drift; `unknown` where none could tell. */
  readonly verdict: Verdict;
  /** By name, in the order in which they are read. */
  readonly sections: Readonly<Record<string, SectionReport>>;
}

/** A report as programs read it: figures without what is made of them for people. */
export type PlainReport<R extends Report = Report> =
  & Omit<R, "title" | "facts" | "sections">
  & { readonly sections: Readonly<Record<string, PlainSection>> };

/** What a verdict is called. */
export const VERDICT_TEXT: Readonly<Record<Verdict, string>> = {
  drift: "Drift",
  no_drift: "No drift",
  unknown: "Cannot tell",
};

/**
 * The verdict of several: drift is drift of the whole, and what could not tell has no vote.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(overallVerdict(["unknown", "no_drift"]), "no_drift");
 * assert.equal(overallVerdict(["no_drift", "drift", "unknown"]), "drift");
 * assert.equal(overallVerdict([]), "unknown");
 * ```
 */
export function overallVerdict(verdicts: readonly Verdict[]): Verdict {
  return (["drift", "no_drift"] as const).find((verdict) => verdicts.includes(verdict)) ??
    "unknown";
}

/**
 * The exit code of a report, for schedulers: 1 when a section failed or none could tell, else 2 for
 * drift and 0 for none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(exitCode({ verdict: "drift", sections: {} }), 2);
 * assert.equal(exitCode({ verdict: "unknown", sections: {} }), 1);
 * ```
 */
export function exitCode({ verdict, sections }: Pick<Report, "verdict" | "sections">): number {
  const failed = Object.values(sections).some(({ error }) => error !== null);
  if (failed || verdict === "unknown") return 1;
  return verdict === "drift" ? 2 : 0;
}

/**
 * A report without what people look at.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const report = { title: "hostel", facts: {}, verdict: "no_drift", sections: {} } as const;
 * assert.deepEqual(plainReport(report), { verdict: "no_drift", sections: {} });
 * ```
 */
export function plainReport<R extends Report>(report: R): PlainReport<R> {
  const { title: _, facts: __, sections, ...rest } = report;
  const plain = Object.entries(sections).map(([name, section]) => {
    const { tables: _, charts: __, ...told } = section;
    return [name, told];
  });
  return { ...rest, sections: Object.fromEntries(plain) };
}
