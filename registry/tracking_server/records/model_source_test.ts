import assert from "node:assert/strict";
import { modelOrigin } from "./model_source.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("modelOrigin() takes files of this machine only from within their run", () => {
  withDatabase((database) => {
    database.run("UPDATE runs SET artifact_uri = 'file:///lake/r/artifacts'");
    const origin = (source: string, run_id?: string) => modelOrigin(database, { source, run_id });
    const source = "file:///lake/r/artifacts/model";
    assert.deepEqual(origin(source, "r"), { storage_location: source, run_id: "r" });
    const outside = [
      "file:///lake/r/artifacts-other",
      "file:///lake/r",
      "file:///lake/r/artifacts/%2e%2e/x",
    ];
    for (const way of outside) {
      assert.throws(() => origin(way, "r"), /Invalid model version source/, way);
    }
    assert.throws(() => origin(source), /Invalid model version source/);
  });
});

Deno.test("modelOrigin() takes the run from the logged model, unless one is given", () => {
  withDatabase((database) => {
    database.run(
      `INSERT INTO logged_models
       VALUES ('m-1', 0, 'a', '', 'r', 'LOGGED_MODEL_READY', 'uri', 3, 4, 'active')`,
    );
    const source = "models:/m-1";
    const origin = { storage_location: "uri", run_id: "r" };
    assert.deepEqual(modelOrigin(database, { source }), origin);
    assert.equal(modelOrigin(database, { source, run_id: "other" }).run_id, "other");
    const elsewhere = { source: "s3://bucket/model", model_id: "m-1" };
    assert.deepEqual(modelOrigin(database, elsewhere), {
      storage_location: "s3://bucket/model",
      run_id: "r",
    });
  });
});
