/** The most memory a process ever had. */

/**
 * The peak in mebibytes. Node and Deno count it in kibibytes, but Deno before 2.9.7 on macOS in
 * bytes; as a peak is never below what is resident now, the two cannot be mistaken.
 *
 * @param maxRss `process.resourceUsage().maxRSS`.
 * @param residentBytes `Deno.memoryUsage().rss` at the same time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(peakMemoryMb(2048, 1_000_000), 2);
 * ```
 */
export function peakMemoryMb(maxRss: number, residentBytes: number): number {
  const bytes = maxRss >= residentBytes ? maxRss : maxRss * 1024;
  return Math.round(bytes / 2 ** 20);
}
