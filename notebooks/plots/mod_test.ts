import assert from "node:assert/strict";
import { charts } from "../charts/mod.ts";
import * as plots from "./mod.ts";

Deno.test("plots/mod.ts has each chart of the family under a name of its own", () => {
  const names = Object.values(charts).map((chart) => chart.name);
  assert.deepEqual(names.filter((name) => !(name in plots)), []);
  for (const name of names) {
    assert.throws(() => plots[name as "loadChart"]([{ nothing: 1 }] as never), {
      message: new RegExp(`^Cannot draw ${name}: expected rows with .*, got nothing$`),
    });
  }
});
