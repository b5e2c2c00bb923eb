/** `/webhooks…`: whom to tell of what happens in the registry. */

import type { Database } from "../database.ts";
import { enumeration } from "../requests/enumeration.ts";
import {
  integer,
  listOf,
  missing,
  objectOf,
  type Parameter,
  readParameters,
  required,
  requiredText,
  text,
  type Values,
} from "../requests/parameters.ts";
import { orAbsent } from "../records/pairs.ts";
import { eventsOf, requireWebhook, webhookRecord, type WebhookRow } from "../records/webhooks.ts";
import { readPage } from "../search/page.ts";
import { TrackingError } from "../tracking_error.ts";
import type { Webhooks } from "../webhooks/open_webhooks.ts";
import { eventActions, eventEntities, type EventName } from "../webhooks/registry_event.ts";
import { eventName, requireWebhookName } from "../webhooks/webhook_rules.ts";
import { defineRoute, defineWrite } from "./define.ts";
import type { Route } from "./route.ts";

const path = "webhooks";
const onePath = `${path}/:webhook_id`;
const eventShape = {
  entity: enumeration(eventEntities),
  action: enumeration(eventActions),
};
const status = enumeration(["ACTIVE", "DISABLED"]);
const one = { webhook_id: requiredText };
const creation = {
  name: requiredText,
  url: requiredText,
  events: required(listOf(eventShape)),
  description: text,
  secret: text,
  status,
};
const change = { ...creation, ...one, name: text, url: text, events: listOf(eventShape) };

const list = defineRoute({
  method: "GET",
  path,
  parameters: { max_results: integer, page_token: text },
  answer({ database }, { max_results, page_token }) {
    const size = Number(max_results || 100);
    if (size < 1 || size > 1000) throw refusal("max_results must be between 1 and 1000.");
    const { items, nextPageToken } = readPage(
      { size, token: page_token },
      (limit, offset) =>
        database.all<WebhookRow>(
          "SELECT * FROM webhooks ORDER BY creation_timestamp DESC, rowid DESC LIMIT ? OFFSET ?",
          ...[limit, offset],
        ),
    );
    return { webhooks: orAbsent(items.map(webhookRecord)), next_page_token: nextPageToken };
  },
});

const get = defineRoute({
  method: "GET",
  path: onePath,
  parameters: one,
  answer: ({ database }, { webhook_id }) => shown(database, webhook_id),
});

const remove = defineWrite({
  method: "DELETE",
  path: onePath,
  parameters: one,
  answer({ database }, { webhook_id }) {
    requireWebhook(database, webhook_id);
    database.run("DELETE FROM webhooks WHERE webhook_id = ?", webhook_id);
    return {};
  },
});

/**
 * The endpoints of webhooks. Those that take an address ask `webhooks` whether it may be one, which
 * takes a look at the network and so comes before their transaction.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * import { openWebhooks } from "../webhooks/open_webhooks.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * await using webhooks = openWebhooks(store);
 * const paths = webhookRoutes(webhooks).map(({ method, path }) => `${method} ${path}`);
 * assert.equal(paths.includes("POST webhooks/:webhook_id/test"), true);
 * ```
 */
export function webhookRoutes(webhooks: Webhooks): readonly Route[] {
  const create: Route = {
    method: "POST",
    path,
    parameters: creation,
    async answer(store, json) {
      const { name, url, events, description, secret, status } = readParameters(creation, json);
      requireWebhookName(name);
      await webhooks.check(url);
      const names = requireEvents(events);
      const [id, now] = [store.randomId(), store.now()];
      store.database.run(
        "INSERT INTO webhooks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ...[id, name, description || null, url, names, secret || null, status ?? "ACTIVE"],
        ...[now, now],
      );
      return shown(store.database, id);
    },
  };
  const update: Route = {
    method: "PATCH",
    path: onePath,
    parameters: change,
    async answer({ database, now }, json) {
      const { webhook_id, name, url, events, ...rest } = readParameters(change, json);
      requireWebhook(database, webhook_id);
      if (name) requireWebhookName(name);
      if (url) await webhooks.check(url);
      const names = events.length > 0 ? requireEvents(events) : null;
      // What is absent or empty stays as it is, as MLflow has it.
      const { changes } = database.run(
        `UPDATE webhooks SET name = coalesce(?, name), url = coalesce(?, url),
           events = coalesce(?, events), description = coalesce(?, description),
           secret = coalesce(?, secret), status = coalesce(?, status), last_updated_timestamp = ?
         WHERE webhook_id = ?`,
        ...[name || null, url || null, names, rest.description || null, rest.secret || null],
        ...[rest.status, now(), webhook_id],
      );
      if (changes === 0) requireWebhook(database, webhook_id);
      return shown(database, webhook_id);
    },
  };
  const testParameters = { ...one, event: optionalEvent };
  const test: Route = {
    method: "POST",
    path: `${onePath}/test`,
    parameters: testParameters,
    async answer({ database }, json) {
      const { webhook_id, event } = readParameters(testParameters, json);
      const webhook = requireWebhook(database, webhook_id);
      return { result: await webhooks.test(webhook, event ?? eventsOf(webhook)[0]) };
    },
  };
  return [create, list, get, update, remove, test];
}

const optionalEvent: Parameter<EventName | undefined> = {
  absent: undefined,
  checks: [],
  read(given) {
    const { value, complete } = objectOf(eventShape).read(given);
    return { value: nameOf(value), complete };
  },
};

function shown(database: Pick<Database, "first" | "all">, id: string) {
  return { webhook: webhookRecord(requireWebhook(database, id)) };
}

/** What protobuf cannot read as an event is none. */
function nameOf({ entity, action }: Values<typeof eventShape>): EventName {
  if (entity !== undefined && action !== undefined) return eventName({ entity, action });
  throw missing(entity === undefined ? "entity" : "action");
}

function requireEvents(events: readonly Values<typeof eventShape>[]): string {
  if (events.length === 0) {
    throw refusal("Webhook events must be a non-empty list of WebhookEvent objects: [].");
  }
  return JSON.stringify([...new Set(events.map(nameOf))]);
}

function refusal(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
