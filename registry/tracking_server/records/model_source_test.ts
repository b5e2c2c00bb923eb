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
    const rule =
      /^Invalid model version source: '.*'\. To use a local path as a model version source, the run_id/;
    for (const way of outside) assert.throws(() => origin(way, "r"), { message: rule }, way);
    assert.throws(() => origin(source), { message: rule });
    for (
      const way of ["/lake/r/artifacts", `${source}/..`, "file://localhost/lake/r/artifacts/a"]
    ) {
      assert.equal(origin(way, "r").storage_location, way);
    }
    assert.throws(() => origin("file://elsewhere/lake/r/artifacts", "r"), {
      errorCode: "INTERNAL_ERROR",
      message: /^file:\/\/elsewhere\/lake\/r\/artifacts is not a valid remote uri\./,
    });
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
    assert.throws(() => modelOrigin(database, { source, model_id: "m-2" }), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
    const elsewhere = { source: "s3://bucket/model", model_id: "m-1" };
    assert.deepEqual(modelOrigin(database, elsewhere), {
      storage_location: "s3://bucket/model",
      run_id: "r",
    });
  });
});

Deno.test("modelOrigin() takes files of this machine from within a logged model", () => {
  withDatabase((database) => {
    database.run(
      `INSERT INTO logged_models
       VALUES ('m-1', 0, 'a', '', 'r', 'LOGGED_MODEL_READY', 'file:///lake/m', 3, 4, 'active')`,
    );
    const source = "file:///lake/m/data";
    assert.equal(modelOrigin(database, { source, model_id: "m-1" }).storage_location, source);
    assert.throws(() => modelOrigin(database, { source: "/lake", model_id: "m-1" }), {
      message: /the model_id request parameter has to be specified/,
    });
  });
});

Deno.test("modelOrigin() refuses a remote source that climbs", () => {
  withDatabase((database) => {
    const climbing = ["s3://b/a/../../x", "mlflow-artifacts:/a/..%2f..%2fx", "http://h/a%00"];
    for (const source of climbing) {
      assert.throws(() => modelOrigin(database, { source, run_id: "r" }), {
        message:
          /\. If supplying a source as an http, https, local file path, ftp, objectstore, or/,
      }, source);
    }
  });
});

Deno.test("modelOrigin() takes a word as the source of a prompt, and no path", () => {
  withDatabase((database) => {
    const prompt = (source: string) => modelOrigin(database, { source, isPrompt: true });
    assert.equal(prompt("prompt-template").storage_location, "prompt-template");
    for (const source of ["/etc/passwd", "file:///etc/passwd"]) {
      assert.throws(() => prompt(source), {
        message:
          `Invalid prompt source: '${source}'. Local source paths are not allowed for prompts.`,
      });
    }
    for (const source of ["../../etc", "a/%2e%2e/%2e%2e/etc", "a\\..\\etc"]) {
      assert.throws(() => prompt(source), {
        message:
          /\. If supplying a source as an http, https, local file path, ftp, objectstore, or/,
      });
    }
  });
});
