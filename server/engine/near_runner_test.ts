import assert from "node:assert/strict";
import { openSession, type Scores } from "../../models/onnx/session.ts";
import { nearRunner } from "./near_runner.ts";
import { smallModel, waves } from "./small_model_fixture.ts";

Deno.test("nearRunner() scores up to 16 rows itself, and leaves longer batches to the other", async () => {
  const near = await openSession(await smallModel());
  const sent: number[] = [];
  let closed = 0;
  const answer: Scores = {
    score: new Float32Array(17),
    label: new Uint8Array(17),
    memberScores: new Float32Array(17 * near.members.length),
  };
  const runner = nearRunner(near, {
    ...near,
    run(_, rows) {
      sent.push(rows);
      return Promise.resolve(answer);
    },
    close: () => Promise.resolve(void closed++),
  });
  for (const rows of [1, 16]) {
    const x = waves(rows);
    assert.deepEqual(
      await runner.run(Float32Array.from(x.values), rows),
      await near.score(x),
    );
  }
  assert.equal(await runner.run(Float32Array.from(waves(17).values), 17), answer);
  assert.deepEqual(sent, [17]);
  await runner.close();
  assert.equal(closed, 1);
  await assert.rejects(near.score(waves(1)), { message: "Cannot score with a closed session" });
});
