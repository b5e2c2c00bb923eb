import assert from "node:assert/strict";
import { type FeatureView, parseFeatureView } from "./feature_view.ts";
import { featureColumns, leafViews, viewsWith } from "./leaf_views.ts";

function view(name: string, reads: string, ...columns: string[]): FeatureView {
  return parseFeatureView([
    `-- name: ${name}`,
    "-- entity: meter",
    "-- grain: hour",
    "-- lookback: 0 hours",
    `-- reads: ${reads}`,
    ...columns.map((column) => `-- column: ${column} | kWh | of a test`),
    `SELECT * FROM ${reads}`,
  ].join("\n"));
}

const load = view("load", "readings", "kwh");
const profile = view("profile", "load", "usual");
const residual = view("residual", "profile", "r", "s");
const level = view("level", "load", "highest");
const views = [load, profile, residual, level];

Deno.test("leafViews() are those that no other reads", () => {
  assert.deepEqual(leafViews(views), [residual, level]);
  assert.deepEqual(leafViews([load, profile]), [profile]);
  assert.deepEqual(leafViews([]), []);
});

Deno.test("featureColumns() are those of the leaves, view after view", () => {
  assert.deepEqual(featureColumns(views), ["r", "s", "highest"]);
});

Deno.test("viewsWith() takes the views that hold the columns and all that they build on", () => {
  assert.deepEqual(viewsWith(views, ["s"]), [load, profile, residual]);
  assert.deepEqual(viewsWith(views, ["highest"]), [load, level]);
  assert.deepEqual(viewsWith(views, ["highest", "r"]), views);
  // The column of a view that others build on is no feature.
  assert.deepEqual(viewsWith(views, ["usual"]), []);
});
