import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { clientCases } from "./conformance.ts";
import * as face from "./mod.ts";

for (const [name, check] of Object.entries(clientCases)) {
  Deno.test(`the embedded server shows the client that ${name}`, () => withClient(check));
}

Deno.test("the cases of the client call every function that it offers", async () => {
  const folder = new URL(".", import.meta.url);
  const texts = await Promise.all(
    ["tracking", "artifact", "registry"].map((part) =>
      Deno.readTextFile(new URL(`${part}_conformance.ts`, folder))
    ),
  );
  const called = new Set(texts.join().match(/\b\w+(?=\()/g));
  const offered = Object.entries(face).filter(([name, value]) =>
    typeof value === "function" && !/^[A-Z]/.test(name)
  );
  const missing = offered.map(([name]) => name).filter((name) => !called.has(name));
  // The fixture opens the client, and MLflow's server has nothing like the others.
  assert.deepEqual(missing.sort(), ["aliasHistory", "collectGarbage", "countRuns", "createClient"]);
});
