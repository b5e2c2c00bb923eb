import assert from "node:assert/strict";
import { asRecords, testInputForm } from "./conformance.ts";
import { dataframeRecords } from "./dataframe_records.ts";
import { SignatureError } from "./signature_error.ts";

testInputForm(dataframeRecords, asRecords);

Deno.test("dataframe_records names the record that forgets a column", () => {
  assert.throws(() => dataframeRecords.toMatrix([{ a: 1 }, {}], ["a"]), {
    message: 'Cannot read dataframe_records[1]: column "a" is missing',
  });
});

Deno.test("dataframe_records reads no columns where nothing is named", () => {
  for (const value of [[[1]], []]) {
    assert.throws(() => dataframeRecords.toMatrix(value, ["a"]), SignatureError);
  }
});
