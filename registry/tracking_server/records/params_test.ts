import assert from "node:assert/strict";
import { readPairs } from "./pairs.ts";
import { writeParams } from "./params.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("writeParams() takes the same value again and refuses another", () => {
  withDatabase((database) => {
    const params = [{ key: "a", value: "1" }, { key: "b", value: "" }];
    writeParams(database, "r", params);
    writeParams(database, "r", params);
    assert.throws(() => writeParams(database, "r", [{ key: "b", value: "2" }]), {
      message:
        "Changing param values is not allowed. Param with key='b' was already logged with value='' for run ID='r'. Attempted logging new value '2'.",
    });
    assert.deepEqual(readPairs(database, "params", ["r"]), params);
  });
});

Deno.test("writeParams() refuses a key twice before it writes any", () => {
  withDatabase((database) => {
    const twice = [{ key: "a", value: "1" }, { key: "a", value: "1" }];
    assert.throws(() => writeParams(database, "r", twice), /have been submitted: \['a'\]/);
    assert.deepEqual(readPairs(database, "params", ["r"]), []);
  });
});
