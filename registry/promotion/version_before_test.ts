import assert from "node:assert/strict";
import type { PastMove } from "./history.ts";
import { versionBefore } from "./version_before.ts";

/** `1>2` is a promotion, `2<1` a move back from 1, `1?2` a move that did not happen. */
function before(line: string, now?: string): string | undefined {
  const moves = line.split(" ").filter(Boolean).map((text): PastMove => {
    const [, first, sign, second] = /^(\d*)([<>?])(\d+)$/.exec(text)!;
    const [from, to] = sign === "<" ? [second, first] : [first || undefined, second];
    return {
      kind: sign === "<" ? "rollback" : "promotion",
      name: "a",
      alias: "champion",
      ...(from === undefined ? {} : { from }),
      to,
      reason: "a test",
      by: "the tester",
      at: "1970-01-01T00:00:00.000Z",
      confirmed: true,
      happened: sign !== "?",
    };
  });
  const other: PastMove = { ...moves[0], alias: "challenger", to: "9" };
  const aliases: Record<string, string> = now === undefined ? {} : { champion: now };
  return versionBefore({ name: "a", aliases, moves: [...moves, other] }, "champion");
}

Deno.test("versionBefore() goes back step by step, not to and fro", () => {
  assert.equal(before(">1 1>2 2>3", "3"), "2");
  assert.equal(before(">1 1>2 2>3 2<3", "2"), "1");
  assert.equal(before(">1 1>2 2>3 2<3 1<2", "1"), undefined);
  assert.equal(before(">1 1>2 2>3 2<3 2>4", "4"), "2");
});

Deno.test("versionBefore() passes over moves that did not happen", () => {
  assert.equal(before(">1 1>2 2?3", "2"), "1");
  assert.equal(before(">1 1?2 1>3", "3"), "1");
});

Deno.test("versionBefore() counts what an alias had off the record", () => {
  assert.equal(before(">1 1>2", "5"), "2", "moved since");
  assert.equal(before(">1 5>6", "6"), "5", "moved in between");
  assert.equal(before(">1 1>2"), "2", "removed since");
});

Deno.test("versionBefore() finds none before the first", () => {
  assert.equal(before(">1", "1"), undefined);
  assert.equal(before(">1 1>1", "1"), undefined, "the same again");
});
