import assert from "node:assert/strict";
import { CANDIDATE, GOOD, withCandidate } from "../facts_fixture.ts";
import { defaultTerms, type JudgedFigure, judgedFigures, sameMargin } from "../terms.ts";
import { evaluation } from "./evaluation.ts";

const before = CANDIDATE.evaluation!;

function withFigures(
  figures: Partial<Record<JudgedFigure, number>>,
  dataDigest = before.dataDigest,
) {
  return withCandidate({ evaluation: { dataDigest, figures: { ...before.figures, ...figures } } });
}

Deno.test("evaluation passes a fall as large as the margin and refuses a larger one, by figure", () => {
  for (const figure of judgedFigures) {
    const value = before.figures[figure]!;
    // As floats, some of these differences exceed 0.02 by rounding.
    for (const [fall, passed] of [[0.02, true], [0.0201, false], [-0.5, true]] as const) {
      const finding = evaluation.check(withFigures({ [figure]: value - fall }), defaultTerms)
        .find(({ subject }) => subject === `fall of ${figure}`);
      assert.deepEqual(finding, {
        subject: `fall of ${figure}`,
        found: fall,
        expected: "at most 0.02",
        passed,
      });
    }
  }
});

Deno.test("evaluation has a margin for each figure", () => {
  const terms = { ...defaultTerms, maxFall: { ...sameMargin(0), event_recall: 0.25 } };
  const findings = evaluation.check(withFigures({ event_recall: 0.5, event_f1: 0.59 }), terms);
  assert.deepEqual(findings.filter(({ passed }) => !passed).map(({ subject }) => subject), [
    "fall of event_f1",
  ]);
});

Deno.test("evaluation does not compare figures on other rows, and refuses unless that is declared", () => {
  const other = withFigures({ event_f1: 0.1 }, "0".repeat(64));
  const [finding, ...more] = evaluation.check(other, defaultTerms);
  assert.deepEqual(more, []);
  assert.deepEqual(finding, {
    subject: "digest of the judged rows",
    found: `${"0".repeat(64)}: cannot be compared`,
    expected: `${before.dataDigest}, as version 1 has, or declared other rows`,
    passed: false,
  });
  assert.deepEqual(
    evaluation.check(other, { ...defaultTerms, dataMayDiffer: true }).map(({ passed }) => passed),
    [true],
  );
});

Deno.test("evaluation does not take two digests that are not there for the same", () => {
  const nobody = { figures: before.figures };
  const facts = {
    candidate: { ...CANDIDATE, evaluation: nobody },
    holder: { version: "1", evaluation: nobody },
  };
  assert.deepEqual(
    evaluation.check(facts, defaultTerms).map(({ found, passed }) => [found, passed]),
    [
      ["not recorded: cannot be compared", false],
    ],
  );
});

Deno.test("evaluation compares on the same rows also where others were allowed", () => {
  const worse = withFigures({ event_f1: 0.1 });
  const findings = evaluation.check(worse, { ...defaultTerms, dataMayDiffer: true });
  assert.deepEqual(findings.filter(({ passed }) => !passed), [
    { subject: "fall of event_f1", found: 0.5, expected: "at most 0.02", passed: false },
  ]);
});

Deno.test("evaluation wants every judged figure, also of the first version", () => {
  const figures = { ...before.figures, event_f1: undefined };
  const candidate = { ...CANDIDATE, evaluation: { ...before, figures } };
  for (const facts of [{ candidate }, { ...GOOD, candidate }]) {
    assert.deepEqual(evaluation.check(facts, defaultTerms), [{
      subject: "figures in evaluation.json",
      found: "no event_f1",
      expected: "event_precision, event_recall, event_f1, average_precision",
      passed: false,
    }]);
  }
});
