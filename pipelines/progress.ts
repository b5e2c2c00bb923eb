/** Progress of long work in a terminal: a bar on a TTY, plain lines otherwise. */

/** Where progress is written and what it looks like. */
export interface ProgressOptions {
  /** Takes text as it should appear. */
  readonly write: (text: string) => void;
  /** Whether the text can be redrawn in place. */
  readonly isTerminal: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Runs named steps one after the other and shows how far each is. */
export interface Progress {
  /**
   * Runs `body`, shows its name, its progress and the time it took.
   *
   * @param body Receives a function to report the fraction done, 0 to 1.
   */
  step<T>(name: string, body: (report: (fraction: number) => void) => Promise<T> | T): Promise<T>;
  /** Shows one line. */
  note(text: string): void;
  /** Seconds of each finished step; a repeated name adds up. */
  readonly seconds: Readonly<Record<string, number>>;
}

const BAR_WIDTH = 24;
const REDRAW_MS = 100;
const PLAIN_LINE_MS = 5_000;

/**
 * Creates the progress display of one command.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const lines: string[] = [];
 * const progress = createProgress({ write: (t) => lines.push(t), isTerminal: false, now: () => 0 });
 * assert.equal(await progress.step("count", () => 3), 3);
 * assert.deepEqual(lines, ["count …\n", "count done in 0.0 s\n"]);
 * ```
 */
export function createProgress({ write, isTerminal, now }: ProgressOptions): Progress {
  const seconds: Record<string, number> = {};
  return {
    seconds,
    note: (text) => write(`${text}\n`),
    async step(name, body) {
      const started = now();
      let drawn = started;
      if (isTerminal) write(bar(name, 0));
      else write(`${name} …\n`);
      const report = (fraction: number) => {
        if (now() - drawn < (isTerminal ? REDRAW_MS : PLAIN_LINE_MS)) return;
        drawn = now();
        write(isTerminal ? `\r${bar(name, fraction)}` : `${name} ${percent(fraction)}\n`);
      };
      const result = await body(report);
      const took = (now() - started) / 1000;
      seconds[name] = (seconds[name] ?? 0) + took;
      const line = `${name} done in ${took.toFixed(1)} s`;
      write(isTerminal ? `\r${line.padEnd(name.length + BAR_WIDTH + 8)}\n` : `${line}\n`);
      return result;
    },
  };
}

function bar(name: string, fraction: number): string {
  const filled = Math.round(Math.min(Math.max(fraction, 0), 1) * BAR_WIDTH);
  return `${name} ${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${percent(fraction)}`;
}

function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`.padStart(5);
}
