/** A version must not find clearly less than the one before. */

import type { ComparedFacts } from "../facts.ts";
import { atMost, type Finding, type Gate } from "../gate.ts";
import { type JudgedFigure, judgedFigures, type PromotionTerms } from "../terms.ts";

/** What lies beyond is rounding: as floats, 0.5 - 0.48 exceeds 0.02. */
const DECIMALS = 9;

/**
 * The gate `evaluation`: no judged figure is lower than that of the version before by more than the
 * margin. Only figures on the same rows can be compared; where the rows are others, that must have
 * been declared, and nothing is said about the figures.
 */
export const evaluation: Gate = {
  name: "evaluation",
  kind: "comparison",
  check({ candidate, holder }, terms) {
    const unknown = judgedFigures.filter((figure) => valueOf(candidate, figure) === undefined);
    if (unknown.length > 0) {
      return [{
        subject: "figures in evaluation.json",
        found: `no ${unknown.join(", ")}`,
        expected: judgedFigures.join(", "),
        passed: false,
      }];
    }
    if (holder === undefined) {
      return [{
        subject: "figures in evaluation.json",
        found: judgedFigures.length,
        expected: "any, as no version has the alias",
        passed: true,
      }];
    }
    const own = candidate.evaluation?.dataDigest;
    const before = holder.evaluation?.dataDigest;
    const subject = "digest of the judged rows";
    if (own !== undefined && own === before) {
      const same = { subject, found: own, expected: "as before", passed: true };
      return [same, ...falls(candidate, holder, terms)];
    }
    return [{
      subject,
      found: `${own ?? "not recorded"}: cannot be compared`,
      expected: terms.dataMayDiffer
        ? "other rows, as declared"
        : `${before ?? "none recorded"}, as version ${holder.version} has, or declared other rows`,
      passed: terms.dataMayDiffer,
    }];
  },
};

function falls(
  candidate: ComparedFacts,
  holder: ComparedFacts,
  { maxFall }: PromotionTerms,
): Finding[] {
  return judgedFigures.map((figure) => {
    const [own, before] = [candidate, holder].map((facts) => valueOf(facts, figure));
    const fall = own === undefined || before === undefined
      ? undefined
      : withoutRounding(before - own);
    return atMost(`fall of ${figure}`, fall, maxFall[figure]);
  });
}

function valueOf({ evaluation }: ComparedFacts, figure: JudgedFigure): number | undefined {
  return evaluation?.figures[figure];
}

function withoutRounding(difference: number): number {
  return Number(difference.toFixed(DECIMALS));
}
