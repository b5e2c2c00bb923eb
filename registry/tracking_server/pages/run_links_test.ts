import assert from "node:assert/strict";
import { openTrackingStore } from "../store.ts";
import { inputSection, outputSection } from "./run_links.ts";

Deno.test("inputSection() shows data sets with their context, and models by id", async () => {
  const dataset = { name: "<d>", digest: "1a", source_type: "local", source: "{}" };
  const tags = [{ key: "mlflow.data.context", value: "training" }, { key: "x", value: "y" }];
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  const text = String(
    await inputSection(store, {
      inputs: { dataset_inputs: [{ dataset, tags }], model_inputs: [{ model_id: "m-1" }] },
    }),
  );
  assert.match(text, />&lt;d&gt;<\/th>\s*<td><code>1a<\/code><\/td>\s*<td>training<\/td>/);
  assert.match(text, /<code>m-1<\/code>/);
});

Deno.test("outputSection() is silent for a run without any, even with a quote in its id", async () => {
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  for (const run_id of ["r", "r'1"]) {
    assert.equal(String(await outputSection(store, { info: { run_id }, outputs: {} })), "");
  }
});
