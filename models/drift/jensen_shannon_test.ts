import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { jensenShannon } from "./jensen_shannon.ts";
import { referenceColumn } from "./reference_column.ts";

Deno.test("jensenShannon is the root of the divergence in bits by hand", () => {
  // Shares 1/2, 1/2 before and 1, 0 now; their average 3/4, 1/4.
  const column = referenceColumn("beds", Float64Array.of(2, 4));
  const value = jensenShannon.compute(column, columnSample(Float64Array.of(2, 2, 2)));
  const [before, now] = [
    (Math.log2(2 / 3) + Math.log2(2)) / 2,
    Math.log2(4 / 3),
  ];
  assert.ok(Math.abs(value - Math.sqrt((before + now) / 2)) < 1e-12, `${value}`);
});

Deno.test("jensenShannon is 1 where all values went missing", () => {
  const column = referenceColumn("beds", Float64Array.of(2, 4));
  assert.equal(jensenShannon.compute(column, columnSample(Float64Array.of(NaN))), 1);
});

Deno.test("jensenShannon has the chi-square floor on its scale", () => {
  const column = referenceColumn("beds", Float64Array.from({ length: 40 }, (_, i) => i % 10));
  const floor = jensenShannon.noChangeFloor(column, 20);
  const expected = Math.sqrt(16.919 * (1 / 40 + 1 / 20) / (8 * Math.log(2)));
  assert.ok(Math.abs(floor / expected - 1) < 0.002, `${floor}`);
});
