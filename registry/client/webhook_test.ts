import assert from "node:assert/strict";
import { eventJson, webhook } from "./webhook.ts";

Deno.test("webhook reads events as names that eventJson() takes apart again", () => {
  const json = {
    webhook_id: "w",
    name: "tell",
    url: "https://host/x",
    events: [
      { entity: "REGISTERED_MODEL", action: "CREATED" },
      { entity: "MODEL_VERSION_TAG", action: "DELETED" },
    ],
    status: "DISABLED",
    creation_timestamp: 5,
    last_updated_timestamp: 6,
  };
  const read = webhook.parse(json);
  assert.deepEqual(read, {
    webhookId: "w",
    name: "tell",
    description: "",
    url: "https://host/x",
    events: ["registered_model.created", "model_version_tag.deleted"],
    status: "DISABLED",
    creationTime: 5,
    lastUpdateTime: 6,
  });
  assert.deepEqual(read.events.map(eventJson), json.events);
});
