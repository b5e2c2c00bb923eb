import assert from "node:assert/strict";
import { utcTick } from "./utc_tick.ts";

Deno.test("utcTick() writes years, dates and times in UTC, and the first tick in full", () => {
  const at = (iso: string, index: number) => utcTick(new Date(iso), index);
  assert.equal(at("2021-01-01T00:00Z", 3), "2021");
  assert.equal(at("2020-12-31T00:00Z", 3), "31 Dec");
  assert.equal(at("2020-12-31T23:45Z", 3), "23:45");
  assert.equal(at("2021-01-01T00:00Z", 0), "1 Jan\n2021");
  assert.equal(at("2020-06-09T06:00Z", 0), "06:00\n9 Jun 2020");
});
