/** Telling a receiver of an event until it listens. */

import { checkedAddresses, PrivateAddressError, type TargetPolicy } from "./checked_addresses.ts";
import { postTo, type ReceiverAnswer } from "./post_to.ts";
import type { SignedRequest } from "./signed_request.ts";
import { webhookUrl } from "./webhook_rules.ts";

/** How often and how patiently. */
export interface DeliveryOptions extends TargetPolicy {
  /** Attempts after the first one. */
  readonly retries: number;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** Waits some milliseconds, or less when the signal says so. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

const passing = [429, 500, 502, 503, 504];

/** Longest time between two attempts, whatever the receiver asks for. */
const longestPause = 60_000;

/**
 * Sends a request to a webhook's address. A receiver that is overloaded or broken (429, 500, 502,
 * 503, 504) or cannot be reached is asked again after 1, 2, 4, … seconds, or as its `Retry-After`
 * says. Where its host lies is found out and checked anew for each attempt.
 *
 * @returns The last answer.
 * @throws {PrivateAddressError} When the host lies inside where it must not.
 * @throws What the last attempt failed with when it got no answer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const statuses = [503, 200];
 * await using server = Deno.serve(
 *   { port: 0, hostname: "127.0.0.1", onListen() {} },
 *   () => new Response(null, { status: statuses.shift() }),
 * );
 * const pauses: number[] = [];
 * const options = {
 *   schemes: ["http"],
 *   privateAddresses: true,
 *   resolve: () => Promise.resolve(["127.0.0.1"]),
 *   retries: 3,
 *   timeout: 10_000,
 *   pause: (ms: number) => Promise.resolve(void pauses.push(ms)),
 * };
 * const url = `http://hooks.example:${server.addr.port}/`;
 * const { signal } = new AbortController();
 * assert.equal((await deliver(url, { headers: {}, body: "{}" }, options, signal)).status, 200);
 * assert.deepEqual(pauses, [1000]);
 * ```
 */
export async function deliver(
  target: string,
  request: SignedRequest,
  options: DeliveryOptions,
  signal: AbortSignal,
): Promise<ReceiverAnswer> {
  // Checked again: the options may have become stricter since the webhook was made.
  const url = webhookUrl(target, options.schemes);
  for (let attempt = 0;; attempt++) {
    const isLast = attempt === options.retries;
    const answer = await attempted(url, request, options, signal);
    if (answer instanceof Error) {
      if (isLast || signal.aborted) throw answer;
    } else if (isLast || !passing.includes(answer.status)) return answer;
    const asked = answer instanceof Error ? undefined : answer.retryAfter;
    await options.pause(pauseAfter(attempt, asked), signal);
    if (signal.aborted) throw new Error("Cannot deliver: the server is stopping");
  }
}

/** One attempt; what may pass by itself, such as a name that is not found, is given back. */
async function attempted(
  url: URL,
  request: SignedRequest,
  options: DeliveryOptions,
  signal: AbortSignal,
): Promise<ReceiverAnswer | Error> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), options.timeout);
  const until = AbortSignal.any([signal, late.signal]);
  try {
    const addresses = await unlessAborted(checkedAddresses(url, options), until);
    return await postTo(url, addresses, request, until);
  } catch (error) {
    if (error instanceof PrivateAddressError) throw error;
    if (late.signal.aborted) {
      return new Error(`Cannot deliver: no answer within ${options.timeout} ms`);
    }
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Looking up a name cannot be broken off, but need not be waited for. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  if (signal.aborted) reject(signal.reason);
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  work.then(resolve, reject);
  return promise;
}

function pauseAfter(attempt: number, retryAfter: string | undefined): number {
  const asked = /^\d{1,6}$/.test(retryAfter ?? "") ? Number(retryAfter) : 2 ** attempt;
  return Math.min(asked * 1000, longestPause);
}
