/** The webhooks of a store: whom to tell, and telling them. */

import { lookup } from "node:dns/promises";
import { setTimeout as wait } from "node:timers/promises";
import { type Subscriber, subscribersOf } from "../records/webhooks.ts";
import type { TrackingStore } from "../store.ts";
import { checkedAddresses, type TargetPolicy } from "./checked_addresses.ts";
import { deliver, type DeliveryOptions } from "./deliver.ts";
import { type EventName, exampleData, type RegistryEvent } from "./registry_event.ts";
import { signedRequest } from "./signed_request.ts";
import { webhookUrl } from "./webhook_rules.ts";
import { openWorkQueue } from "./work_queue.ts";

/** What {@link openWebhooks} takes. */
export interface WebhookOptions extends Partial<DeliveryOptions> {
  /** Told of deliveries that failed or were given up. Its text has no secret and no path of an address. */
  readonly onError?: (error: Error) => void;
  /**
   * Milliseconds that deliveries under way get when the webhooks are closed.
   * @default {5000}
   */
  readonly patience?: number;
}

/** What came of a test, in MLflow's JSON. */
export interface TestResult {
  readonly success: boolean;
  readonly response_status?: number;
  readonly response_body?: string;
  readonly error_message?: string;
}

/** Open webhooks; disposing of them waits a moment for the deliveries under way. */
export interface Webhooks extends AsyncDisposable {
  /** Refuses an address that a webhook may not have. */
  check(url: string): Promise<void>;
  /** Tells all who want to know of an event, behind the caller's back; never fails. */
  announce(event: RegistryEvent): void;
  /** Sends an example of an event to one receiver and tells what came of it. */
  test(subscriber: Subscriber, event: EventName): Promise<TestResult>;
}

// MLflow's own bounds, and a queue where it has none.
const workers = 10;
const longestQueue = 1000;
const defaults: DeliveryOptions = {
  schemes: ["https"],
  privateAddresses: false,
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map((one) => one.address),
  retries: 3,
  timeout: 30_000,
  // An aborted wait is over; whoever waits looks at the signal.
  pause: (ms, signal) => wait(ms, undefined, { signal }).catch(() => undefined),
};

/**
 * Opens the webhooks of a store. By default their addresses must be https and public.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * await using webhooks = openWebhooks(store);
 * await assert.rejects(webhooks.check("https://127.0.0.1/"), {
 *   message: "Webhook URL must not resolve to a non-public IP address. '127.0.0.1' resolves to 127.0.0.1.",
 * });
 * ```
 */
export function openWebhooks(store: TrackingStore, options: WebhookOptions = {}): Webhooks {
  const { onError = () => {}, patience = 5000, ...given } = options;
  const delivery: DeliveryOptions = { ...defaults, ...given };
  const queue = openWorkQueue({
    workers,
    longest: longestQueue,
    patience,
    onGivenUp: (count) =>
      onError(new Error(`Gave up ${count} webhook deliveries as the server stops`)),
  });

  async function send(to: Subscriber, event: RegistryEvent, signal: AbortSignal) {
    const facts = { deliveryId: store.randomId(), now: store.now(), secret: to.secret };
    return await deliver(to.url, signedRequest(event, facts), delivery, signal);
  }

  function queued(to: Subscriber, event: RegistryEvent): void {
    const what = `Cannot deliver ${event.name} to webhook "${to.name}"`;
    const taken = queue.add(async (signal) => {
      try {
        const { status } = await send(to, event, signal);
        if (!isTaken(status)) onError(new Error(`${what}: it answered ${status}`));
      } catch (cause) {
        onError(new Error(`${what}: ${textOf(cause)}`));
      }
    });
    if (!taken) onError(new Error(`${what}: ${longestQueue} deliveries wait already`));
  }

  return {
    check: (url) => checked(url, delivery),
    announce(event) {
      try {
        for (const subscriber of subscribersOf(store.database, event.name)) {
          queued(subscriber, event);
        }
      } catch (cause) {
        // What caused the event is committed and must not fail any more.
        onError(new Error(`Cannot announce ${event.name}: ${textOf(cause)}`));
      }
    },
    async test(subscriber, event) {
      try {
        const example = { name: event, data: exampleData[event] };
        const { signal } = new AbortController();
        const { status, text } = await send(subscriber, example, signal);
        return { success: isTaken(status), response_status: status, response_body: text };
      } catch (error) {
        return { success: false, error_message: `Failed to test webhook: ${textOf(error)}` };
      }
    },
    [Symbol.asyncDispose]: () => queue[Symbol.asyncDispose](),
  };
}

async function checked(text: string, policy: TargetPolicy): Promise<void> {
  const url = webhookUrl(text, policy.schemes);
  // Where private networks are allowed a host may be unknown yet, as in MLflow.
  if (!policy.privateAddresses) await checkedAddresses(url, policy);
}

/** A redirect, which is not followed, means that nobody was told. */
function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
