import assert from "node:assert/strict";
import { pairHours } from "./pair_hours.ts";

Deno.test("pairHours() leaves out hours that one side alone has", () => {
  const hour = (meterId: string, ts: number, score: number) =>
    ({ meterId, ts, score, label: 0 }) as const;
  const pairs = pairHours(
    [hour("a", 1, 0.1), hour("a", 2, 0.2), hour("b", 1, 0.3)],
    [hour("b", 1, 0.6), hour("a", 1, 0.4), hour("c", 2, 0.5)],
  );
  assert.deepEqual(
    pairs.map(({ meterId, ts, champion, challenger }) =>
      [meterId, ts, champion.score, challenger.score] as const
    ),
    [["a", 1, 0.1, 0.4], ["b", 1, 0.3, 0.6]],
  );
});
