import assert from "node:assert/strict";
import { loggedMetric, loggedParam, loggedTag, writeLoggedMetrics } from "./logged_values.ts";
import { withDatabase } from "../records/records_fixture.ts";

const metric = {
  ...{ key: "auc", value: 1, timestamp: 5, step: undefined },
  ...{ model_id: undefined, dataset_name: undefined, dataset_digest: undefined },
};

Deno.test("loggedMetric() checks the key, then the time, then the length", () => {
  assert.throws(() => loggedMetric({ ...metric, key: "a*", timestamp: -1 }), /parameter 'name'/);
  assert.throws(() => loggedMetric({ ...metric, timestamp: -1, value: 0.5 }), {
    message:
      "Invalid value -1 for parameter 'timestamp' supplied: metric 'auc' (value=0.5). Timestamp must be a nonnegative long (64-bit integer) ",
  });
  assert.throws(() => loggedMetric({ ...metric, key: "k".repeat(251) }), {
    message: "'Metric name' exceeds the maximum length of 250 characters",
  });
});

Deno.test("loggedParam() and loggedTag() name the place of a key that is too long", () => {
  const pair = { key: "k".repeat(251), value: "" };
  assert.throws(() => loggedParam(pair, "params[0]."), {
    message: "'Param key' exceeds the maximum length of 250 characters",
  });
  assert.throws(() => loggedTag(pair, "tags[0]."), {
    message: "'tags[0].key' exceeds the maximum length of 250 characters",
  });
});

Deno.test("writeLoggedMetrics() refuses a model that is not there", () => {
  withDatabase((database) => {
    const write = () =>
      writeLoggedMetrics(database, { run_id: "r" }, [{ ...metric, model_id: "m" }]);
    assert.throws(write, { message: "Logged model with ID 'm' not found." });
  });
});
