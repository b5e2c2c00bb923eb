/** Rules of alarms on the command line. */
import { aggregateAlarms, type AlarmRule } from "../../models/mod.ts";
import { UsageError } from "../command.ts";

const NAMES = ["least", "window", "hold", "suppress"] as const;

/**
 * Reads a rule of alarms such as `least=2,window=3,suppress=24`, numbers in hours.
 *
 * @returns Every number, with the default of each that is not given.
 * @throws {UsageError} When a name is unknown or given twice, or a number out of its range.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rule = parseAlarms("least=2,window=3");
 * assert.deepEqual(rule, { least: 2, window: 3, hold: 0, suppress: 0 });
 * ```
 */
export function parseAlarms(text: string): Required<AlarmRule> {
  const pairs = text.split(",").map((pair) => /^\s*(\w+)=(\d+)\s*$/.exec(pair)?.slice(1) ?? []);
  const given = Object.fromEntries(pairs);
  const known = pairs.every(([name]) => NAMES.some((other) => other === name));
  if (!known || Object.keys(given).length < pairs.length) throw unreadable(text);
  const { least = 1, window = 1, hold = 0, suppress = 0 } = given;
  const rule = {
    least: Number(least),
    window: Number(window),
    hold: Number(hold),
    suppress: Number(suppress),
  };
  try {
    aggregateAlarms({ meterId: [], ts: new Float64Array(), label: new Uint8Array() }, rule, 1);
  } catch (cause) {
    throw unreadable(text, cause);
  }
  return rule;
}

function unreadable(text: string, cause?: unknown): UsageError {
  return new UsageError(
    `Cannot read --alarms: expected whole numbers for ${
      NAMES.join(", ")
    } such as least=2,window=3,suppress=24, got "${text}"`,
    { cause },
  );
}
