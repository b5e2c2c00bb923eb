/** The schema beside that of MLflow's own server, which `WATTBOOK_INTEROP_PYTHON` can print. */
import assert from "node:assert/strict";
import { buildSchema, lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "./schema.ts";

const script = `
import re
from mlflow.server.graphql.graphql_schema_extensions import schema
print(re.sub(r'""".*?"""', "", str(schema), flags=re.DOTALL))
`;

Deno.test("the schema is MLflow's", async () => {
  const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
  const { success, stdout, stderr } = await new Deno.Command(python, {
    args: ["-c", script],
    env: { MLFLOW_DISABLE_TELEMETRY: "true", GIT_PYTHON_REFRESH: "quiet" },
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  const theirs = buildSchema(new TextDecoder().decode(stdout));
  assert.equal(
    printSchema(lexicographicSortSchema(schema)),
    printSchema(lexicographicSortSchema(theirs)),
  );
});
