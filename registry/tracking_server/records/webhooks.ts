/** Webhooks as the database keeps them and the wire shows them. */

import type { ReadableDatabase } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import type { EventName } from "../webhooks/registry_event.ts";

/** A webhook in MLflow's JSON. Its secret is never part of it. */
export interface WebhookRecord {
  readonly webhook_id: string;
  readonly name: string;
  readonly description?: string;
  readonly url: string;
  readonly events: readonly { readonly entity: string; readonly action: string }[];
  readonly status: string;
  readonly creation_timestamp: number;
  readonly last_updated_timestamp: number;
}

/** Whom to tell, and how to sign. */
export interface Subscriber {
  readonly webhook_id: string;
  readonly name: string;
  readonly url: string;
  readonly secret: string | null;
}

/** A row of the table. */
export interface WebhookRow extends Subscriber {
  readonly description: string | null;
  /** A JSON list of names of events. */
  readonly events: string;
  readonly status: string;
  readonly creation_timestamp: number;
  readonly last_updated_timestamp: number;
}

/**
 * The row of a webhook.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => {
 *   assert.throws(() => requireWebhook(database, "w"), {
 *     message: "Webhook with ID w not found.",
 *   });
 * });
 * ```
 */
export function requireWebhook(database: ReadableDatabase, id: string): WebhookRow {
  const row = database.first<WebhookRow>("SELECT * FROM webhooks WHERE webhook_id = ?", id);
  if (row !== undefined) return row;
  throw new TrackingError("RESOURCE_DOES_NOT_EXIST", `Webhook with ID ${id} not found.`);
}

/**
 * Turns a row into what clients may see.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const row = { webhook_id: "w", name: "a", url: "https://a.example", secret: "s", status: "ACTIVE" };
 * const times = { creation_timestamp: 1, last_updated_timestamp: 2 };
 * const events = '["prompt.created"]';
 * const record = webhookRecord({ ...row, ...times, events, description: null });
 * assert.deepEqual(record.events, [{ entity: "PROMPT", action: "CREATED" }]);
 * assert.equal("secret" in record, false);
 * ```
 */
export function webhookRecord(row: WebhookRow): WebhookRecord {
  const { secret: _, events, description, ...shown } = row;
  return {
    ...shown,
    description: description ?? undefined,
    events: eventsOf({ events }).map((name) => {
      const [entity, action] = name.toUpperCase().split(".");
      return { entity, action };
    }),
  };
}

/**
 * The names of the events that a webhook is told of.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(eventsOf({ events: '["prompt.created"]' }), ["prompt.created"]);
 * ```
 */
export function eventsOf({ events }: Pick<WebhookRow, "events">): EventName[] {
  return JSON.parse(events);
}

/**
 * The active webhooks that want to be told of an event.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => {
 *   assert.deepEqual(subscribersOf(database, "prompt.created"), []);
 * });
 * ```
 */
export function subscribersOf(database: ReadableDatabase, event: EventName): Subscriber[] {
  return database.all<Subscriber>(
    `SELECT webhook_id, name, url, secret FROM webhooks
     WHERE status = 'ACTIVE' AND EXISTS (SELECT 1 FROM json_each(events) WHERE value = ?)
     ORDER BY rowid`,
    event,
  );
}
