import assert from "node:assert/strict";
import { formatMarker, isMarker, parseMarker } from "./marker.ts";

Deno.test("isMarker() takes what jupytext takes", () => {
  for (const line of ["// %%", "//%% a", "  // %% [markdown]", "// %%%% deep", "// In[3]:"]) {
    assert.ok(isMarker(line), line);
  }
  for (const line of ["%%", "# %%", "// %%x", "const a = 1; // %%", "// %"]) {
    assert.ok(!isMarker(line), line);
  }
});

Deno.test("parseMarker() reads JSON as the whole of the metadata", () => {
  assert.deepEqual(parseMarker('// %% Load [raw] {"tags": ["a"], "b": {}}'), {
    cellType: "raw",
    metadata: { title: "Load", tags: ["a"], b: {} },
  });
});

Deno.test("parseMarker() keeps options that it cannot read", () => {
  const line = "// %% [markdown] a=b c";
  const { cellType, metadata } = parseMarker(line);
  assert.deepEqual(metadata, { incorrectly_encoded_metadata: "a=b", c: null });
  assert.equal(formatMarker({ cellType, metadata }), line);
});
