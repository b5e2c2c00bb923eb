import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { createRegisteredModel, getRegisteredModel } from "../client/mod.ts";
import { type Move, movesIn, recordMove } from "./moves.ts";

const MOVE: Move = {
  kind: "promotion",
  name: "a",
  alias: "champion",
  to: "1",
  reason: "First",
  by: "train",
  at: "1970-01-01T00:00:01.000Z",
  confirmed: false,
};

Deno.test("recordMove() keeps moves of one moment apart, and the last word on each", async () => {
  await withClient(async (client) => {
    await createRegisteredModel(client, { name: "a" });
    await recordMove(client, "y", { ...MOVE, to: "2" });
    await recordMove(client, "x", MOVE);
    await recordMove(client, "z", { ...MOVE, to: "3", at: "1970-01-01T00:00:00.999Z" });
    await recordMove(client, "x", { ...MOVE, confirmed: true });
    const { tags } = await getRegisteredModel(client, "a");
    assert.deepEqual(Object.keys(tags).sort(), [
      "wattbook.promotion.champion.1970-01-01T00:00:00.999Z.z",
      "wattbook.promotion.champion.1970-01-01T00:00:01.000Z.x",
      "wattbook.promotion.champion.1970-01-01T00:00:01.000Z.y",
    ]);
    assert.deepEqual(movesIn(tags).map(({ to, confirmed }) => [to, confirmed]), [
      ["3", false],
      ["1", true],
      ["2", false],
    ]);
  });
});

Deno.test("movesIn() refuses a record that no promotion wrote, and passes over other tags", () => {
  for (const text of ["{}", "{", '"1"']) {
    assert.throws(() => movesIn({ "wattbook.promotion.champion.x": text }), {
      name: "TypeError",
      message:
        `Cannot read the promotion in tag "wattbook.promotion.champion.x": expected a record of a move, got ${
          JSON.stringify(text)
        }`,
    });
  }
  assert.deepEqual(movesIn({ other: "{" }), []);
});
