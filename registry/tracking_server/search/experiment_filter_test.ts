import assert from "node:assert/strict";
import {
  entityType,
  experimentFilter,
  experimentOrderKey,
  namedKey,
  noAttribute,
} from "./experiment_filter.ts";
import { parseFilter } from "./filter.ts";

Deno.test("experimentFilter takes comparators in upper case alone", () => {
  const read = (filter: string) => parseFilter(filter, experimentFilter)[0];
  assert.equal(read("name LIKE 'a%'").comparator, "LIKE");
  assert.throws(() => read("name like 'a%'"), /: Invalid comparator 'like' not one of/);
  assert.throws(() => read("tags.a > 'b'"), { message: "Invalid comparator for tag: >" });
});

Deno.test("experimentOrderKey() and namedKey() know attributes and tags", () => {
  assert.deepEqual(experimentOrderKey("experiment_id"), {
    type: "attribute",
    key: "experiment_id",
  });
  assert.throws(() => experimentOrderKey("tags.a"), { message: "Invalid order_by entity: tag" });
  assert.deepEqual(namedKey("tag.a.b", []), { type: "tag", key: "a.b" });
  assert.throws(() => entityType("params"), {
    message: "Invalid entity type 'params'. Valid entity types are ('attribute', 'tag', 'tags')",
  });
  assert.match(noAttribute("a", ["c", "b"]).message, /Valid keys are '\{'b', 'c'\}'$/);
});
