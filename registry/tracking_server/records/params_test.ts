import assert from "node:assert/strict";
import { readPairs } from "./pairs.ts";
import { writeParams } from "./params.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("writeParams() takes the same value again and refuses another", () => {
  withDatabase((database) => {
    const params = [{ key: "a", value: "1" }, { key: "b", value: "" }];
    writeParams(database, "run", "r", params);
    writeParams(database, "run", "r", params);
    assert.throws(() => writeParams(database, "run", "r", [{ key: "b", value: "2" }]), {
      message:
        "Changing param values is not allowed. Param with key='b' was already logged with value='' for run ID='r'. Attempted logging new value '2'.",
    });
    assert.deepEqual(readPairs(database, "params", ["r"]), params);
  });
});

Deno.test("writeParams() refuses a key twice, of the same value too", () => {
  withDatabase((database) => {
    const twice = [{ key: "a", value: "1" }, { key: "a", value: "1" }];
    assert.throws(() => writeParams(database, "run", "r", twice), /have been submitted: \['a'\]/);
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
    assert.throws(() => writeParams(database, "model", "r", [{ key: "a", value: "1" }]), {
      message: /already logged with value='2' for model ID='r'/,
    });
    assert.deepEqual(readPairs(database, "params", ["r"]), [{ key: "a", value: "1" }]);
  });
});
