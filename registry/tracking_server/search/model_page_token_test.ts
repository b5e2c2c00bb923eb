import assert from "node:assert/strict";
import { modelPageToken, modelTokenOffset } from "./model_page_token.ts";

const search = { experiment_ids: ["22"], filter_string: null, order_by: null };

Deno.test("modelPageToken() is MLflow's", () => {
  // SearchLoggedModelsPaginationToken(experiment_ids=["22"], offset=1).encode()
  const token =
    "eyJleHBlcmltZW50X2lkcyI6IFsiMjIiXSwgImZpbHRlcl9zdHJpbmciOiBudWxsLCAib3JkZXJfYnkiOiBudWxsLCAib2Zmc2V0IjogMX0=";
  assert.equal(modelPageToken(search, 1), token);
  assert.equal(modelTokenOffset(token, search), 1);
  assert.equal(modelTokenOffset("", search), 0);
});

Deno.test("modelTokenOffset() refuses the token of another search", () => {
  const token = modelPageToken(search, 1);
  assert.throws(() => modelTokenOffset(token, { ...search, filter_string: "name = 'a'" }), {
    message:
      "Filter string in the page token does not match the requested filter string. Expected: name = 'a'. Found: None",
  });
  assert.throws(() => modelTokenOffset(token, { ...search, experiment_ids: ["1"] }), {
    message:
      "Experiment IDs in the page token do not match the requested experiment IDs. Expected: ['1']. Found: ['22']",
  });
});
