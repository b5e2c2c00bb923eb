import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { parseFeatureView } from "./feature_view.ts";

const HEADER = [
  "-- name: pairs",
  "-- entity: meter",
  "-- grain: day",
  "-- lookback: 48 hours",
  "-- reads: readings, meters",
  "-- column: a | kWh | first",
  "-- column: b | kWh/m² | second | with a bar",
];

Deno.test("parseFeatureView() reads every header field", () => {
  const sql = `${HEADER.join("\n")}\nSELECT 1`;
  assert.deepEqual(parseFeatureView(sql), {
    name: "pairs",
    entity: "meter",
    grain: "day",
    lookbackHours: 48,
    reads: ["readings", "meters"],
    columns: [
      { name: "a", unit: "kWh", description: "first" },
      { name: "b", unit: "kWh/m²", description: "second|with a bar" },
    ],
    sql,
    version: createHash("sha256").update(sql).digest("hex"),
  });
});

Deno.test("parseFeatureView() reads an unbounded lookback", () => {
  const sql = HEADER.join("\n").replace("48 hours", "all");
  assert.equal(parseFeatureView(sql).lookbackHours, Infinity);
});

Deno.test("parseFeatureView() names the header field that is wrong", () => {
  const without = (at: number) => HEADER.filter((_, i) => i !== at).join("\n");
  const cases: [string, RegExp][] = [
    [without(0), /expected one header line "-- name: …", got 0/],
    [[...HEADER, "-- grain: hour"].join("\n"), /"-- grain: …", got 2/],
    [HEADER.slice(0, 5).join("\n"), /"-- column: …"/],
    [HEADER.join("\n").replace("48 hours", "2 days"), /got "2 days"/],
    [[...HEADER, "-- column: C | kWh | x"].join("\n"), /got "C \| kWh \| x"/],
    [[...HEADER, "-- column: c | kWh"].join("\n"), /got "c \| kWh"/],
  ];
  for (const [sql, message] of cases) {
    assert.throws(() => parseFeatureView(sql), { name: "SyntaxError", message });
  }
});
