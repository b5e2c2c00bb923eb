import assert from "node:assert/strict";
import { pageSize, positiveSize } from "./page_size.ts";

Deno.test("pageSize() holds the limits of experiments and runs", () => {
  assert.equal(pageSize(1), 1);
  assert.throws(
    () => pageSize(-1n),
    /^TrackingError: Invalid value -1 for parameter 'max_results'/,
  );
  assert.throws(() => pageSize(50_001), {
    message: "Invalid value 50001 for parameter 'max_results' supplied. It must be at most 50000",
  });
});

Deno.test("positiveSize() takes every size from 1 on", () => {
  assert.equal(positiveSize(200_000), 200_000);
  assert.throws(() => positiveSize(-1), /but got -1$/);
});
