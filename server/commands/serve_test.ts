import assert from "node:assert/strict";
import { startTask } from "../../pipelines/task_fixture.ts";
import { withTrainedHome } from "../../pipelines/trained_home_fixture.ts";

Deno.test("deno task serve answers for the champion and stops on SIGTERM with 0", async () => {
  await withTrainedHome({}, async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    await using task = startTask("serve", ["--dataset", dataset], context.config.home, {
      environment: { WATTBOOK_PORT: "0" },
    });
    const [line, url] = await task.seen(
      /^energy-anomaly version 1 on (http:\/\/127\.0\.0\.1:\d+)\n/,
    );
    const { models } = await (await fetch(`${url}/api/v1/models`)).json();
    assert.deepEqual(
      models.map(({ name, version }: { name: string; version: string }) => [name, version]),
      [["energy-anomaly", "1"]],
    );
    task.kill("SIGTERM");
    const { code, out } = await task.outcome;
    assert.deepEqual([code, out], [0, line]);
  });
});
