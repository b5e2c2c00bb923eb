/** How long to leave a server alone that is busy. */

/** Longest wait that a download is held up for. */
const LONGEST_MS = 60_000;

/**
 * Milliseconds until a busy server (429 or 503) may be asked again: what its `Retry-After`
 * says, else 1, 2, 4 … seconds by attempt; at most a minute.
 *
 * @param attempt How often it has been asked, from 1.
 * @returns `undefined` where asking again is of no use: the answer is another, or the wait longer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const busy = new Response("", { status: 429, headers: { "retry-after": "3" } });
 * assert.equal(retryWait(busy, 1), 3000);
 * assert.equal(retryWait(new Response("", { status: 404 }), 1), undefined);
 * ```
 */
export function retryWait({ status, headers }: Response, attempt: number): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const wait = askedFor(headers) ?? 1000 * 2 ** (attempt - 1);
  return wait <= LONGEST_MS ? wait : undefined;
}

/** `Retry-After` is seconds or a date; the date counts from the server's own clock. */
function askedFor(headers: Headers): number | undefined {
  const text = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(text)) return 1000 * Number(text);
  const wait = Date.parse(text) - Date.parse(headers.get("date") ?? "");
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
