/** What may happen in the registry that a webhook can be told of. */

/**
 * The data of each event as MLflow's examples have it; `POST webhooks/{id}/test` sends them. An
 * event's name is its entity and its action, joined by a dot.
 */
export const exampleData = {
  "registered_model.created": {
    name: "example_model",
    tags: { example_key: "example_value" },
    description: "An example registered model",
  },
  "model_version.created": {
    name: "example_model",
    version: "1",
    source: "models:/123",
    run_id: "abcd1234abcd5678",
    tags: { example_key: "example_value" },
    description: "An example model version",
  },
  "model_version_tag.set": {
    name: "example_model",
    version: "1",
    key: "example_key",
    value: "example_value",
  },
  "model_version_tag.deleted": { name: "example_model", version: "1", key: "example_key" },
  "model_version_alias.created": { name: "example_model", alias: "example_alias", version: "1" },
  "model_version_alias.deleted": { name: "example_model", alias: "example_alias" },
  "prompt.created": {
    name: "example_prompt",
    tags: { example_key: "example_value" },
    description: "An example prompt",
  },
  "prompt_version.created": {
    name: "example_prompt",
    version: "1",
    template: "Hello {{name}}!",
    tags: { example_key: "example_value" },
    description: "An example prompt version",
  },
  "prompt_tag.set": { name: "example_prompt", key: "example_key", value: "example_value" },
  "prompt_tag.deleted": { name: "example_prompt", key: "example_key" },
  "prompt_version_tag.set": {
    name: "example_prompt",
    version: "1",
    key: "example_key",
    value: "example_value",
  },
  "prompt_version_tag.deleted": { name: "example_prompt", version: "1", key: "example_key" },
  "prompt_alias.created": { name: "example_prompt", alias: "example_alias", version: "1" },
  "prompt_alias.deleted": { name: "example_prompt", alias: "example_alias" },
  "budget_policy.exceeded": {
    budget_policy_id: "bp-abc123",
    budget_unit: "USD",
    budget_amount: 100,
    current_spend: 105.5,
    duration_unit: "MONTHS",
    duration_value: 1,
    target_scope: "WORKSPACE",
    workspace: "default",
    window_start: 1704067200000,
  },
} as const;

/** Name of an event. */
export type EventName = keyof typeof exampleData;

/** Entities of events, in the order of their numbers in protobuf. */
export const eventEntities = [
  "REGISTERED_MODEL",
  "MODEL_VERSION",
  "MODEL_VERSION_TAG",
  "MODEL_VERSION_ALIAS",
  "PROMPT",
  "PROMPT_VERSION",
  "PROMPT_TAG",
  "PROMPT_VERSION_TAG",
  "PROMPT_ALIAS",
  "BUDGET_POLICY",
] as const;

/** Actions of events, in the order of their numbers in protobuf. */
export const eventActions = ["CREATED", "UPDATED", "DELETED", "SET", "EXCEEDED"] as const;

/** Something that has happened, as receivers are told of it. */
export interface RegistryEvent {
  readonly name: EventName;
  /** What it happened to, in MLflow's JSON. */
  readonly data: Readonly<Record<string, unknown>>;
}
