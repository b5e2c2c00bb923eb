/** The progress of a pipeline as one list in a cell. */
import type { Progress } from "../../pipelines/mod.ts";
import { escapeHtml } from "../tables/mod.ts";
import { openCellDisplay } from "./cell_display.ts";
import type { ProgressPlace } from "./progress_bar.ts";

const REDRAW_MS = 100;

/**
 * A pipeline's progress as lines of one output: a step that runs with its share done, a step that is
 * done with its name alone. How long steps took is in `seconds` and not shown, so that a stored
 * output is the same each time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const shown: unknown[] = [];
 * const broadcast = (_: string, { data }: Record<string, unknown>) => {
 *   shown.push((data as Record<string, string>)["text/plain"]);
 *   return Promise.resolve();
 * };
 * const progress = stepList({ broadcast, newId: () => "a", now: () => 0 });
 * assert.equal(await progress.step("fit", () => 3), 3);
 * assert.equal(shown.at(-1), "✓ fit");
 * ```
 */
export function stepList({ broadcast, newId, now }: ProgressPlace): Progress {
  const display = openCellDisplay(broadcast, newId());
  const lines: string[] = [];
  const seconds: Record<string, number> = {};

  function show(): void {
    const text = lines.join("\n");
    display.show({
      "text/html": `<div style="white-space:pre-line">${escapeHtml(text)}</div>`,
      "text/plain": text,
    });
  }

  return {
    seconds,
    note(text) {
      lines.push(text);
      show();
    },
    async step(name, body) {
      const started = now();
      let drawn = started;
      const at = lines.push(`… ${name}`) - 1;
      show();
      const result = await body((fraction) => {
        if (now() - drawn < REDRAW_MS) return;
        drawn = now();
        lines[at] = `… ${name} ${Math.floor(100 * fraction)} %`;
        show();
      });
      seconds[name] = (seconds[name] ?? 0) + (now() - started) / 1000;
      lines[at] = `✓ ${name}`;
      show();
      await display.settled();
      return result;
    },
  };
}
