/** Coming again where the server asks for it, a bounded number of times. */

/** How often and how patiently to come again. */
export interface RetryOptions {
  /** How often to come again at most. @default {3} */
  readonly retries?: number;
  /** Waits; rejects with the reason of the signal when it is aborted. @default A timer. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const COME_AGAIN = [429, 503];
/** Whoever asks for more is not waited for. */
const MAX_WAIT_MS = 60_000;

/**
 * Sends until the answer is no 429 or 503 with `Retry-After` in seconds, or patience ends; the
 * last answer counts.
 *
 * @param send Sends the request anew.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const answers = [new Response("", { status: 503, headers: { "retry-after": "2" } }), new Response("in")];
 * const waited: number[] = [];
 * const wait = (ms: number) => Promise.resolve(void waited.push(ms));
 * const response = await sendAgain(() => Promise.resolve(answers.shift()!), { wait });
 * assert.deepEqual([await response.text(), waited], ["in", [2000]]);
 * ```
 */
export async function sendAgain(
  send: () => Promise<Response>,
  { retries = 3, wait = waitByTimer }: RetryOptions = {},
  signal?: AbortSignal,
): Promise<Response> {
  for (let left = retries;; left--) {
    signal?.throwIfAborted();
    const response = await send();
    const ms = COME_AGAIN.includes(response.status) ? waitOf(response) : undefined;
    if (left <= 0 || ms === undefined || ms > MAX_WAIT_MS) return response;
    await response.body?.cancel();
    await wait(ms, signal);
  }
}

function waitOf(response: Response): number | undefined {
  const text = response.headers.get("retry-after") ?? "";
  return /^\d+$/.test(text) ? Number(text) * 1000 : undefined;
}

async function waitByTimer(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const abort = () => reject(signal?.reason);
  const timer = setTimeout(resolve, ms);
  signal?.addEventListener("abort", abort);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}
