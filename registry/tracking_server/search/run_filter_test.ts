import assert from "node:assert/strict";
import { parseFilter } from "./filter.ts";
import { runFilter, runOrderKey } from "./run_filter.ts";

Deno.test("runFilter reads aliases, and lists comparators as MLflow's messages do", () => {
  const read = (filter: string) => parseFilter(filter, runFilter)[0];
  assert.deepEqual(read("attributes.`Run name` = 'a'"), {
    ...{ type: "attribute", key: "run_name", comparator: "=", value: "a" },
  });
  assert.equal(read("attr.created < 5").key, "start_time");
  assert.throws(() => read("start_time IS NULL"), {
    message:
      "IS NULL / IS NOT NULL is only supported for tags and params, not for 'attribute' 'start_time'",
  });
  assert.throws(() => read("params.a > 'b'"), {
    message:
      "Invalid comparator '>' not one of '{'!=', '=', 'ILIKE', 'IS NOT NULL', 'IS NULL', 'LIKE'}'",
  });
});

Deno.test("runOrderKey() has no order by data sets", () => {
  assert.throws(() => runOrderKey("dataset.name"), {
    message: "Invalid identifier type 'dataset'",
  });
});
