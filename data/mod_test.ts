import assert from "node:assert/strict";
import * as data from "./mod.ts";

Deno.test("data/mod.ts exports exactly these values", () => {
  assert.deepEqual(Object.keys(data), [
    "DigestMismatchError",
    "HOSTEL_TARIFF",
    "SourceUnreachableError",
    "checks",
    "cleanReadings",
    "createRawTables",
    "dropRelation",
    "faults",
    "heldColumns",
    "injectFaults",
    "openLake",
    "openSource",
    "openTable",
    "pricePerKwh",
    "readLabelledTable",
    "readLateLabels",
    "readManifest",
    "runChecks",
    "simulateHostel",
    "sources",
    "sqlName",
    "sqlString",
    "verifyLake",
    "writeLake",
  ]);
});
