import assert from "node:assert/strict";
import { environmentAtTheEdge } from "./environment_at_the_edge.ts";
import { ruleMessages } from "./rule_messages.ts";

Deno.test("environmentAtTheEdge refuses both ways to read the environment", () => {
  assert.deepEqual(
    ruleMessages(environmentAtTheEdge, "data/lake.ts", `Deno.env.get("HOME"); process.env.HOME;`),
    ["Deno.env", "process.env"].map((found) =>
      `Cannot read ${found} in "data/lake.ts" as only pipelines/config.ts, server/config.ts ` +
      "may: take the setting as an argument"
    ),
  );
});

Deno.test("environmentAtTheEdge lets the two configurations, tests and fixtures pass", () => {
  const tests = ["data/x_interop_test.ts", "data/x_fixture.ts"];
  for (const path of ["pipelines/config.ts", "server/config.ts", ...tests]) {
    assert.deepEqual(ruleMessages(environmentAtTheEdge, path, `Deno.env.get("HOME");`), []);
  }
  assert.deepEqual(ruleMessages(environmentAtTheEdge, "data/lake.ts", `config.env;`), []);
});
