import assert from "node:assert/strict";
import { resolve } from "node:path";
import { parseConfig } from "./config.ts";

Deno.test("parseConfig() falls back to data/local and the embedded tracking server", () => {
  assert.deepEqual(parseConfig({}), {
    home: resolve("data/local"),
    dataMirror: undefined,
    tracking: undefined,
  });
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
  assert.throws(() => parseConfig({ MLFLOW_TRACKING_URI: "sqlite:///x.db" }), {
    name: "TypeError",
    message: /^Cannot read MLFLOW_TRACKING_URI from the environment: .*got "sqlite:\/\/\/x\.db"$/,
  });
  assert.throws(() => parseConfig({ WATTBOOK_HOME: "" }), /WATTBOOK_HOME/);
});
