import assert from "node:assert/strict";
import { academicYear, isVacation, isWeekend } from "./calendar.ts";
import { DAY_MS } from "./site.ts";

function day(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

Deno.test("isVacation() holds on the first and last day and not beside them", () => {
  const expected: [string, boolean][] = [
    ["2023-01-19", false],
    ["2023-01-20", true],
    ["2023-02-08", true],
    ["2023-02-09", false],
    ["2023-06-30", false],
    ["2023-07-01", true],
    ["2023-08-31", true],
    ["2023-09-01", false],
  ];
  for (const [date, vacation] of expected) assert.equal(isVacation(day(date)), vacation, date);
});

Deno.test("isVacation() covers 82 days of every year", () => {
  for (const year of [2023, 2024]) {
    let count = 0;
    for (let d = day(`${year}-01-01`); d < day(`${year + 1}-01-01`); d++) {
      if (isVacation(d)) count++;
    }
    assert.equal(count, 20 + 62);
  }
});

Deno.test("isWeekend() holds on Saturday and Sunday, also before 1970", () => {
  // 2024-01-01 and 1969-12-29 were Mondays.
  for (const monday of [day("2024-01-01"), day("1969-12-29")]) {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((offset) => isWeekend(monday + offset)),
      [false, false, false, false, false, true, true],
    );
  }
});

Deno.test("academicYear() changes on 1 September only", () => {
  assert.equal(academicYear(day("2024-01-01")), 2023);
  assert.equal(academicYear(day("2024-08-31")), 2023);
  assert.equal(academicYear(day("2024-09-01")), 2024);
  assert.equal(academicYear(day("2024-12-31")), 2024);
});
