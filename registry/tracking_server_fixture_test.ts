import assert from "node:assert/strict";
import { withMlflowServer, withOurServer } from "./tracking_server_fixture.ts";

Deno.test("withOurServer() serves until the test is over", async () => {
  const home = await Deno.makeTempDir();
  let served = "";
  await withOurServer({ home, now: () => 7 }, async (address) => {
    served = address;
    const answer = await fetch(`${address}/api/2.0/mlflow/experiments/get?experiment_id=0`);
    assert.equal((await answer.json()).experiment.creation_time, 7);
  });
  await assert.rejects(fetch(served), TypeError);
  await Deno.remove(home, { recursive: true });
});

Deno.test("withMlflowServer() says at once that its program has ended", async () => {
  const unused = () => Promise.resolve();
  await assert.rejects(withMlflowServer({ home: "", python: "false" }, unused), {
    name: "RangeError",
    message: "Cannot use false: expected an answer within two minutes, got exit status 1",
  });
});
