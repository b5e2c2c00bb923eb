import assert from "node:assert/strict";
import { withTrainedHome } from "./trained_home_fixture.ts";

Deno.test("withTrainedHome() trains in a home of its own and removes it, also after a failure", async () => {
  const homes: string[] = [];
  await assert.rejects(
    withTrainedHome({ seed: 3 }, ({ context, options, training }) => {
      homes.push(context.config.home);
      assert.equal(options.seed, 3);
      assert.equal(training.ingested.manifest.dataset, "hostel");
      throw new Error("The test failed");
    }),
    { message: "The test failed" },
  );
  await assert.rejects(Deno.stat(homes[0]), Deno.errors.NotFound);
});
