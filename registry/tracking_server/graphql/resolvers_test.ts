import assert from "node:assert/strict";
import { isObjectType } from "graphql";
import { resolvers } from "./resolvers.ts";
import { schema } from "./schema.ts";

Deno.test("resolvers: there is one for each field of the root and each extension of a run", () => {
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type}.${field}`)
  );
  assert.deepEqual(
    Object.keys(resolvers).sort(),
    [...roots, "MlflowRunExtension.experiment", "MlflowRunExtension.modelVersions"].sort(),
  );
  const run = schema.getType("MlflowRunExtension");
  assert.ok(isObjectType(run) && run.getFields().modelVersions !== undefined);
});
