import assert from "node:assert/strict";
import { parseFilter } from "./filter.ts";
import { loggedModelAttribute, loggedModelFilter } from "./logged_model_filter.ts";

Deno.test("loggedModelFilter takes bare words for texts, and prefixes in the plural alone", () => {
  const read = (filter: string) => parseFilter(filter, loggedModelFilter)[0];
  assert.equal(read("name = forest").value, "forest");
  assert.equal(read("metrics.`auc` > 1").key, "auc");
  assert.equal(read("attributes.creation_time > 1").key, "creation_timestamp_ms");
  assert.throws(() => read("metric.auc > 1"), {
    message:
      "Invalid entity type: 'metric'. Expected one of ['attributes', 'metrics', 'params', 'tags'].",
  });
  assert.throws(() => read("name like 'a'"), {
    message:
      "Invalid comparison operator for attributes.name: 'like'. Expected one of ('=', '!=', 'LIKE', 'ILIKE', 'IN', 'NOT IN').",
  });
  assert.throws(() => read("artifact_uri = 'a'"), /Invalid attribute key 'artifact_uri'/);
});

Deno.test("loggedModelAttribute() refuses what is none", () => {
  assert.throws(() => loggedModelAttribute("colour"), {
    message: "Invalid order by field name: colour",
  });
});
