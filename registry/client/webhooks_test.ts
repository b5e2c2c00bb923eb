import assert from "node:assert/strict";
import { createClient } from "./client.ts";
import { withClient } from "./client_fixture.ts";
import type { WebhookEvent } from "./webhook.ts";
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  testWebhook,
  updateWebhook,
} from "./webhooks.ts";

const url = "https://1.1.1.1/hook";
const events: WebhookEvent[] = ["model_version.created", "model_version_alias.deleted"];

Deno.test("a webhook is created, changed in part, listed by page and deleted", async () => {
  await withClient(async (client) => {
    const made = await createWebhook(client, { name: "tell", url, events, secret: "s" });
    assert.deepEqual(made, {
      webhookId: made.webhookId,
      name: "tell",
      description: "",
      url,
      events,
      status: "ACTIVE",
      creationTime: 7,
      lastUpdateTime: 7,
    });
    const change = { description: "words", events: ["prompt.created"] as const };
    const changed = { ...made, ...change };
    assert.deepEqual(await updateWebhook(client, made.webhookId, change), changed);
    assert.deepEqual(await getWebhook(client, made.webhookId), changed);
    for (const name of ["a", "b"]) await createWebhook(client, { name, url, events });
    const names = await Array.fromAsync(listWebhooks(client, { pageSize: 2 }), ({ name }) => name);
    assert.deepEqual(names.sort(), ["a", "b", "tell"]);
    await deleteWebhook(client, made.webhookId);
    await assert.rejects(getWebhook(client, made.webhookId), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
  });
});

Deno.test("testWebhook() tells what the receiver answered, or why there is no answer", async () => {
  const results = [
    { success: true, response_status: 200, response_body: "ok" },
    { success: false, error_message: "Connection refused" },
  ];
  const sent: unknown[] = [];
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    async fetch(request) {
      sent.push(await request.json());
      return Response.json({ result: results[sent.length - 1] });
    },
  });
  const answered = { success: true, status: 200, body: "ok", error: "" };
  assert.deepEqual(await testWebhook(client, "w"), answered);
  const silent = { success: false, body: "", error: "Connection refused" };
  assert.deepEqual(await testWebhook(client, "w", "prompt_tag.set"), silent);
  assert.deepEqual(sent, [
    { webhook_id: "w" },
    { webhook_id: "w", event: { entity: "PROMPT_TAG", action: "SET" } },
  ]);
});
