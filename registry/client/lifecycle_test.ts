import assert from "node:assert/strict";
import { viewType } from "./lifecycle.ts";

Deno.test("viewType() gives the names of service.proto's ViewType", () => {
  const names = [viewType("active"), viewType("deleted"), viewType("all")];
  assert.deepEqual(names, ["ACTIVE_ONLY", "DELETED_ONLY", "ALL"]);
});
