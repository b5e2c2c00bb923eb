/** What a webhook may be called, where it may point and what it may be told of. */

import { TrackingError } from "../tracking_error.ts";
import { type EventName, exampleData } from "./registry_event.ts";

/**
 * Checks the name of a webhook.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it has other than 1 to 63 letters, digits
 * and `. _ -`, or does not start and end with a letter or digit.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(requireWebhookName("on-promotion"), "on-promotion");
 * assert.throws(() => requireWebhookName("-"), /^TrackingError: Webhook name '-' is invalid/);
 * ```
 */
export function requireWebhookName(name: string): string {
  if (name.length <= 63 && /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i.test(name)) return name;
  throw refusal(
    `Webhook name ${quoted(name)} is invalid. It must start and end with a letter or digit, ` +
      "be less than 63 characters long, and contain only letters, digits, dots (.), " +
      "underscores (_), and hyphens (-).",
  );
}

/**
 * Reads the address of a webhook without looking at where its host lies.
 *
 * @param schemes Such as `["https"]`.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is blank, cannot be read, has another
 * scheme or no host.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(webhookUrl("https://hooks.example/a", ["https"]).hostname, "hooks.example");
 * assert.throws(() => webhookUrl("ftp://hooks.example", ["https"]), {
 *   message: "Invalid webhook URL scheme: 'ftp'. Allowed schemes are: https.",
 * });
 * ```
 */
export function webhookUrl(text: string, schemes: readonly string[]): URL {
  if (text.trim() === "") {
    throw refusal(`Webhook URL cannot be empty or just whitespace: ${quoted(text)}`);
  }
  const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]*):([^]*)$/i.exec(text) ?? [];
  const url = URL.parse(text);
  const unread = `Invalid webhook URL ${quoted(text)}`;
  if (url === null && /[[\]]/.test(text)) {
    throw refusal(`${unread}: ValueError('Invalid IPv6 URL')`);
  }
  if (!schemes.includes(scheme.toLowerCase())) {
    throw refusal(
      `Invalid webhook URL scheme: ${quoted(scheme.toLowerCase())}. ` +
        `Allowed schemes are: ${schemes.join(", ")}.`,
    );
  }
  if (!/^\/\/[^/?#]/.test(rest)) {
    throw refusal(`Webhook URL must include a hostname: ${quoted(text)}`);
  }
  if (url === null) throw refusal(unread);
  return url;
}

/**
 * The name of an event.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the action is none of the entity's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(eventName({ entity: "PROMPT", action: "CREATED" }), "prompt.created");
 * assert.throws(() => eventName({ entity: "PROMPT", action: "SET" }), {
 *   message: "Invalid action 'set' for entity 'prompt'. Valid actions are: ['created']",
 * });
 * ```
 */
export function eventName({ entity, action }: { entity: string; action: string }): EventName {
  const [of, what] = [entity.toLowerCase(), action.toLowerCase()];
  const actions = Object.keys(exampleData).map((name) => name.split("."))
    .filter(([owner]) => owner === of).map(([, verb]) => verb);
  if (actions.includes(what)) return `${of}.${what}` as EventName;
  const valid = actions.sort().map((verb) => `'${verb}'`).join(", ");
  throw refusal(`Invalid action '${what}' for entity '${of}'. Valid actions are: [${valid}]`);
}

/** A text as Python's messages quote it. */
function quoted(text: string): string {
  const plain = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return plain.includes("'") && !plain.includes('"')
    ? `"${plain}"`
    : `'${plain.replaceAll("'", "\\'")}'`;
}

function refusal(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
