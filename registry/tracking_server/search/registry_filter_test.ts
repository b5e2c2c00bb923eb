import assert from "node:assert/strict";
import { parseFilter } from "./filter.ts";
import {
  modelVersionFilter,
  modelVersionOrderKey,
  registeredModelFilter,
  registeredModelOrderKey,
} from "./registry_filter.ts";

Deno.test("the registry's filters differ in what they know", () => {
  const read = (filter: string) => parseFilter(filter, modelVersionFilter)[0];
  assert.equal(read("version_number > 1").value, 1);
  assert.deepEqual(read("run_id IN ('a')").value, ["a"]);
  assert.throws(() => parseFilter("run_id = 'a'", registeredModelFilter), {
    message: "Invalid attribute key 'run_id' specified. Valid keys are '{'name'}'",
  });
  assert.throws(() => read("name = 1"), {
    message:
      "Only the '{'creation_timestamp', 'last_updated_timestamp', 'version_number'}' attributes support comparison with numeric values.",
  });
});

Deno.test("the registry's orders differ in their words", () => {
  assert.throws(() => registeredModelOrderKey("size"), {
    message: "Invalid order by key 'size' specified. Valid keys are '{'name', 'timestamp'}'",
  });
  assert.throws(() => modelVersionOrderKey("tags.size"), {
    message:
      "Invalid order by key 'size' specified. Valid keys are {'creation_timestamp', 'last_updated_timestamp', 'name', 'version_number'}",
  });
});
