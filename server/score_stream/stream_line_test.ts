import assert from "node:assert/strict";
import { sentReadingReader } from "../sent_reading.ts";
import { readStreamLine } from "./stream_line.ts";

const read = sentReadingReader(0);

Deno.test("readStreamLine() names the line, and the field or the place in it", () => {
  const detail = (text: string) => {
    const line = readStreamLine({ number: 12, text }, read);
    return line !== undefined && "detail" in line ? line.detail : line;
  };
  assert.equal(
    detail('{"meter": "b1", "ts": "today", "kwh": 1}'),
    "Cannot score ts of line 12: expected an ISO 8601 time with zone",
  );
  assert.equal(
    detail('{"meter": }'),
    'Cannot read the body as JSON: expected value at line 12, column 11, got "}"',
  );
  assert.equal(detail("7"), "Cannot score body of line 12: expected object, received number");
  assert.equal(detail(" \r"), undefined);
});

Deno.test("readStreamLine() hands on what was wrong with the bytes", () => {
  assert.deepEqual(readStreamLine({ number: 3, fault: "expected UTF-8, got other bytes" }, read), {
    type: "error",
    line: 3,
    detail: "Cannot score line 3: expected UTF-8, got other bytes",
    errors: [],
  });
});
