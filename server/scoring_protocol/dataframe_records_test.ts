import assert from "node:assert/strict";
import { asRecords, testInputForm } from "./conformance.ts";
import { dataframeRecords } from "./dataframe_records.ts";

testInputForm(dataframeRecords, asRecords);

Deno.test("dataframe_records names the record that forgets a column", () => {
  assert.throws(() => dataframeRecords.toMatrix([{ a: 1 }, {}], ["a"]), {
    message: 'Cannot read dataframe_records[1]: column "a" is missing',
  });
});

Deno.test("dataframe_records refuses rows without names", () => {
  assert.throws(() => dataframeRecords.toMatrix([[1]], ["a"]), {
    message: "Cannot read dataframe_records[0]: expected an object, got a list",
  });
});
