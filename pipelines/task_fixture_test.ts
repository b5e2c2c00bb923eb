import assert from "node:assert/strict";
import { runTask, startTask } from "./task_fixture.ts";

Deno.test("startTask() follows what a task writes, and kills it", async () => {
  const home = await Deno.makeTempDir();
  {
    await using task = startTask("mlflow", ["--port", "0"], home);
    const [, port] = await task.seen(/127\.0\.0\.1:(\d+)/);
    assert.ok(Number(port) > 0);
    task.kill("SIGKILL");
    assert.equal((await task.outcome).code, 137);
    await assert.rejects(task.seen(/stopped/), /Cannot see \/stopped\/ .* MLflow tracking server/);
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("runTask() tells exit code, output and errors apart", async () => {
  const home = await Deno.makeTempDir();
  const { code, out, err } = await runTask("ingest", ["--file", `${home}/none.csv`], home);
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /none\.csv/);
  await Deno.remove(home, { recursive: true });
});
