import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { searchRuns } from "../client/mod.ts";
import { importMlruns, mlrunsIds, withMlruns } from "./mlruns_fixture.ts";

const search = { experimentIds: ["1"], view: "all" } as const;

Deno.test("copyRun() withholds the mark of a run whose file cannot be read, and sets it later", async () => {
  await withClient((client) =>
    withMlruns(async (root) => {
      const link = `${root}/7/${mlrunsIds.child}/artifacts/lost`;
      await Deno.mkdir(`${root}/7/${mlrunsIds.child}/artifacts`);
      await Deno.symlink("/nowhere", link);
      const found = async () => {
        const runs = await Array.fromAsync(searchRuns(client, search));
        return runs.filter(({ runName }) => runName === "child");
      };
      for (let again = 0; again < 2; again++) {
        const { problems } = await importMlruns(root, client);
        assert.deepEqual(problems, [{
          place: `run ${mlrunsIds.child}: mlruns/7/${mlrunsIds.child}/artifacts/lost`,
          reason: "Cannot follow a link: expected one to a file that lies in the same folder",
        }]);
        const [run, ...others] = await found();
        assert.deepEqual(others, []);
        assert.equal(run.tags["wattbook.import.digest"], undefined);
        assert.deepEqual([run.lifecycleStage, run.metrics], ["deleted", { auc: 0.9 }]);
      }
      await Deno.remove(link);
      const { problems, runs } = await importMlruns(root, client);
      assert.deepEqual([problems, runs], [[], { imported: 1, before: 2 }]);
      const [run] = await found();
      // Of no files: printf '{}' | sha256sum
      const none = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
      assert.equal(run.tags["wattbook.import.digest"], none);
      assert.equal(run.lifecycleStage, "deleted");
    })
  );
});

Deno.test("copyRun() leaves a run whose metrics are malformed running, and the others are whole", async () => {
  await withClient((client) =>
    withMlruns(async (root) => {
      const { problems, runs } = await importMlruns(root, client);
      assert.deepEqual(problems, [{
        place: `run ${mlrunsIds.parent}: mlruns/7/${mlrunsIds.parent}/metrics/loss`,
        reason:
          'Cannot read the metric "loss": expected timestamp, value and step, got "1 2 three"',
      }]);
      assert.deepEqual(runs, { imported: 2, before: 0 });
      const found = await Array.fromAsync(searchRuns(client, search));
      assert.deepEqual(
        found.map(({ runName, status, params }) => [runName, status, params.depth]).sort(),
        [["child", "RUNNING", undefined], ["parent", "RUNNING", "8"]],
      );
    }, { [`7/${mlrunsIds.parent}/metrics/loss`]: "1 2 three\n" })
  );
});
