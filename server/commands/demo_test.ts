import assert from "node:assert/strict";
import { floors } from "../../models/mod.ts";
import { runTask } from "../../pipelines/task_fixture.ts";

const FEATURES = 65;

Deno.test("deno task demo --once runs the whole loop on the simulated hostel where the origin is out of reach", async () => {
  const home = await Deno.makeTempDir();
  const { code, out, err } = await runTask("demo", ["--once", "--json"], home, {
    environment: { WATTBOOK_PORT: "0", WATTBOOK_DATA_MIRROR: `${home}/none` },
    offline: true,
  });
  assert.equal(code, 0, err);
  assert.match(
    err,
    /either set WATTBOOK_DATA_MIRROR=.* or connect to raw\.githubusercontent\.com/,
  );
  assert.match(err, /Going on with a simulated hostel instead of real meters/);

  const result = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "");
  assert.deepEqual(
    [result.dataset, result.source, result.meters, result.features, result.version, result.alias],
    ["synthetic-hostel", "synthetic", 24, FEATURES, "1", "champion"],
  );
  assert.equal(result.scored_rows, result.rows);
  assert.deepEqual(Object.keys(result.detectors), [
    "z_score",
    "iqr",
    "isolation_forest",
    "one_class_svm",
    "dbscan",
    "gradient_boosting",
  ]);
  assert.deepEqual(Object.keys(result.floors), Object.keys(floors));
  assert.ok(result.parity_max_abs_diff <= 1e-6);
  assert.deepEqual([result.self_check.hours, result.self_check.score_max_abs_diff], [200, 0]);
  assert.ok(result.events > 0);
  // Nothing changes in the simulated hostel after training: one column in twenty drifts by chance.
  assert.equal(result.drift.features, FEATURES);
  assert.ok(result.drift.drifted <= FEATURES / 20, `${result.drift.drifted}`);
  await Deno.remove(home, { recursive: true });
});
