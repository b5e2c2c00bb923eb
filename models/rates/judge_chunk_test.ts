import assert from "node:assert/strict";
import { type ChunkTally, judgeChunk, judgeChunks } from "./judge_chunk.ts";

const WEEK = 168;
const clean: ChunkTally = { watched: WEEK, affected: 0, episodes: 0 };
const options = { floor: 24 / WEEK, comparisons: 1 };

function weeks(affected: readonly number[], episodes = 1): ChunkTally[] {
  return affected.map((hours) => ({ watched: WEEK, affected: hours, episodes }));
}

Deno.test("judgeChunk() sets its limit three deviations above the mean share, never below the floor", () => {
  // Mean 30 h, squares 4 · 18² = 1296, over 5 that is 259.2; three deviations are 48.3 h.
  const ordinary = weeks([12, 48, 12, 48, 30, 30]);
  const limit = (30 + 3 * Math.sqrt(259.2)) / WEEK;
  const { limit: found } = judgeChunk(ordinary, clean, options)!;
  assert.ok(Math.abs(found - limit) < 1e-12);
  assert.equal(judgeChunk(ordinary, weeks([78])[0], options)!.unusual, false);
  assert.equal(judgeChunk(ordinary, weeks([79])[0], options)!.unusual, true);
  assert.equal(judgeChunk(new Array(6).fill(clean), clean, options)!.limit, 24 / WEEK);
});

Deno.test("judgeChunk() sees short episodes that come too often, by an exact test", () => {
  const ordinary = new Array(12).fill(clean);
  const spikes = (count: number) => ({ watched: WEEK, affected: count, episodes: count });
  // Of k episodes all fall into one stretch of thirteen: 13⁻ᵏ.
  const two = judgeChunk(ordinary, spikes(2), options)!;
  assert.ok(Math.abs(two.chance - 1 / 169) < 1e-12);
  assert.equal(two.unusual, true);
  // A hundred comparisons would see that every other time.
  const comparisons = { ...options, comparisons: 100 };
  assert.equal(judgeChunk(ordinary, spikes(2), comparisons)!.unusual, false);
  assert.equal(judgeChunk(ordinary, spikes(3), comparisons)!.unusual, true);
});

Deno.test("judgeChunk() does not take restless stretches for unusual", () => {
  // Clusters: ten episodes in every third week are more than chance makes of it.
  const ordinary = [0, 0, 10, 0, 0, 10, 0, 0, 10, 0, 0, 10].map((count) => ({
    watched: WEEK,
    affected: count,
    episodes: count,
  }));
  const current = { watched: WEEK, affected: 12, episodes: 12 };
  const judgement = judgeChunk(ordinary, current, options)!;
  assert.ok(judgement.chance < 0.05);
  assert.equal(judgement.unusual, false);
});

Deno.test("judgeChunk() measures by the time that was watched", () => {
  const half = { watched: WEEK / 2, affected: 21, episodes: 1 };
  assert.equal(judgeChunk(new Array(6).fill(clean), half, options)!.share, 1 / 4);
});

Deno.test("judgeChunk() says nothing of what was not watched, or of fewer than 6 ordinary stretches", () => {
  const absent = { watched: 0, affected: 0, episodes: 0 };
  assert.equal(judgeChunk(new Array(6).fill(clean), absent, options), undefined);
  assert.equal(judgeChunk([...new Array(5).fill(clean), absent], clean, options), undefined);
});

Deno.test("judgeChunks() never judges a stretch by itself, nor ordinary ones by the last", () => {
  const parts = weeks([0, 0, 0, 0, 0, 0, 84, 168], 0);
  const judgements = judgeChunks(parts, options);
  assert.deepEqual(
    judgements.map((judgement) => judgement?.unusual),
    [false, false, false, false, false, false, true, true],
  );
  // Mean 12 h of seven, squares 84² · 6 / 7, over six that is 84² / 7.
  const limit = (12 + 3 * Math.sqrt(84 ** 2 / 7)) / WEEK;
  assert.ok(Math.abs(judgements[7]!.limit - limit) < 1e-12);
});
