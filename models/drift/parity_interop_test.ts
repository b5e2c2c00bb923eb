/**
 * The drift tests beside Evidently and NannyML, on the same values. Where a definition is the same,
 * so is the distance; elsewhere:
 *
 * | | Evidently | NannyML | ours |
 * | --- | --- | --- | --- |
 * | bins of numbers | Sturges' on reference and current together, so the reference's shares change with the window (more than 20 values; else a bin per value) | Doane's on the reference | deciles of the reference; up to 24 values a bin each |
 * | values beyond the bins | none: the bins reach over both | one more bin | the open first and last bin |
 * | empty bin in PSI | a share of 0.0001, or less | no PSI | half a value |
 * | missing values | left out, but counted in the shares | left out | a bin, or left out by KS, Wasserstein and Cramér-von Mises |
 * | Jensen-Shannon | natural logarithm: ours times √ln 2 | base 2 | base 2 |
 * | Wasserstein | over the reference's deviation, at least 0.001 | not scaled | over the deviation; by a sketch from 258 distinct values on |
 * | Kolmogorov-Smirnov | the p-value alone | by 10,000 even bins from 10,000 values on | by a sketch from 258 distinct values on |
 * | chi-square | p-value of the current counts, the reference's shares taken for certain | statistic of both (with Yates' correction for two categories) | that statistic times 1 / N + 1 / M |
 * | Cramér-von Mises | the p-value alone | none | the statistic times 1 / N + 1 / M |
 * | L-infinity | none | categories | the bins |
 * | limit | 0.1, or p of 0.05, whatever the size | mean ± 3 sd of the reference's chunks | mean + 3 sd of its chunks, each against the others, at least the no-change floor |
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { askScript } from "../ask_script_fixture.ts";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { columnSample } from "./column_sample.ts";
import { perDriftTest } from "./mod.ts";
import { pcaReconstruction } from "./multivariate/pca_reconstruction.ts";
import { referenceColumn } from "./reference_column.ts";

const PYTHON_VARIABLE = "WATTBOOK_DRIFT_PYTHON";
const mirror = Deno.env.get("WATTBOOK_DATA_MIRROR");
const setting = mirror ? "" : " (needs a folder with the Cambridge meters in WATTBOOK_DATA_MIRROR)";
const TOLERANCE = 1e-6;

interface Case {
  readonly reference: readonly number[];
  readonly current: readonly number[];
  readonly categories: boolean;
}

type Distances = Readonly<Record<string, number>>;

Deno.test("drift tests agree with Evidently and NannyML on numbers", async () => {
  const next = random(11);
  const draw = (count: number, shift: number) =>
    Array.from({ length: count }, () => next() + next() + shift);
  await assertAgree([
    { reference: draw(250, 0), current: draw(400, 0), categories: false },
    { reference: draw(250, 0), current: draw(90, 0.4), categories: false },
    { reference: draw(200, 0), current: draw(3000, 5), categories: false },
  ]);
});

Deno.test("drift tests agree with Evidently and NannyML on categories", async () => {
  const next = random(12);
  const draw = (count: number, kinds: number, power: number) =>
    Array.from({ length: count }, () => Math.floor(kinds * next() ** power));
  await assertAgree([
    { reference: draw(3000, 4, 1), current: draw(700, 4, 1), categories: true },
    { reference: draw(3000, 12, 1), current: draw(700, 12, 2), categories: true },
    { reference: draw(500, 24, 1.5), current: draw(9000, 24, 1), categories: true },
  ]);
});

Deno.test("pcaReconstruction agrees with NannyML", async () => {
  const next = random(13);
  const names = ["a", "b", "c", "d", "e"];
  /** Two sources behind five columns; float32, as matrices are. */
  const rows = (count: number, sign: number) =>
    Array.from({ length: count }, () => {
      const [one, two] = [next() + next(), next()];
      const mixed = [one, sign * one + next(), two, two - one + next() / 2, next()];
      return mixed.map((value) => Math.fround(10 * value));
    });
  const [reference, ...windows] = [rows(2000, 1), rows(500, 1), rows(300, -1)];
  const learnt = await pcaReconstruction.learn(matrix(names, reference.flat()), { seed: 7 });
  const theirs = await distancesInPython(
    windows.map((current) => ({ reference, current, categories: "rows" })),
  );
  for (const [i, current] of windows.entries()) {
    const ours = await learnt.compute(matrix(names, current.flat()));
    const expected = theirs[i].nannyml.reconstruction_error;
    assert.ok(Math.abs(ours - expected) < TOLERANCE, `${ours} instead of ${expected}`);
  }
});

