import assert from "node:assert/strict";
import { parseCommand } from "../command.ts";
import { chosenBudget, chosenSearch, searchedDetectors, TUNING_OPTIONS } from "./tuning_options.ts";

Deno.test("searchedDetectors() knows the default and shows a name it does not know", () => {
  const { options } = parseCommand({ name: "tune", summary: "", options: TUNING_OPTIONS }, []);
  assert.deepEqual(
    searchedDetectors(options),
    ["isolation_forest", "half_space_trees", "pca", "dbscan"],
  );
  for (const name of ["lstm", "toString", ""]) {
    assert.throws(() => searchedDetectors({ detectors: `knn,${name}` }), {
      name: "UsageError",
      message: new RegExp(`^Cannot read --detectors: expected one of z_score, .*, got "${name}"$`),
    });
  }
});

Deno.test("chosenSearch() shows a name it does not know", () => {
  assert.throws(() => chosenSearch({ search: "grid" }), {
    name: "UsageError",
    message: 'Cannot read --search: expected one of tpe, random, halving, got "grid"',
  });
});

Deno.test("chosenBudget() is trials or seconds", () => {
  assert.deepEqual(chosenBudget({ trials: 9, seconds: undefined }), { trials: 9 });
  assert.deepEqual(chosenBudget({ trials: undefined, seconds: undefined }), { trials: 60 });
  assert.throws(() => chosenBudget({ trials: 9, seconds: 9 }), {
    name: "UsageError",
    message: "Cannot tune: expected one of --trials and --seconds, got both",
  });
});
