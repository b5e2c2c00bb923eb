/** Answers without what differs between two servers: ids, times and the order of Python's sets. */

import { isRecord } from "../requests/parameters.ts";

/** What was kept of earlier answers, by name. */
export type Kept = ReadonlyMap<string, string>;

// Requests of the corpus carry earlier times; what is later was read off a clock.
const firstClockTime = 1_735_689_600_000;

// An id of hexadecimal digits, a name such as "polite-hen-640", a time of the clock, or a
// temporary directory.
const randomText =
  /\b[0-9a-f]{32}\b|\b[a-z]+-[a-z]+-\d{1,3}\b|\b1[78]\d{11}\b|(?<=\/tmp\/)[^\s/:]+/g;

/**
 * Replaces what was kept by its name in angle brackets, other random ids and names by `<random>`
 * and times of the clock by `<time>`. Orders pairs by key, and the members of sets in messages,
 * which Python shows in a random order.
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
  if (Array.isArray(value)) return byKey(value.map((item) => normalForm(item, kept)));
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
  return named.replace(randomText, "<random>").replace(
    /\{('[^'{}]*'(?:, '[^'{}]*')+)\}/g,
    (_, members: string) => `{${members.split(", ").sort().join(", ")}}`,
  );
}

/** Tags, parameters, metrics and aliases are kept in no order of their own. */
function byKey(items: unknown[]): unknown[] {
  const key = (item: unknown) => isRecord(item) ? String(item.key ?? item.alias ?? "") : "";
  return items.sort((a, b) => key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

/** Short values, such as the ids of experiments, count up alike on every server. */
function isTelling(value: string): boolean {
  return value.length >= 10;
}
