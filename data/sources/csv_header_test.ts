import assert from "node:assert/strict";
import { parseCsvHeader } from "./csv_header.ts";

Deno.test("parseCsvHeader() takes the delimiter for which the wanted columns exist", () => {
  for (const delimiter of [",", ";", "\t", "|"]) {
    const line = ["room", "at", "kWh"].join(delimiter);
    assert.deepEqual(parseCsvHeader(line, ["at", "kWh"]), {
      delimiter,
      names: ["room", "at", "kWh"],
    });
  }
  // Two commas against one semicolon, but only the semicolon gives "b,c,d".
  assert.deepEqual(parseCsvHeader("a;b,c,d", ["a", "b,c,d"]).names, ["a", "b,c,d"]);
});

Deno.test("parseCsvHeader() reads quotes, doubled quotes, spaces and empty names", () => {
  assert.deepEqual(parseCsvHeader(',"used ""kWh""", "a,b" , c ,', ["a,b"]).names, [
    "",
    'used "kWh"',
    "a,b",
    "c",
    "",
  ]);
});

Deno.test("parseCsvHeader() gives the most columns where none is wanted or found", () => {
  assert.deepEqual(parseCsvHeader("a;b;c,d", ["x"]).names, ["a", "b", "c,d"]);
  assert.deepEqual(parseCsvHeader("alone", ["x"]), { delimiter: ",", names: ["alone"] });
  assert.deepEqual(parseCsvHeader("", ["x"]).names, [""]);
});
