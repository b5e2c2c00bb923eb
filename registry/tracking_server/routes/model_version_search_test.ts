import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

interface Found {
  readonly model_versions?: readonly { readonly name: string; readonly version: string }[];
}

Deno.test("model-versions/search filters, newest first, and pages", async () => {
  await withTracking(async (send) => {
    for (const name of ["a", "b"]) {
      await send("POST", "registered-models/create", { name });
      for (const run_id of ["r1", "r2"]) {
        const source = `mlflow-artifacts:/0/${run_id}`;
        await send("POST", "model-versions/create", { name, source, run_id });
      }
    }
    const found = async (query: Record<string, string>) => {
      const { json } = await send<Found>(
        "GET",
        `model-versions/search?${new URLSearchParams(query)}`,
      );
      const versions = json.model_versions ?? [];
      return versions.map(({ name, version }) => name + version);
    };
    assert.deepEqual(await found({}), ["b2", "b1", "a2", "a1"]);
    assert.deepEqual(await found({ filter: "name = 'a'" }), ["a2", "a1"]);
    assert.deepEqual(await found({ filter: "run_id IN ('r1')", order_by: "name" }), ["a1", "b1"]);
    assert.deepEqual(await found({ filter: "version_number > 1 AND source_path LIKE '%r2'" }), [
      "b2",
      "a2",
    ]);
    await send("DELETE", "model-versions/delete", { name: "b", version: "2" });
    assert.deepEqual(await found({ max_results: "2" }), ["b1", "a2"]);
  });
});
