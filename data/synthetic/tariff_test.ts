import assert from "node:assert/strict";
import { HOSTEL_TARIFF, pricePerKwh } from "./tariff.ts";

Deno.test("pricePerKwh() includes a band's first hour and excludes its end", () => {
  const prices = [0, 5, 6, 8, 9, 16, 17, 21, 22, 23].map((hour) =>
    pricePerKwh(HOSTEL_TARIFF, hour)
  );
  assert.deepEqual(prices, [400, 400, 900, 900, 600, 600, 900, 900, 400, 400]);
});

Deno.test("pricePerKwh() refuses an hour outside the day", () => {
  assert.throws(() => pricePerKwh(HOSTEL_TARIFF, 24), {
    name: "RangeError",
    message: "Cannot price an hour outside every band of the tariff: hour is 24",
  });
});

Deno.test("HOSTEL_TARIFF covers the day with adjacent bands", () => {
  const { bands } = HOSTEL_TARIFF;
  assert.equal(bands[0].fromHour, 0);
  assert.equal(bands[bands.length - 1].toHour, 24);
  bands.slice(1).forEach((band, i) => assert.equal(band.fromHour, bands[i].toHour));
});