Deno.test({
  name: `drift tests agree with Evidently and NannyML on a Cambridge meter${setting}`,
  ignore: !mirror,
  async fn() {
    const [reference, current] = await Promise.all([2019, 2020].map(readYear));
    // Rounded to 0.1 kWh upstream: few enough values for the sketch to hold each.
    assert.ok(new Set(reference).size <= 257);
    // Whole kWh from below 2 to 9 or more: 2020 has each, as an empty bin is another matter in PSI.
    const steps = (values: readonly number[]) =>
      values.map((kwh) => Math.min(9, Math.max(1, Math.floor(kwh))));
    await assertAgree([
      { reference, current, categories: false },
      { reference: steps(reference), current: steps(current), categories: true },
    ]);
  },
});

async function readYear(year: number): Promise<number[]> {
  const meter = "building_data/processed_data/UCam_Building_b48/electricity";
  const path = join(mirror ?? "", "cambridge-estates", meter, `${year}.csv`);
  const lines = (await Deno.readTextFile(path)).trim().split("\n").slice(1);
  return lines.map((line) => Number(line.split(",")[1])).filter((kwh) => Number.isFinite(kwh));
}

/** What the peers' figures are, by ours. */
function inTheirWords({ reference, current, categories }: Case) {
  const column = referenceColumn("x", Float64Array.from(reference));
  const sample = columnSample(Float64Array.from(current));
  const ours = perDriftTest((test) => test.compute(column, sample));
  const evidently: Distances = categories
    ? {
      psi: ours.psi,
      jensenshannon: ours.jensen_shannon * Math.sqrt(Math.LN2),
      hellinger: ours.hellinger,
    }
    : { wasserstein: ours.wasserstein };
  const nannyml: Distances = categories
    ? {
      jensen_shannon: ours.jensen_shannon,
      hellinger: ours.hellinger,
      chi2: ours.chi_square / (1 / reference.length + 1 / current.length),
      l_infinity: ours.l_infinity,
    }
    : {
      kolmogorov_smirnov: ours.kolmogorov_smirnov,
      wasserstein: ours.wasserstein * (column.deviation ?? 1),
    };
  return { evidently, nannyml };
}

async function assertAgree(cases: readonly Case[]): Promise<void> {
  const theirs = await distancesInPython(cases);
  assert.equal(theirs.length, cases.length);
  cases.forEach((one, i) => {
    for (const [peer, ours] of Object.entries(inTheirWords(one))) {
      const expected = theirs[i][peer];
      assert.deepEqual(Object.keys(expected), Object.keys(ours));
      for (const [name, value] of Object.entries(expected)) {
        const difference = Math.abs(ours[name] - value) / Math.max(1, Math.abs(value));
        assert.ok(difference < TOLERANCE, `${peer} ${i}: ${name} ${ours[name]} for ${value}`);
      }
    }
  });
}

function distancesInPython(cases: readonly unknown[]): Promise<Record<string, Distances>[]> {
  const python = Deno.env.get(PYTHON_VARIABLE);
  assert.ok(python, `Cannot run this test as ${PYTHON_VARIABLE} must be the path of a Python`);
  return askScript(python, new URL("./drift_peers.py", import.meta.url), cases);
}
