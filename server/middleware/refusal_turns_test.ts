import assert from "node:assert/strict";
import { createRefusalTurns } from "./refusal_turns.ts";

/** Turns that are taken by hand, and the names of the refusals that are written, in their order. */
function byHand(options: { aTurn: number; most: number; withinMs: number }) {
  const clock = { ms: 0 };
  const turns: (() => void)[] = [];
  const written: string[] = [];
  const refusals = createRefusalTurns({
    ...options,
    now: () => clock.ms,
    soon: (body) => void turns.push(body),
  });
  return {
    clock,
    turns,
    refusals,
    refuse: (...names: string[]) => {
      for (const name of names) void refusals.next().then(() => written.push(name));
    },
    /** Takes the turn that was asked for, if one was; tells what it wrote. */
    async take(): Promise<string> {
      turns.shift()?.();
      await Promise.resolve();
      return written.splice(0).join("");
    },
  };
}

Deno.test("createRefusalTurns() writes a few in each turn, in the order in which they came", async () => {
  const { refuse, take, turns, refusals } = byHand({ aTurn: 2, most: 100, withinMs: 1000 });
  refuse("a", "b", "c", "d", "e");
  assert.equal(turns.length, 1);
  assert.equal(await take(), "ab");
  refuse("f");
  assert.deepEqual([refusals.waiting(), turns.length], [4, 1]);
  assert.equal(await take(), "cd");
  assert.equal(await take(), "ef");
  assert.deepEqual([refusals.waiting(), turns.length], [0, 0]);
  refuse("g");
  assert.equal(await take(), "g");
});

Deno.test("createRefusalTurns() writes at once what has waited longest when too many wait", async () => {
  const { refuse, take, turns, refusals } = byHand({ aTurn: 1, most: 3, withinMs: 1000 });
  refuse("a", "b", "c", "d", "e");
  assert.deepEqual([refusals.waiting(), turns.length], [3, 1]);
  assert.equal(await take(), "abc");
  assert.equal(await take(), "d");
  assert.equal(await take(), "e");
});

Deno.test("createRefusalTurns() writes all that have waited long in one turn", async () => {
  const { refuse, take, clock } = byHand({ aTurn: 1, most: 100, withinMs: 250 });
  refuse("a", "b", "c");
  clock.ms = 100;
  refuse("d", "e");
  clock.ms = 250;
  assert.equal(await take(), "abc");
  assert.equal(await take(), "d");
});
