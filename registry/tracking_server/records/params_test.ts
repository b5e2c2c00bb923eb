import assert from "node:assert/strict";
import { readPairs } from "./pairs.ts";
import { repeatedKeys, writeParams } from "./params.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("writeParams() takes the same value again and tells another", () => {
  withDatabase((database) => {
    const params = [{ key: "a", value: "1" }, { key: "b", value: "" }];
    assert.deepEqual(writeParams(database, "run", "r", params), []);
    assert.deepEqual(writeParams(database, "run", "r", params), []);
    assert.deepEqual(writeParams(database, "run", "r", [{ key: "b", value: "2" }]), [
      { key: "b", old_value: "", new_value: "2" },
    ]);
    assert.deepEqual(readPairs(database, "params", ["r"]), params);
  });
});

Deno.test("writeParams() keeps those of models apart from those of runs", () => {
  withDatabase((database) => {
    database.run(
      `INSERT INTO logged_models
       VALUES ('r', 0, 'a', '', 'r', 'LOGGED_MODEL_READY', 'uri', 3, 4, 'active')`,
    );
    writeParams(database, "run", "r", [{ key: "a", value: "1" }]);
    writeParams(database, "model", "r", [{ key: "a", value: "2" }]);
    assert.deepEqual(writeParams(database, "model", "r", [{ key: "a", value: "1" }]), [
      { key: "a", old_value: "2", new_value: "1" },
    ]);
    assert.deepEqual(readPairs(database, "params", ["r"]), [{ key: "a", value: "1" }]);
  });
});

Deno.test("repeatedKeys() is empty when there are none", () => {
  assert.deepEqual(repeatedKeys([{ key: "a", value: "1" }, { key: "b", value: "1" }]), []);
});
