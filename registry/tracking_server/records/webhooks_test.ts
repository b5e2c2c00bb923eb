import assert from "node:assert/strict";
import type { Database } from "../database.ts";
import { withDatabase } from "./records_fixture.ts";
import { requireWebhook, subscribersOf, webhookRecord } from "./webhooks.ts";

function insert(database: Database, id: string, events: string[], status = "ACTIVE") {
  database.run(
    "INSERT INTO webhooks VALUES (?, ?, NULL, 'https://a.example', ?, 's3cret', ?, 1, 2)",
    ...[id, `name-${id}`, JSON.stringify(events), status],
  );
}

Deno.test("webhookRecord() shows all of a webhook but its secret", () => {
  withDatabase((database) => {
    insert(database, "w", ["model_version_tag.set", "prompt.created"]);
    assert.deepEqual(webhookRecord(requireWebhook(database, "w")), {
      webhook_id: "w",
      name: "name-w",
      description: undefined,
      url: "https://a.example",
      events: [
        { entity: "MODEL_VERSION_TAG", action: "SET" },
        { entity: "PROMPT", action: "CREATED" },
      ],
      status: "ACTIVE",
      creation_timestamp: 1,
      last_updated_timestamp: 2,
    });
  });
});

Deno.test("subscribersOf() finds the active webhooks of exactly one event", () => {
  withDatabase((database) => {
    insert(database, "b", ["prompt.created", "prompt_tag.set"]);
    insert(database, "a", ["prompt_tag.set"]);
    insert(database, "off", ["prompt_tag.set"], "DISABLED");
    insert(database, "other", ["prompt_tag.deleted"]);
    assert.deepEqual(
      subscribersOf(database, "prompt_tag.set"),
      ["b", "a"].map((id) => ({
        webhook_id: id,
        name: `name-${id}`,
        url: "https://a.example",
        secret: "s3cret",
      })),
    );
  });
});
