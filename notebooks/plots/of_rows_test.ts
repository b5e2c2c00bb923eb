import assert from "node:assert/strict";
import { loadChart } from "../charts/mod.ts";
import { table } from "../tables/mod.ts";
import { ofRows } from "./of_rows.ts";

const rows = [{ ts: 0, kwh: 1 }, { ts: 3_600_000, kwh: 2 }];
const load = ofRows("loadChart", loadChart, ["ts", "kwh"]);

Deno.test("ofRows() draws the same of an array, of what can be iterated and of a table", () => {
  const { svg } = loadChart(rows, { width: 400 });
  assert.equal(load(rows, { width: 400 }).svg, svg);
  assert.equal(load(new Set(rows), { width: 400 }).svg, svg);
  assert.equal(load(table(rows), { width: 400 }).svg, svg);
});

Deno.test("ofRows() lets rows without any be drawn as no data", () => {
  assert.match(load([]).svg, />No data</);
  assert.match(load(table([])).svg, />No data</);
});

Deno.test("ofRows() names the columns it misses and those there are", () => {
  assert.throws(() => load([{ time: 0, kwh: 1, room: "a" }] as never), {
    name: "TypeError",
    message: "Cannot draw loadChart: expected rows with ts and kwh, got time, kwh and room",
  });
});

Deno.test("ofRows() tells who forgot to wait for rows what to write", () => {
  assert.throws(() => load(Promise.resolve(rows) as never), {
    name: "TypeError",
    message: "Cannot draw loadChart: expected rows, got a promise: write await before it",
  });
});
