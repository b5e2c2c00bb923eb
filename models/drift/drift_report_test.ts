import assert from "node:assert/strict";
import { type Matrix, matrix, selectRows } from "../matrix.ts";
import { random } from "../random.ts";
import { driftReport } from "./drift_report.ts";
import { buildReferenceProfile, type ReferenceProfile } from "./reference_profile.ts";

const COLUMNS = ["load", "spread", "hour", "season"];
const MONTH_ROWS = 720;

/** A month of hours: `factor` scales the load and its spread, `month` moves the season. */
function monthRows(month: number, factor = 1): number[] {
  const next = random(100 + month);
  return Array.from({ length: MONTH_ROWS }, (_, row) => [
    factor * (1 + next()),
    factor * next(),
    row % 24,
    Math.sin((2 * Math.PI * month) / 12) + 0.5 * next(),
  ]).flat();
}

const year = Array.from({ length: 12 }, (_, month) => monthRows(month)).flat();
const months = Int32Array.from(
  { length: 12 * MONTH_ROWS },
  (_, row) => Math.floor(row / MONTH_ROWS),
);
const profile = buildReferenceProfile(matrix(COLUMNS, year), months);

/** The columns `names` of `x`, missing throughout. */
function without(x: Matrix, names: readonly string[]): Matrix {
  const values = x.values.map((value, i) =>
    names.includes(COLUMNS[i % COLUMNS.length]) ? NaN : value
  );
  return { ...x, values };
}

Deno.test("driftReport() finds no drift in months like those of the reference", () => {
  let chance = 0;
  for (let month = 12; month < 24; month++) {
    const report = driftReport(profile, matrix(COLUMNS, monthRows(month)));
    assert.equal(report.drift, false, `${month}`);
    chance += report.drifted;
  }
  // Three standard deviations of twelve months: of 48 columns one or two may pass by chance.
  assert.ok(chance <= 2, `${chance}`);
});

Deno.test("driftReport() names the columns of a collapsed load, the worst first", () => {
  const report = driftReport(profile, matrix(COLUMNS, monthRows(15, 0.4)));
  const drifted = report.columns.filter((column) => column.drifted).map(({ column }) => column);
  assert.deepEqual(drifted, ["load", "spread"]);
  assert.deepEqual([report.drifted, report.share, report.drift], [2, 0.5, true]);
  assert.deepEqual(report.rules, ["columns_moved"]);
  assert.equal(report.rows, MONTH_ROWS);
  const severities = report.columns.map(({ severity }) => severity);
  assert.deepEqual(severities, severities.toSorted((a, b) => b - a));
  // The load was in [1, 2) and is in [0.4, 0.8): every cumulative share is apart.
  assert.equal(report.columns[0].tests.kolmogorov_smirnov?.score, 1);
});

Deno.test("driftReport() judges scores by the threshold, and that by the floor of so few rows", () => {
  const known: ReferenceProfile = {
    rows: 100,
    chunks: 6,
    chunkRows: 8,
    columns: [{
      column: "a",
      n: 100,
      median: 0.5,
      edges: [0],
      counts: [50, 50, 0],
      sketch: { values: [0, 1], below: [0, 50], upTo: [50, 100] },
      thresholds: { psi: 0.01, kolmogorov_smirnov: 0.2 },
      mostMissing: 0,
    }],
  };
  const report = driftReport(known, matrix(["a"], [0, 0, 0, 1]));
  const [{ tests, ...column }] = report.columns;
  const { psi: bins, kolmogorov_smirnov: ks } = tests;
  assert.ok(bins && ks);
  // Shares 1/2, 1/2 before and 3/4, 1/4 now. Floors: 7/9 + 1.645 sqrt(2/9) cubed for the one
  // degree of freedom of two bins, times 1/100 + 1/4, and 1.36 * sqrt(104 / 400).
  const p = [0.5, 0.5];
  const q = [0.75, 0.25];
  const psi = p.reduce((sum, share, i) => sum + (q[i] - share) * Math.log(q[i] / share), 0);
  const floors = [(7 / 9 + 1.645 * Math.sqrt(2 / 9)) ** 3 * 0.26, 1.36 * Math.sqrt(0.26)];
  assert.ok(Math.abs(bins.score - psi) < 1e-12);
  assert.ok(Math.abs(bins.floor - floors[0]) < 1e-12);
  assert.equal(ks.score, 0.25);
  assert.ok(Math.abs(ks.floor - floors[1]) < 1e-12);
  for (const { threshold, floor, drifted, pValue } of Object.values(tests)) {
    assert.equal(threshold, floor);
    assert.equal(drifted, false);
    assert.equal(pValue, null);
  }
  assert.deepEqual(column, {
    column: "a",
    missing: false,
    pValue: null,
    drifted: false,
    severity: Math.max(psi / bins.floor, 0.25 / ks.floor),
    referenceMedian: 0.5,
    currentMedian: 0,
  });
});

