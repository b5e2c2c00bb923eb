/** What a tuning has chosen, and whether the choice holds on meters it never saw. */
import { bootstrapIntervals } from "../../models/mod.ts";
import { markdownTable } from "../evaluation/report_table.ts";
import { bestTrial, type Trial, trialText } from "./trial.ts";

/** Mean average precision over the meters of a group; `null` where a fit was refused. */
export interface Compared {
  readonly default: number | null;
  readonly chosen: number;
}

/** The choice for one detector. */
export interface DetectorChoice {
  /** Options of the best trial on the validation meters; none where the defaults are best. */
  readonly options: Trial["options"];
  readonly trials: number;
  readonly validation: Compared;
  /** Absent where the search was broken off, as the test meters are judged in the end only. */
  readonly test?: ComparedOnTest;
}

/** Both sides on the test meters. */
export interface ComparedOnTest extends Compared {
  /** Chosen minus default. */
  readonly difference: number | null;
  /** 95 % interval of the difference with other meters of the kind. */
  readonly difference_ci: readonly [number, number] | null;
}

/** Choices by detector. */
export type Choices = Readonly<Record<string, DetectorChoice>>;

/** Average precision of each test meter with the default and with the chosen options. */
export interface TestFigures {
  /** `null` where the fit was refused. */
  readonly default: readonly number[] | null;
  readonly chosen: readonly number[];
}

/**
 * The best trial of each detector by the validation meters alone; one without any that could be
 * fitted is left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const trial = { detector: "pca", options: {}, share: 1, value: 0.25, seconds: 1 } as const;
 * const better = { ...trial, options: { keep: 0.5 }, value: 0.5 };
 * const { pca } = chooseOptions([trial, better]);
 * assert.deepEqual([pca.options, pca.validation], [{ keep: 0.5 }, { default: 0.25, chosen: 0.5 }]);
 * ```
 */
export function chooseOptions(trials: readonly Trial[]): Choices {
  const names = [...new Set(trials.map(({ detector }) => detector))];
  return Object.fromEntries(names.flatMap((name) => {
    const own = trials.filter(({ detector }) => detector === name);
    const best = bestTrial(own);
    if (best?.value == null) return [];
    const validation = { default: own[0].value, chosen: best.value };
    return [[name, { options: best.options, trials: own.length, validation }]];
  }));
}

/**
 * Both sides on the test meters, compared within each meter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const compared = compareOnTest({ default: [0.25, 0.5], chosen: [0.5, 0.75] }, 1);
 * assert.deepEqual([compared.difference, compared.difference_ci], [0.25, [0.25, 0.25]]);
 * ```
 */
export function compareOnTest(figures: TestFigures, seed: number): ComparedOnTest {
  const chosen = mean(figures.chosen);
  if (figures.default === null) {
    return { default: null, chosen, difference: null, difference_ci: null };
  }
  const before = figures.default;
  const differences = figures.chosen.map((value, i) => value - before[i]);
  const { difference } = bootstrapIntervals(
    differences,
    (drawn) => ({ difference: mean(drawn) }),
    { seed },
  );
  return {
    default: mean(before),
    chosen,
    difference: mean(differences),
    difference_ci: difference,
  };
}

/**
 * Choices as a Markdown table, the best on the validation meters first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const validation = { default: 0.2, chosen: 0.5 };
 * const text = tuningTable({ pca: { options: { keep: 0.5 }, trials: 2, validation } });
 * assert.match(text, /\| pca keep=0\.5 +\| +2 \| +0\.200 \| +0\.500 \|$/);
 * ```
 */
export function tuningTable(choices: Choices): string {
  const sorted = Object.entries(choices)
    .sort(([, a], [, b]) => b.validation.chosen - a.validation.chosen);
  const isJudged = sorted.some(([, { test }]) => test !== undefined);
  const digits = (value: number | null) => value?.toFixed(3) ?? "–";
  return markdownTable(
    [
      "chosen options",
      "trials",
      "validation: default",
      "chosen",
      ...(isJudged ? ["test: default", "chosen", "difference"] : []),
    ],
    sorted.map(([name, { options, trials, validation, test }]) => [
      trialText({ detector: name as Trial["detector"], options, share: 1 }),
      String(trials),
      digits(validation.default),
      digits(validation.chosen),
      ...(test === undefined ? [] : [
        digits(test.default),
        digits(test.chosen),
        test.difference_ci === null
          ? "–"
          : `${digits(test.difference)} (${test.difference_ci.map(digits).join(" to ")})`,
      ]),
    ]),
  );
}

/**
 * The figures of choices as metrics, `<detector>.<group>_<default or chosen>`; one without a value
 * is left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const choice = { options: {}, trials: 1, validation: { default: null, chosen: 0.5 } };
 * assert.deepEqual(choiceMetrics({ pca: choice }), { "pca.validation_chosen": 0.5 });
 * ```
 */
export function choiceMetrics(
  choices: Readonly<Record<string, Pick<DetectorChoice, "validation" | "test">>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([name, { validation, test }]) =>
      Object.entries({
        validation_default: validation.default,
        validation_chosen: validation.chosen,
        test_default: test?.default,
        test_chosen: test?.chosen,
        test_difference: test?.difference,
      }).flatMap(([figure, value]) => value == null ? [] : [[`${name}.${figure}`, value] as const])
    ),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
