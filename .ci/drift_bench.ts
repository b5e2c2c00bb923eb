/**
 * Times a drift report of one Parquet file against another: `deno task monitor --check` and
 * Evidently's `DataDriftPreset` with `save_html`, in turns, each a process of its own on the same
 * files, and prints a table in Markdown. Needs an Evidently in the Python that WATTBOOK_DRIFT_PYTHON
 * names.
 *
 * `deno task bench:drift`
 */
import { parseArgs } from "node:util";
import { openDatabase } from "../data/duckdb/mod.ts";

const PYTHON_VARIABLE = "WATTBOOK_DRIFT_PYTHON";
const NUMBERS = 20;
const TEXTS = 4;
const help =
  `Times drift reports of two tables of ${NUMBERS} columns of numbers and ${TEXTS} of texts
against Evidently's.

Usage: deno task bench:drift [-- --rows N --times N]

  --rows N   Rows of each table (default 1000000)
  --times N  Reports by each program, in turns; the median counts (default 3)
  --help     Show this text`;

/** A report by one program. */
interface Timed {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** Without start and imports, as the program itself measured it. */
  readonly ownSeconds: number;
  readonly htmlBytes: number;
}

type Report = (reference: string, current: string, folder: string) => Promise<Timed>;

/** Same bytes every time: what would be drawn at random is hashed. */
async function writeTable(file: string, rows: number, table: number): Promise<void> {
  const part = (seed: number) => `(hash(i, ${seed}, ${table}) % 1000000) / 1e6`;
  const numbers = Array.from(
    { length: NUMBERS },
    (_, j) => `(${[0, 1, 2].map((k) => part(3 * j + k)).join(" + ")}) * ${j + 1} AS n${j}`,
  );
  const texts = Array.from(
    { length: TEXTS },
    (_, j) => `'room ' || hash(i, ${1000 + j}, ${table}) % ${8 + j} AS t${j}`,
  );
  await using db = await openDatabase();
  await db.run(
    `COPY (SELECT ${[...numbers, ...texts].join(", ")} FROM range(${rows}) t(i)) TO '${file}'`,
  );
}

async function timed(
  html: string,
  [program, ...args]: readonly string[],
  env: Record<string, string>,
  ownSeconds: (output: string, errors: string) => number,
): Promise<Timed> {
  const begin = performance.now();
  const { code, stdout, stderr } = await new Deno.Command(program, { args, env }).output();
  const seconds = (performance.now() - begin) / 1000;
  const [output, errors] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (code !== 0) {
    throw new Error(`Cannot time "${program} ${args[0]}": it ended with ${code}\n${errors}`);
  }
  return {
    seconds,
    ownSeconds: ownSeconds(output, errors),
    htmlBytes: (await Deno.stat(html)).size,
  };
}

function ours(reference: string, current: string, folder: string): Promise<Timed> {
  const html = `${folder}/wattbook.html`;
  return timed(
    html,
    [Deno.execPath(), "task", "monitor", "--check", reference, current, "--html", html],
    { WATTBOOK_HOME: `${folder}/home` },
    (_, errors) =>
      [...errors.matchAll(/done in ([\d.]+) s/g)].reduce((sum, [, text]) => sum + Number(text), 0),
  );
}

function evidently(python: string): Report {
  const script = new URL("drift_bench.py", import.meta.url).pathname;
  return (reference, current, folder) => {
    const html = `${folder}/evidently.html`;
    return timed(
      html,
      [python, script, reference, current, html],
      { DO_NOT_TRACK: "1" },
      (output) => {
        const parts: Record<string, number> = JSON.parse(output.trim().split("\n").at(-1) ?? "");
        return Object.values(parts).reduce((sum, seconds) => sum + seconds, 0);
      },
    );
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function line(name: string, mine: number, theirs: number): string {
  const figures = [mine, theirs, theirs / mine].map((figure) => figure.toPrecision(3));
  return `| ${[name, ...figures].join(" | ")} |`;
}

async function run(python: string, rows: number, times: number): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const [reference, current] = ["reference", "current"].map((name) =>
      `${folder}/${name}.parquet`
    );
    await writeTable(reference, rows, 1);
    await writeTable(current, rows, 2);
    const programs: readonly Report[] = [ours, evidently(python)];
    const spent: Timed[][] = programs.map(() => []);
    for (let nth = 0; nth < times; nth++) {
      for (const [i, report] of programs.entries()) {
        spent[i].push(await report(reference, current, folder));
        console.error(`report ${nth + 1} of ${times}: ${spent[i][nth].seconds.toFixed(1)} s`);
      }
    }
    const figures = (of: (report: Timed) => number) =>
      spent.map((reports) => median(reports.map(of))) as [number, number];
    console.log(
      `Two tables of ${rows} rows, ${NUMBERS} columns of numbers and ${TEXTS} of texts\n`,
    );
    console.log("| what | Wattbook | Evidently | Evidently / Wattbook |");
    console.log("| --- | ---: | ---: | ---: |");
    console.log(line("whole command, s", ...figures(({ seconds }) => seconds)));
    console.log(line("without start and imports, s", ...figures(({ ownSeconds }) => ownSeconds)));
    console.log(line("HTML, kB", ...figures(({ htmlBytes }) => htmlBytes / 1000)));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      rows: { type: "string", default: "1000000" },
      times: { type: "string", default: "3" },
      help: { type: "boolean" },
    },
  });
  const python = Deno.env.get(PYTHON_VARIABLE);
  if (values.help) {
    console.log(help);
  } else if (python === undefined) {
    console.error(`Cannot time Evidently: set ${PYTHON_VARIABLE}, or run "deno task bench:drift"`);
    Deno.exit(1);
  } else {
    await run(python, Number(values.rows), Number(values.times));
  }
}