/** Six ordinary chunks of the values 0, 1 and 2 in each of `names`. */
function flatProfile(names: readonly string[]): ReferenceProfile {
  const values = Array.from(
    { length: 120 * names.length },
    (_, i) => Math.floor(i / names.length) % 3,
  );
  const chunks = Array.from({ length: 120 }, (_, row) => Math.floor(row / 20));
  return buildReferenceProfile(matrix(names, values), chunks);
}

Deno.test("driftReport() calls it drift from a quarter of the columns on", () => {
  for (const [names, share] of [["abcd", 0.25], ["abcde", 0.2]] as const) {
    const width = names.length;
    const known = flatProfile([...names]);
    const values = Array.from(
      { length: 120 * width },
      (_, i) => i % width === 0 ? 9 : Math.floor(i / width) % 3,
    );
    const report = driftReport(known, matrix([...names], values));
    assert.deepEqual([report.drifted, report.share, report.drift], [1, share, share === 0.25]);
    assert.ok(report.columns[0].severity >= 2);
  }
});

Deno.test("driftReport() calls it drift only where a column reaches twice its threshold", () => {
  const known = flatProfile(["a"]);
  const usual = Array.from({ length: 120 }, (_, row) => row % 3);
  const replaced = (rows: number) => usual.map((value, row) => row < rows ? 9 : value);
  const [mild, strong] = [21, 22].map((rows) => driftReport(known, matrix(["a"], replaced(rows))));
  assert.ok(mild.columns[0].severity > 1.9 && mild.columns[0].severity < 2);
  assert.ok(strong.columns[0].severity >= 2 && strong.columns[0].severity < 2.1);
  assert.deepEqual([mild.drifted, mild.drift], [1, false]);
  assert.deepEqual([strong.drifted, strong.drift], [1, true]);
});

Deno.test("driftReport() sees a column that goes missing, wholly or in part", () => {
  const month = matrix(COLUMNS, monthRows(14));
  const gone = driftReport(profile, without(month, ["season"])).columns[0];
  assert.deepEqual([gone.column, gone.missing], ["season", true]);
  assert.equal(gone.currentMedian, null);
  assert.ok(gone.tests.psi?.drifted && gone.tests.kolmogorov_smirnov?.score === 1);
  // Every third day without its hours: those that are left are spread as ever.
  const values = month.values.map((value, i) => i % 4 === 2 && i % 288 < 96 ? NaN : value);
  const [partly] = driftReport(profile, { ...month, values }).columns;
  assert.deepEqual([partly.column, partly.drifted, partly.missing], ["hour", true, false]);
  assert.equal(partly.tests.kolmogorov_smirnov?.score, 0);
});

Deno.test("driftReport() calls a single column that went missing drift, and says that rule", () => {
  const names = [..."abcdefgh"];
  const known = flatProfile(names);
  const lost = (rows: number) => {
    const values = Array.from({ length: 120 * names.length }, (_, i) => {
      const row = Math.floor(i / names.length);
      return i % names.length === 0 && row < rows ? NaN : row % 3;
    });
    const { share, rules, drift, columns } = driftReport(known, matrix(names, values));
    return { share, rules, drift, column: columns[0].column };
  };
  const gone = { share: 1 / 8, rules: ["column_went_missing"], drift: true, column: "a" };
  assert.deepEqual(lost(120), gone);
  assert.deepEqual(lost(60), gone);
  assert.deepEqual(lost(57), { ...gone, rules: [], drift: false });
});

Deno.test("driftReport() finds no drift where a column was and is missing", () => {
  const empty = buildReferenceProfile(matrix(["a"], new Float32Array(60).fill(NaN)), [
    ...Array.from({ length: 60 }, (_, row) => row % 6),
  ]);
  const still = driftReport(empty, matrix(["a"], new Float32Array(10).fill(NaN)));
  assert.equal(still.drifted, 0);
  assert.deepEqual(JSON.parse(JSON.stringify(still)), still);
  assert.deepEqual(still.rules, []);
  assert.equal(driftReport(empty, matrix(["a"], new Float32Array(10).fill(1))).drifted, 1);
});

/** Twelve months of `width` columns of noise, and a thirteenth. */
function noise(seed: number, width: number): { profile: ReferenceProfile; month: Matrix } {
  const next = random(seed);
  const columns = Array.from({ length: width }, (_, j) => `column_${j}`);
  const draw = (rows: number) =>
    matrix(columns, Array.from({ length: rows * width }, () => next() + next()));
  const chunks = Array.from({ length: 12 * 60 }, (_, row) => Math.floor(row / 60));
  return { profile: buildReferenceProfile(draw(12 * 60), chunks), month: draw(60) };
}

Deno.test("driftReport() calls few columns drifted where none of many has changed", () => {
  let reports = 0;
  for (let seed = 0; seed < 30; seed++) {
    const { profile, month } = noise(seed, 10);
    reports += driftReport(profile, month).drifted > 0 ? 1 : 0;
  }
  // A false finding in at most one report of twenty: 1.5 expected, and three deviations more.
  assert.ok(reports <= 5, `${reports} of 30`);
});

