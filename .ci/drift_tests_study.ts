/**
 * Shows what the drift tests say of the raw hourly readings of the Cambridge meters: their reference
 * is 2018 by months; ordinary are the months of 2019, changed those of the closure of 2020, which not
 * every building took part in. Reads WATTBOOK_DATA_MIRROR.
 * `deno run -A .ci/drift_tests_study.ts`
 */
import {
  buildReferenceProfile,
  driftReport,
  type DriftTestName,
  driftTests,
  type Matrix,
  matrix,
  selectRows,
} from "../models/mod.ts";
import { printText } from "./print_text.ts";

const HOUR_MS = 3_600_000;
const ORDINARY = { year: 2019, months: Array.from({ length: 12 }, (_, month) => month) };
const CLOSURE = { year: 2020, months: [3, 4, 5] };

/** The readings of a year, a meter a column and an hour a row, and the month of each row. */
interface Year {
  readonly x: Matrix;
  readonly months: readonly number[];
}

const root = `${
  Deno.env.get("WATTBOOK_DATA_MIRROR")
}/cambridge-estates/building_data/processed_data`;
const meters = [...Deno.readDirSync(root)].filter(({ isDirectory }) => isDirectory)
  .map(({ name }) => name).sort();

function readYear(year: number): Year {
  const start = Date.UTC(year, 0, 1);
  const rows = (Date.UTC(year + 1, 0, 1) - start) / HOUR_MS;
  const values = new Float32Array(rows * meters.length).fill(NaN);
  meters.forEach((meter, column) => {
    const text = Deno.readTextFileSync(`${root}/${meter}/electricity/${year}.csv`);
    for (const line of text.trim().split("\n").slice(1)) {
      const [time, kwh] = line.split(",");
      const row = (Date.parse(`${time.replace(" ", "T")}Z`) - start) / HOUR_MS;
      if (kwh !== "") values[row * meters.length + column] = Number(kwh);
    }
  });
  const months = Array.from(
    { length: rows },
    (_, row) => new Date(start + row * HOUR_MS).getUTCMonth(),
  );
  return { x: matrix(meters, values), months };
}

const reference = readYear(2018);
const profile = buildReferenceProfile(reference.x, reference.months);

/** Shares of the meters' months that drift, by the report's rule and by thresholds alone. */
function drifted(tests: readonly DriftTestName[], { year, months }: typeof ORDINARY): string[] {
  const { x, months: monthOf } = readYear(year);
  const columns = months.flatMap((month) => {
    const rows = monthOf.flatMap((other, row) => other === month ? [row] : []);
    return driftReport(profile, selectRows(x, rows), { tests }).columns;
  });
  const share = (count: number) => `${(100 * count / columns.length).toFixed(1)} %`;
  const exceeding = columns.filter(({ missing, severity }) => missing || severity > 1);
  return [share(columns.filter((column) => column.drifted).length), share(exceeding.length)];
}

const names = Object.keys(driftTests) as DriftTestName[];
const sets: readonly (readonly DriftTestName[])[] = [
  ...names.map((name) => [name]),
  ["psi", "kolmogorov_smirnov"],
  names,
];
printText("| tests | 2019 | thresholds alone | April to June 2020 | thresholds alone |\n");
printText("| --- | ---: | ---: | ---: | ---: |\n");
for (const tests of sets) {
  const cells = [ORDINARY, CLOSURE].flatMap((span) => drifted(tests, span));
  const title = tests.length === names.length ? "any of all" : tests.join(" or ");
  printText(`| ${[title, ...cells].join(" | ")} |\n`);
}
