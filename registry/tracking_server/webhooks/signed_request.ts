/** The request that tells a receiver of an event. */

import { createHmac } from "node:crypto";
import type { RegistryEvent } from "./registry_event.ts";

/** A body and the headers that go with it. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Writes an event in MLflow's form. With a secret it is signed, so that the receiver can tell who
 * sent it and when: version `v1`, base64 of the HMAC-SHA256 of `{delivery id}.{seconds}.{body}`.
 *
 * @param now Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const event = { name: "prompt.created", data: { name: "a" } } as const;
 * const { headers, body } = signedRequest(event, { deliveryId: "d-1", now: 1_700_000_000_123 });
 * assert.equal(headers["X-MLflow-Timestamp"], "1700000000");
 * assert.deepEqual(JSON.parse(body), {
 *   entity: "prompt",
 *   action: "created",
 *   timestamp: "2023-11-14T22:13:20.123+00:00",
 *   data: { name: "a" },
 * });
 * ```
 */
export function signedRequest(
  { name, data }: RegistryEvent,
  { deliveryId, now, secret }: { deliveryId: string; now: number; secret?: string | null },
): SignedRequest {
  const [entity, action] = name.split(".");
  const timestamp = new Date(now).toISOString().replace("Z", "+00:00");
  const body = JSON.stringify({ entity, action, timestamp, data });
  const seconds = String(Math.floor(now / 1000));
  const signature: Record<string, string> = secret
    ? { "X-MLflow-Signature": sign(secret, deliveryId, seconds, body) }
    : {};
  return {
    headers: {
      "Content-Type": "application/json",
      "X-MLflow-Delivery-Id": deliveryId,
      "X-MLflow-Timestamp": seconds,
      ...signature,
    },
    body,
  };
}

function sign(secret: string, ...parts: readonly string[]): string {
  return `v1,${createHmac("sha256", secret).update(parts.join(".")).digest("base64")}`;
}