Deno.test("driftReport() asks more of one column among many than of one alone", () => {
  const { profile, month } = noise(7, 24);
  const usual = { mean: Math.cbrt(0.1), deviation: 0.05 };
  const known = (columns: number): ReferenceProfile => ({
    ...profile,
    columns: profile.columns.slice(0, columns).map((column) => ({
      ...column,
      thresholds: { psi: 0, kolmogorov_smirnov: 0 },
      chunkScores: { psi: usual, kolmogorov_smirnov: { ...usual, mean: 1 } },
    })),
  });
  const shifted = (columns: number) => {
    const values = month.values.filter((_, i) => i % 24 < columns)
      .map((value, i) => i % columns === 0 ? value + 0.3 : value);
    return driftReport(known(columns), matrix(month.columns.slice(0, columns), values));
  };
  const alone = shifted(1).columns[0];
  const psi = alone.tests.psi?.pValue ?? 1;
  assert.ok(alone.drifted && Math.abs((alone.pValue ?? 1) - 2 * psi) < 1e-15);
  const among = shifted(24).columns.find(({ column }) => column === "column_0");
  assert.ok(
    among && (among.pValue ?? 0) > 2 * psi && among.tests.psi?.score === alone.tests.psi?.score,
  );
});

Deno.test("driftReport() judges by the tests and the thresholds that it is asked for", () => {
  const month = matrix(COLUMNS, monthRows(15, 0.4));
  const [load] = driftReport(profile, month, { tests: ["wasserstein"] }).columns;
  assert.deepEqual(Object.keys(load.tests), ["wasserstein"]);
  assert.equal(
    load.severity,
    (load.tests.wasserstein?.score ?? 0) / (load.tests.wasserstein?.threshold ?? 1),
  );
  const known = { load: { psi: 99, kolmogorov_smirnov: 2 }, hour: { psi: -1 } };
  const asked = driftReport(profile, month, { thresholds: known });
  const find = (name: string) => asked.columns.find(({ column }) => column === name);
  assert.deepEqual([find("load")?.drifted, find("load")?.tests.psi?.threshold], [false, 99]);
  // However large its p-value.
  assert.equal(find("hour")?.drifted, true);
});

Deno.test("driftReport() reads a profile that knows fewer tests and no scores of chunks", () => {
  const older: ReferenceProfile = JSON.parse(JSON.stringify(profile), (key, value) => {
    if (key === "thresholds") {
      return { psi: value.psi, kolmogorov_smirnov: value.kolmogorov_smirnov };
    }
    return ["chunkScores", "deviation", "perValue"].includes(key) ? undefined : value;
  });
  const report = driftReport(older, matrix(COLUMNS, monthRows(15, 0.4)));
  assert.deepEqual([report.drifted, report.drift], [2, true]);
  assert.ok(report.columns.every(({ pValue }) => pValue === null));
  assert.throws(
    () => driftReport(older, matrix(COLUMNS, monthRows(15)), { tests: ["hellinger"] }),
    {
      name: "RangeError",
      message:
        'Cannot report drift by "hellinger" as the profile must have thresholds of at least ' +
        "one test and of every one: it has those of psi, kolmogorov_smirnov",
    },
  );
});

Deno.test("driftReport() refuses thresholds of columns that are not there, and no tests", () => {
  const month = matrix(COLUMNS, monthRows(15));
  assert.throws(() => driftReport(profile, month, { thresholds: { lod: { psi: 1 } } }), {
    name: "RangeError",
    message: 'Cannot report drift as thresholds must be of columns of the profile: got "lod"',
  });
  assert.throws(() => driftReport(profile, month, { tests: [] }), RangeError);
});

Deno.test("driftReport() does not depend on the order of the rows or on a trip through JSON", () => {
  const month = matrix(COLUMNS, monthRows(16, 0.9));
  const report = driftReport(profile, month);
  const backwards = Uint32Array.from({ length: MONTH_ROWS }, (_, row) => MONTH_ROWS - 1 - row);
  assert.deepEqual(driftReport(profile, selectRows(month, backwards)), report);
  assert.deepEqual(driftReport(JSON.parse(JSON.stringify(profile)), month), report);
  assert.deepEqual(month, matrix(COLUMNS, monthRows(16, 0.9)));
});

Deno.test("driftReport() refuses other columns, and fewer rows than half a chunk", () => {
  assert.throws(() => driftReport(profile, matrix(["load"], [1])), TypeError);
  const month = matrix(COLUMNS, monthRows(13));
  const first = (rows: number) =>
    selectRows(month, Uint32Array.from({ length: rows }, (_, i) => i));
  assert.equal(driftReport(profile, first(360)).rows, 360);
  for (const rows of [359, 0]) {
    assert.throws(() => driftReport(profile, first(rows)), {
      name: "RangeError",
      message: "Cannot report drift as a window must have at least half the 720 rows of " +
        `a reference chunk: current number is ${rows}`,
    });
  }
});
