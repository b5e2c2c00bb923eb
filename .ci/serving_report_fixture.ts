/** The tables of `serving_bench.ts`, in Markdown. */
import type { LoadOutcome } from "./http_load_fixture.ts";

/** Answers with status 200 a second. */
export function rateOf({ answers, seconds }: LoadOutcome): number {
  return (answers["200"] ?? 0) / seconds;
}

/** The head of a table of loads. */
export function head(): void {
  console.log("| load | rows a second | p50, ms | p95, ms | p99, ms | not answered |");
  console.log("| --- | --: | --: | --: | --: | --: |");
}

function line(name: string, ...figures: readonly (number | string)[]): void {
  const texts = figures.map((figure) =>
    typeof figure === "string" ? figure : figure >= 1000 ? figure.toFixed(0) : figure.toPrecision(3)
  );
  console.log(`| ${[name, ...texts].join(" | ")} |`);
}

/** A load, in a line of its table. */
export function outcomeLine(name: string, outcome: LoadOutcome, rows = 1): void {
  const { ok: { p50, p95, p99 }, answers } = outcome;
  const { "200": _, ...others } = answers;
  const refused = Object.entries(others).map(([status, count]) => `${count} × ${status}`).join();
  line(name, rateOf(outcome) * rows, p50, p95, p99, refused || "none");
}
