import assert from "node:assert/strict";
import { HOSTEL_END, hostelDeps } from "../hostel_deps_fixture.ts";
import { scoreStream } from "./score_stream.ts";

const HOUR = 3_600_000;

Deno.test("scoreStream() tells an hour once a reading of a later hour of its meter has come", async () => {
  await using deps = await hostelDeps();
  let asked = 0;
  const line = (number: number, hours: number) => ({
    number,
    text: JSON.stringify({
      meter: "room-2-01",
      ts: new Date(HOSTEL_END - hours * HOUR).toISOString(),
      kwh: 0.5,
    }),
  });
  async function* lines() {
    for (const [i, hours] of [3, 2, 1].entries()) {
      yield [line(i + 1, hours)];
      asked++;
      // Nothing more comes for a moment.
      yield [];
    }
  }
  const told: string[] = [];
  const scored: number[] = [];
  const onScored = (hours: readonly { readonly ts: number }[]) =>
    void scored.push(...hours.map(({ ts }) => ts));
  for await (const some of scoreStream(lines(), deps.model, deps, { onScored })) {
    for (const line of some) {
      if (line.type === "score") told.push(`${asked}: ${line.ts}`);
      if (line.type === "summary") {
        const { lines, readings, scores, errors } = line;
        assert.deepEqual([lines, readings, scores, errors], [3, 3, 3, 0]);
      }
    }
  }
  const hour = (hours: number) => new Date(HOSTEL_END - hours * HOUR).toISOString();
  assert.deepEqual(told, [`2: ${hour(3)}`, `3: ${hour(2)}`, `3: ${hour(1)}`]);
  assert.deepEqual(scored, [3, 2, 1].map((hours) => HOSTEL_END - hours * HOUR));
});
