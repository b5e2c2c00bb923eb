/** Answers without what differs between two servers: ids, times and the order of Python's sets. */

/** What was kept of earlier answers, by name. */
export type Kept = ReadonlyMap<string, string>;

// Requests of the corpus carry earlier times; what is later was read off a clock.
const firstClockTime = 1_735_689_600_000;

/**
 * Replaces what was kept by its name in angle brackets, times of the clock by `<time>`, and orders
 * the members of sets in messages, which Python shows in a random order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const answer = { id: "0123456789abcdef", at: 1_800_000_000_000, message: "one of {'b', 'a'}" };
 * assert.deepEqual(normalForm(answer, new Map([["run", "0123456789abcdef"]])), {
 *   id: "<run>",
 *   at: "<time>",
 *   message: "one of {'a', 'b'}",
 * });
 * ```
 */
export function normalForm(value: unknown, kept: Kept): unknown {
  if (typeof value === "string") return normalText(value, kept);
  if (typeof value === "number" && value >= firstClockTime && value < 1e14) return "<time>";
  if (Array.isArray(value)) return value.map((item) => normalForm(item, kept));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, normalForm(item, kept)]),
  );
}

function normalText(text: string, kept: Kept): string {
  const named = [...kept].reduce(
    (done, [name, value]) => isTelling(value) ? done.replaceAll(value, `<${name}>`) : done,
    text,
  );
  return named.replace(
    /\{('[^'{}]*'(?:, '[^'{}]*')+)\}/g,
    (_, members: string) => `{${members.split(", ").sort().join(", ")}}`,
  );
}

/** Short values, such as the ids of experiments, count up alike on every server. */
function isTelling(value: string): boolean {
  return value.length >= 10;
}
