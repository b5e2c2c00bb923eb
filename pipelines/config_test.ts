import assert from "node:assert/strict";
import { resolve } from "node:path";
import { parseConfig } from "./config.ts";

Deno.test("parseConfig() falls back to data/local and the embedded tracking server", () => {
  assert.deepEqual(parseConfig({}), {
    home: resolve("data/local"),
    dataMirror: undefined,
    notebookRun: undefined,
    tracking: undefined,
  });
});

Deno.test("parseConfig() resolves a relative home from the folder it is given, an absolute one not", () => {
  assert.equal(parseConfig({}, "/project").home, "/project/data/local");
  assert.equal(parseConfig({ WATTBOOK_HOME: "/srv/w" }, "/project").home, "/srv/w");
});

Deno.test("parseConfig() keeps the tracking server's address and credentials", () => {
  const uri = "http://127.0.0.1:5000";
  const basic = { MLFLOW_TRACKING_USERNAME: "ada", MLFLOW_TRACKING_PASSWORD: "secret" };
  assert.deepEqual(parseConfig({ MLFLOW_TRACKING_URI: uri, ...basic }).tracking, {
    uri,
    credentials: { username: "ada", password: "secret" },
  });
  assert.deepEqual(
    parseConfig({ MLFLOW_TRACKING_URI: uri, MLFLOW_TRACKING_TOKEN: "t", ...basic }).tracking,
    { uri, credentials: { token: "t" } },
  );
});

Deno.test("parseConfig() refuses a user name without a password and keeps it out of the message", () => {
  assert.throws(
    () =>
      parseConfig({
        MLFLOW_TRACKING_URI: "http://127.0.0.1:5000",
        MLFLOW_TRACKING_USERNAME: "ada",
      }),
    /^TypeError: Cannot log in to the tracking server: expected MLFLOW_TRACKING_PASSWORD/,
  );
});

Deno.test("parseConfig() names the variable that is wrong and its value", () => {
  assert.throws(() => parseConfig({ WATTBOOK_HOME: "" }), {
    name: "TypeError",
    message: /^Cannot read WATTBOOK_HOME from the environment: .*, got ""$/,
  });
});

Deno.test("parseConfig() moves user and password out of the tracking server's address", () => {
  const uri = "https://ada:s3%40cret@host:5000/mlflow/";
  const moved = {
    uri: "https://host:5000/mlflow",
    credentials: { username: "ada", password: "s3@cret" },
  };
  assert.deepEqual(parseConfig({ MLFLOW_TRACKING_URI: uri }).tracking, moved);
  // What is said on its own goes first.
  const basic = { MLFLOW_TRACKING_USERNAME: "bob", MLFLOW_TRACKING_PASSWORD: "other" };
  assert.deepEqual(parseConfig({ MLFLOW_TRACKING_URI: uri, ...basic }).tracking, {
    ...moved,
    credentials: { username: "bob", password: "other" },
  });
  assert.deepEqual(parseConfig({ MLFLOW_TRACKING_URI: uri, MLFLOW_TRACKING_TOKEN: "t" }).tracking, {
    ...moved,
    credentials: { token: "t" },
  });
});

Deno.test("parseConfig() takes an empty MLFLOW_TRACKING_URI for the embedded server", () => {
  assert.equal(parseConfig({ MLFLOW_TRACKING_URI: "" }).tracking, undefined);
});

Deno.test("parseConfig() never shows what may hold a password", () => {
  const uris = [
    "sqlite:///x.db",
    "ftp://ada:s3cret@host",
    "http://ada:s3cret@ho st",
    "http://ada@host",
  ];
  for (const uri of uris) {
    assert.throws(() => parseConfig({ MLFLOW_TRACKING_URI: uri }), (error: Error) => {
      assert.equal(error.name, "TypeError");
      assert.match(error.message, /MLFLOW_TRACKING_/);
      assert.ok(
        !error.message.includes("s3cret") && !error.message.includes("x.db"),
        error.message,
      );
      return true;
    });
  }
});
