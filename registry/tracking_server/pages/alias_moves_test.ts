import assert from "node:assert/strict";
import { aliasMoves, recordsMove } from "./alias_moves.ts";

function record(alias: string, from: string | undefined, to: string, at: string) {
  const move = { kind: "promotion", name: "energy", alias, to, reason: "Better", by: "train", at };
  const value = JSON.stringify({ ...move, from, confirmed: false });
  return { key: `wattbook.promotion.${alias}.${at}`, value };
}

Deno.test("aliasMoves() tells the moves newest first, and passes over other tags", () => {
  const tags = [
    record("champion", undefined, "1", "2024-01-01T00:00:00.000Z"),
    { key: "wattbook.digest", value: "{}" },
    record("champion", "1", "3", "2024-03-01T00:00:00.000Z"),
    record("challenger", undefined, "2", "2024-02-01T00:00:00.000Z"),
  ];
  const { moves, unreadable } = aliasMoves(tags, [
    { alias: "champion", version: "3" },
    { alias: "challenger", version: "2" },
  ]);
  assert.deepEqual(moves.map(({ alias, from, to, happened }) => [alias, from, to, happened]), [
    ["champion", "1", "3", true],
    ["challenger", undefined, "2", true],
    ["champion", undefined, "1", true],
  ]);
  assert.deepEqual(unreadable, []);
});

Deno.test("aliasMoves() tells a move that was stopped before its alias moved", () => {
  const tags = [record("champion", "1", "2", "2024-01-01T00:00:00.000Z")];
  const { moves } = aliasMoves(tags, [{ alias: "champion", version: "1" }]);
  assert.deepEqual(moves.map(({ to, happened }) => [to, happened]), [["2", false]]);
});

Deno.test("aliasMoves() names the records that it cannot read, and reads the others", () => {
  const good = record("champion", undefined, "1", "2024-01-01T00:00:00.000Z");
  const broken = ["{", "[]", "7", '{"alias": "champion"}'].map((value, i) => ({
    key: `wattbook.promotion.champion.${i}`,
    value,
  }));
  const { moves, unreadable } = aliasMoves([...broken, good], []);
  assert.deepEqual(moves.map(({ to }) => to), ["1"]);
  assert.deepEqual(unreadable, broken.map(({ key }) => key));
});

Deno.test("recordsMove() takes tags of promotions alone", () => {
  assert.equal(recordsMove({ key: "wattbook.promotions", value: "" }), false);
});
