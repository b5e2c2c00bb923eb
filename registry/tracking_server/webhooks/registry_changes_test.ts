import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";
import { eventEntities, exampleData } from "./registry_event.ts";

type Step = readonly [method: string, path: string, json: object];

const tag = { key: "k", value: "v" };
const isPrompt = { key: "mlflow.prompt.is_prompt", value: "true" };
const promptText = { key: "mlflow.prompt.text", value: "Hi {{name}}" };
const promptType = { key: "_mlflow_prompt_type", value: "text" };
const source = "s3://bucket/model";

/** Writes on a model and on a prompt, and the event that MLflow's server sends for each. */
const writes: readonly (readonly [Step, ...(readonly [event: string, data: object] | [])])[] = [
  [
    ["POST", "registered-models/create", { name: "m", tags: [tag], description: "d" }],
    "registered_model.created",
    {
      name: "m",
      tags: { k: "v" },
      description: "d",
    },
  ],
  [["POST", "registered-models/create", { name: "bare" }], "registered_model.created", {
    name: "bare",
    tags: {},
    description: "",
  }],
  [
    ["POST", "registered-models/create", { name: "p", tags: [isPrompt, promptType, tag] }],
    "prompt.created",
    {
      name: "p",
      tags: { k: "v" },
      description: "",
    },
  ],
  [
    ["POST", "model-versions/create", {
      name: "m",
      source,
      run_id: "r",
      tags: [tag],
      description: "d",
    }],
    "model_version.created",
    {
      name: "m",
      version: "1",
      source,
      run_id: "r",
      tags: { k: "v" },
      description: "d",
    },
  ],
  [["POST", "model-versions/create", { name: "m", source }], "model_version.created", {
    name: "m",
    version: "2",
    source,
    run_id: null,
    tags: {},
    description: null,
  }],
  [
    ["POST", "model-versions/create", { name: "p", source, tags: [isPrompt, promptText, tag] }],
    "prompt_version.created",
    {
      name: "p",
      version: "1",
      template: "Hi {{name}}",
      tags: { k: "v" },
      description: null,
    },
  ],
  [["POST", "registered-models/set-tag", { name: "m", ...tag }]],
  [["DELETE", "registered-models/delete-tag", { name: "m", key: "k" }]],
  [["POST", "registered-models/set-tag", { name: "p", ...tag }], "prompt_tag.set", {
    name: "p",
    ...tag,
  }],
  [["DELETE", "registered-models/delete-tag", { name: "p", key: "k" }], "prompt_tag.deleted", {
    name: "p",
    key: "k",
  }],
  ...["m", "p"].flatMap((name) => {
    const of = name === "m" ? "model_version" : "prompt_version";
    const alias = name === "m" ? "model_version_alias" : "prompt_alias";
    const version = { name, version: "1" };
    const at = { name, alias: "champion" };
    return [
      [["POST", "model-versions/set-tag", { ...version, ...tag }], `${of}_tag.set`, {
        ...version,
        ...tag,
      }],
      [["DELETE", "model-versions/delete-tag", { ...version, key: "k" }], `${of}_tag.deleted`, {
        ...version,
        key: "k",
      }],
      [["POST", "registered-models/alias", { ...at, version: "1" }], `${alias}.created`, {
        ...at,
        version: "1",
      }],
      [["DELETE", "registered-models/alias", at], `${alias}.deleted`, at],
    ] as const;
  }),
  [["PATCH", "registered-models/update", { name: "m", description: "e" }]],
  [["POST", "registered-models/rename", { name: "bare", new_name: "other" }]],
  [["DELETE", "model-versions/delete", { name: "m", version: "1" }]],
];

Deno.test("every write to the registry tells MLflow's event of it, once it is committed", async () => {
  const told: unknown[][] = [];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const { entity, action, data } = await request.json();
      told.push([`${entity}.${action}`, data]);
      return new Response();
    },
  );
  await withTracking(async (send) => {
    const url = `http://127.0.0.1:${server.addr.port}/`;
    const events = Object.keys(exampleData).map((name) => {
      const [entity, action] = name.toUpperCase().split(".");
      return { entity, action };
    });
    await send("POST", "webhooks", { name: "all", url, events });
    for (const [[method, path, json], ...event] of writes) {
      const before = told.length;
      assert.equal((await send(method, path, json)).status, 200, path);
      while (event.length > 0 && told.length === before) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      assert.deepEqual(told.slice(before), event.length > 0 ? [event] : [], path);
    }
    const refused = await send("POST", "registered-models/create", { name: "m" });
    assert.equal(refused.status, 400);
  }, { schemes: ["http"], privateAddresses: true });
  // All that came in the end, so that nothing came late either.
  assert.deepEqual(told, writes.map(([, ...event]) => event).filter(({ length }) => length > 0));
  const seen = new Set(told.map(([name]) => String(name).split(".")[0].toUpperCase()));
  assert.deepEqual(
    [...seen].sort(),
    eventEntities.filter((name) => name !== "BUDGET_POLICY").sort(),
  );
});
