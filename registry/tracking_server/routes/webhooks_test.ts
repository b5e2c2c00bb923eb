import assert from "node:assert/strict";
import { nthId, type Tree, withTracking } from "../tracking_fixture.ts";

const created = { entity: "MODEL_VERSION", action: "CREATED" };
const hook = { name: "on-version", url: "https://hooks.example/a", events: [created] };
const open = { resolve: () => Promise.resolve(["93.184.216.34"]) };

Deno.test("webhooks are created, read, changed in part and deleted", async () => {
  await withTracking(async (send) => {
    const first = {
      webhook_id: nthId(1),
      name: "on-version",
      url: "https://hooks.example/a",
      events: [created],
      status: "ACTIVE",
      creation_timestamp: 1001,
      last_updated_timestamp: 1001,
    };
    const { json } = await send("POST", "webhooks", { ...hook, description: "", secret: "s" });
    assert.deepEqual(json, { webhook: first });
    const path = `webhooks/${nthId(1)}`;
    assert.deepEqual((await send("GET", path)).json, { webhook: first });

    const events = [{ entity: 6, action: 1 }, { entity: "PROMPT_TAG", action: "SET" }];
    const change = { description: "told", status: "DISABLED", name: "", url: "", events };
    const changed = {
      ...first,
      description: "told",
      status: "DISABLED",
      last_updated_timestamp: 1002,
      events: [{ entity: "PROMPT_VERSION", action: "CREATED" }, events[1]],
    };
    assert.deepEqual((await send("PATCH", path, change)).json, { webhook: changed });
    const { json: emptied } = await send("PATCH", path, { events: [], description: "" });
    assert.deepEqual(emptied, { webhook: { ...changed, last_updated_timestamp: 1003 } });

    assert.deepEqual((await send("DELETE", path)).json, {});
    for (const [method, body] of [["GET"], ["PATCH", { name: "a" }], ["DELETE"]] as const) {
      const gone = await send(method, path, body);
      assert.deepEqual([gone.status, gone.json], [404, {
        error_code: "RESOURCE_DOES_NOT_EXIST",
        message: `Webhook with ID ${nthId(1)} not found.`,
      }]);
    }
    assert.deepEqual((await send("GET", "webhooks")).json, {});
  }, open);
});

Deno.test("webhooks are listed by page, the latest first", async () => {
  await withTracking(async (send) => {
    for (const name of ["a", "b", "c"]) await send("POST", "webhooks", { ...hook, name });
    const names = ({ webhooks }: Tree) => (webhooks as unknown as Tree[]).map(({ name }) => name);
    const first = await send("GET", "webhooks?max_results=2");
    assert.deepEqual(names(first.json), ["c", "b"]);
    const token = first.json.next_page_token;
    const second = await send("GET", `webhooks?max_results=2&page_token=${token}`);
    assert.deepEqual([names(second.json), second.json.next_page_token], [["a"], undefined]);
    assert.deepEqual(names((await send("GET", "webhooks?max_results=0")).json), ["c", "b", "a"]);
    for (const size of [-1, 1001]) {
      const { json } = await send("GET", `webhooks?max_results=${size}`);
      assert.equal(json.message, "max_results must be between 1 and 1000.");
    }
  }, open);
});

Deno.test("webhooks that break a rule are refused in MLflow's words", async () => {
  await withTracking(async (send) => {
    await send("POST", "webhooks", hook);
    const name =
      "Webhook name '-a' is invalid. It must start and end with a letter or digit, be less than 63 characters long, and contain only letters, digits, dots (.), underscores (_), and hyphens (-).";
    const inside = "https://inside.example/";
    for (
      const [change, message] of [
        [{ name: "-a" }, name],
        [
          { url: "http://hooks.example" },
          "Invalid webhook URL scheme: 'http'. Allowed schemes are: https.",
        ],
        [
          { url: inside },
          "Webhook URL must not resolve to a non-public IP address. 'inside.example' resolves to 10.0.0.1.",
        ],
        [
          { events: [{ entity: "PROMPT", action: "UPDATED" }] },
          "Invalid action 'updated' for entity 'prompt'. Valid actions are: ['created']",
        ],
      ] as const
    ) {
      for (const [method, path] of [["POST", "webhooks"], ["PATCH", `webhooks/${nthId(1)}`]]) {
        const { status, json } = await send(method, path, { ...hook, ...change });
        assert.deepEqual([status, json], [400, { error_code: "INVALID_PARAMETER_VALUE", message }]);
      }
    }
    const none = await send("POST", "webhooks", { ...hook, events: [] });
    assert.equal(
      none.json.message,
      "Webhook events must be a non-empty list of WebhookEvent objects: [].",
    );
    assert.equal(((await send("GET", "webhooks")).json.webhooks as unknown as []).length, 1);
  }, {
    resolve: (host) => Promise.resolve([host === "inside.example" ? "10.0.0.1" : "93.184.216.34"]),
  });
});

Deno.test("a webhook is tested with an example of its first event, or of one that is asked for", async () => {
  const bodies: unknown[] = [];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      bodies.push((await request.json()).data);
      return new Response("no such hook", { status: bodies.length === 1 ? 200 : 404 });
    },
  );
  await withTracking(async (send) => {
    const url = `http://hooks.example:${server.addr.port}/`;
    await send("POST", "webhooks", { ...hook, url });
    const path = `webhooks/${nthId(1)}/test`;
    assert.deepEqual((await send("POST", path, {})).json, {
      result: { success: true, response_status: 200, response_body: "no such hook" },
    });
    const event = { entity: "MODEL_VERSION_TAG", action: "SET" };
    assert.deepEqual((await send("POST", path, { event })).json, {
      result: { success: false, response_status: 404, response_body: "no such hook" },
    });
    assert.deepEqual(bodies, [
      {
        name: "example_model",
        version: "1",
        source: "models:/123",
        run_id: "abcd1234abcd5678",
        tags: { example_key: "example_value" },
        description: "An example model version",
      },
      { name: "example_model", version: "1", key: "example_key", value: "example_value" },
    ]);
    assert.equal((await send("POST", "webhooks/none/test", {})).status, 404);
  }, {
    schemes: ["http"],
    privateAddresses: true,
    resolve: () => Promise.resolve(["127.0.0.1"]),
  });
});

Deno.test("a test says why there was no answer", async () => {
  const addresses = ["93.184.216.34", "127.0.0.1"];
  await withTracking(async (send) => {
    await send("POST", "webhooks", hook);
    assert.deepEqual((await send("POST", `webhooks/${nthId(1)}/test`, {})).json, {
      result: {
        success: false,
        error_message:
          "Failed to test webhook: Webhook URL must not resolve to a non-public IP address. 'hooks.example' resolves to 127.0.0.1.",
      },
    });
  }, { resolve: () => Promise.resolve([addresses.shift() ?? ""]) });
});
