import assert from "node:assert/strict";
import { eventName, requireWebhookName, webhookUrl } from "./webhook_rules.ts";

Deno.test("requireWebhookName() takes 1 to 63 characters between letters or digits", () => {
  for (const name of ["a", "A.b_c-9", "a".repeat(63)]) assert.equal(requireWebhookName(name), name);
  for (const name of ["", ".a", "a-", "a b", "ä", "a\n", "a".repeat(64)]) {
    assert.throws(() => requireWebhookName(name), /must start and end with a letter or digit/);
  }
});

Deno.test("requireWebhookName() quotes a name as Python does", () => {
  assert.throws(() => requireWebhookName("it's"), /^TrackingError: Webhook name "it's" is invalid/);
  assert.throws(() => requireWebhookName("a\n"), /^TrackingError: Webhook name 'a\\n' is invalid/);
});

Deno.test("webhookUrl() says in MLflow's words what is wrong", () => {
  const wrong = {
    "   ": "Webhook URL cannot be empty or just whitespace: '   '",
    "ftp://example.com": "Invalid webhook URL scheme: 'ftp'. Allowed schemes are: https, http.",
    "example.com": "Invalid webhook URL scheme: ''. Allowed schemes are: https, http.",
    "http://[invalid": "Invalid webhook URL 'http://[invalid': ValueError('Invalid IPv6 URL')",
    "https://": "Webhook URL must include a hostname: 'https://'",
    "https:///path": "Webhook URL must include a hostname: 'https:///path'",
    "https:hooks.example": "Webhook URL must include a hostname: 'https:hooks.example'",
    "https://a b/": "Invalid webhook URL 'https://a b/'",
  };
  for (const [text, message] of Object.entries(wrong)) {
    assert.throws(() => webhookUrl(text, ["https", "http"]), { message });
  }
});

Deno.test("eventName() lists the actions of an entity in order", () => {
  assert.throws(() => eventName({ entity: "MODEL_VERSION_TAG", action: "CREATED" }), {
    message:
      "Invalid action 'created' for entity 'model_version_tag'. Valid actions are: ['deleted', 'set']",
  });
});
