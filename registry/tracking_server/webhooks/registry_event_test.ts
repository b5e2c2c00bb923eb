import assert from "node:assert/strict";
import { eventActions, eventEntities, exampleData } from "./registry_event.ts";

Deno.test("every event is of a known entity and action, and every entity has one", () => {
  const names = Object.keys(exampleData);
  const parts = names.map((name) => name.toUpperCase().split("."));
  assert.deepEqual([...new Set(parts.map(([entity]) => entity))], eventEntities);
  const actions: readonly string[] = eventActions;
  assert.deepEqual(parts.filter(([, action]) => !actions.includes(action)), []);
});
