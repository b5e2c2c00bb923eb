import assert from "node:assert/strict";
import { laneTurns } from "./lane_turns.ts";

/** Work that says when it begins and ends, and ends when it is told to. */
function work(seen: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const run = async (lane = "all") => {
    seen.push(`${name} in ${lane}`);
    await promise.finally(() => seen.push(`${name} out`));
  };
  return { run, end: resolve, fail: reject };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

Deno.test("lane turns let in one after the other where there is one lane, also after one that fails", async () => {
  const turns = laneTurns(["1"]);
  const seen: string[] = [];
  const [slow, next] = [work(seen, "slow"), work(seen, "next")];
  const failed = assert.rejects(turns.inOne(slow.run), RangeError);
  const behind = turns.inOne(next.run);
  await settled();
  slow.fail(new RangeError("Cannot answer"));
  next.end();
  await Promise.all([failed, behind]);
  assert.deepEqual(seen, ["slow in 1", "slow out", "next in 1", "next out"]);
});

Deno.test("lane turns let in as many as there are lanes, in the order in which they came", async () => {
  const turns = laneTurns(["1", "2"]);
  const seen: string[] = [];
  const works = ["a", "b", "c"].map((name) => work(seen, name));
  const all = works.map(({ run }) => turns.inOne(run));
  await settled();
  assert.deepEqual(seen, ["a in 1", "b in 2"]);
  works[1].end();
  await settled();
  assert.deepEqual(seen.slice(2), ["b out", "c in 2"]);
  for (const { end } of works) end();
  await Promise.all(all);
});

Deno.test("lane turns let in one alone once all are out, before those that wait for a lane", async () => {
  const turns = laneTurns(["1", "2"]);
  const seen: string[] = [];
  const [a, alone, b] = ["a", "alone", "b"].map((name) => work(seen, name));
  const all = [turns.inOne(a.run), turns.alone(() => alone.run()), turns.inOne(b.run)];
  await settled();
  assert.deepEqual(seen, ["a in 1"]);
  a.end();
  await settled();
  assert.deepEqual(seen.slice(1), ["a out", "alone in all"]);
  alone.end();
  b.end();
  await Promise.all(all);
  assert.deepEqual(seen.slice(3), ["alone out", "b in 1", "b out"]);
});

Deno.test("lane turns lend the free lanes to one who works, unless someone waits to be alone", async () => {
  const turns = laneTurns(["1", "2", "3"]);
  const seen: string[] = [];
  const [wide, behind, alone] = ["wide", "behind", "alone"].map((name) => work(seen, name));
  const lent: string[][] = [];
  let takeMore = (_most: number): string[] => [];
  const all = [
    turns.inOne((lane, takeFree) => {
      takeMore = takeFree;
      lent.push(takeFree(0), takeFree(1), takeFree(2));
      return wide.run(lane);
    }),
  ];
  await settled();
  all.push(turns.inOne(behind.run));
  await settled();
  assert.deepEqual(lent, [[], ["2"], ["3"]]);
  assert.deepEqual(seen, ["wide in 1"]);
  wide.end();
  await settled();
  assert.deepEqual(seen.slice(1), ["wide out", "behind in 1"]);
  // Two lanes are free again, for one who wants all three.
  all.push(turns.alone(() => alone.run()));
  assert.deepEqual(takeMore(1), []);
  behind.end();
  alone.end();
  await Promise.all(all);
  assert.deepEqual(seen.slice(3), ["behind out", "alone in all", "alone out"]);
});
