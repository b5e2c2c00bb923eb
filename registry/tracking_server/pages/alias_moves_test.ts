import assert from "node:assert/strict";
import { aliasMoves, recordsMove } from "./alias_moves.ts";

function record(alias: string, to: string, at: string) {
  const move = { alias, to, reason: "Better", by: "train", at };
  const tag = {
    key: `wattbook.promotion.${alias}.${at}`,
    value: JSON.stringify({ ...move, name: "energy", confirmed: true }),
  };
  return { move: { kind: "promotion", ...move }, tag };
}

Deno.test("aliasMoves() tells the moves newest first, and passes over other tags", () => {
  const first = record("champion", "1", "2024-01-01T00:00:00.000Z");
  const second = record("challenger", "2", "2024-02-01T00:00:00.000Z");
  const third = record("champion", "1", "2024-03-01T00:00:00.000Z");
  const other = { key: "wattbook.digest", value: "{}" };
  assert.deepEqual(aliasMoves([first.tag, other, third.tag, second.tag]), {
    moves: [third.move, second.move, first.move],
    unreadable: [],
  });
});

Deno.test("aliasMoves() names the records that it cannot read, and reads the others", () => {
  const good = record("champion", "1", "2024-01-01T00:00:00.000Z");
  const broken = ["{", "[]", "7", '{"alias": "champion"}'].map((value, i) => ({
    key: `wattbook.promotion.champion.${i}`,
    value,
  }));
  assert.deepEqual(aliasMoves([...broken, good.tag]), {
    moves: [good.move],
    unreadable: broken.map(({ key }) => key),
  });
});

Deno.test("recordsMove() takes tags of promotions alone", () => {
  assert.equal(recordsMove({ key: "wattbook.promotions", value: "" }), false);
});
