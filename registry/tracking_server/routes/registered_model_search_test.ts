import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

interface Found {
  readonly registered_models?: readonly { readonly name: string }[];
}

Deno.test("registered-models/search filters, by name, and pages", async () => {
  await withTracking(async (send) => {
    for (const name of ["heat", "Heat", "power"]) {
      const tags = name === "power" ? [{ key: "mlflow.prompt.is_prompt", value: "true" }] : [];
      await send("POST", "registered-models/create", { name, tags });
    }
    const names = async (query: Record<string, string>) => {
      const { json } = await send<Found>(
        "GET",
        `registered-models/search?${new URLSearchParams(query)}`,
      );
      return (json.registered_models ?? []).map(({ name }) => name);
    };
    assert.deepEqual(await names({}), ["Heat", "heat"]);
    assert.deepEqual(await names({ filter: "name LIKE 'heat'" }), ["heat"]);
    assert.deepEqual(await names({ filter: "name ILIKE '%EAT'", order_by: "name DESC" }), [
      "heat",
      "Heat",
    ]);
    assert.deepEqual(await names({ filter: "tags.`mlflow.prompt.is_prompt` != 'true'" }), [
      "Heat",
      "heat",
    ]);
    assert.deepEqual(await names({ order_by: "timestamp DESC" }), ["Heat", "heat"]);
    assert.deepEqual(await names({ max_results: "2" }), ["Heat", "heat"]);
    assert.equal((await send("GET", "registered-models/search?max_results=1001")).status, 400);
  });
});
