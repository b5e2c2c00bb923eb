import assert from "node:assert/strict";
import { UsageError } from "../command.ts";
import { parseDate } from "./date_option.ts";

Deno.test("parseDate() reads days as UTC and times by their offset", () => {
  assert.equal(parseDate("from", "2020-04-01"), Date.UTC(2020, 3, 1));
  assert.equal(parseDate("from", "2020-04-01T02:30+02:00"), Date.UTC(2020, 3, 1, 0, 30));
  assert.equal(parseDate("from", "2024-02-29"), Date.UTC(2024, 1, 29));
  assert.equal(parseDate("from", "2020-04-01T00:00:01Z"), Date.UTC(2020, 3, 1, 0, 0, 1));
});

Deno.test("parseDate() refuses what is no date, naming the option", () => {
  for (
    const text of [
      ...["April", "2020-4-1", "2020-13-01", "2020-04-01T00:00", "", "20200401"],
      ...["2024-02-31", "2023-02-29", "2024-04-31T12:00Z", "2024-01-01T25:00Z"],
    ]
  ) {
    assert.throws(
      () => parseDate("until", text),
      (error) => error instanceof UsageError && error.message.includes(`--until: expected a date`),
      text,
    );
  }
});
