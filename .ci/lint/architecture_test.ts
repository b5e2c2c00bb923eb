import assert from "node:assert/strict";
import { faces, heavyEntries, layers, packageOwners } from "./architecture.ts";

Deno.test("layers know only layers, and the directions have no way round", () => {
  const settled = new Set<string>();
  const visit = (layer: string, way: readonly string[]): void => {
    assert.ok(layer in layers, `${layer} is a layer`);
    assert.ok(!way.includes(layer), `${[...way, layer].join(" imports ")} is no circle`);
    if (settled.has(layer)) return;
    for (const known of layers[layer]) visit(known, [...way, layer]);
    settled.add(layer);
  };
  for (const layer of Object.keys(layers)) visit(layer, []);
});

Deno.test("layers never lead to the server", () => {
  for (const [layer, known] of Object.entries(layers)) {
    assert.ok(!known.includes("server"), layer);
  }
});

Deno.test("data, models, registry and charts know nothing of ours", () => {
  for (const layer of ["data", "models", "registry", "notebooks/charts"]) {
    assert.deepEqual(layers[layer], []);
  }
});

Deno.test("an entry is a face or heavy, never both", () => {
  for (const entry of heavyEntries) assert.ok(!faces.includes(entry), entry);
});

Deno.test("packageOwners names folders that are layers, files of layers, or test endings", () => {
  for (const owner of Object.values(packageOwners).flat()) {
    const inLayer = Object.keys(layers).some((layer) => owner.startsWith(`${layer}/`));
    assert.ok(inLayer || owner.endsWith("_test.ts"), owner);
  }
});
