import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { searchLoggedModels } from "../client/mod.ts";
import { importMlruns, mlrunsIds, withMlruns } from "./mlruns_fixture.ts";

const { child, model } = mlrunsIds;

Deno.test("copyModel() keeps a pending model pending, and tells of metrics whose run is not there", async () => {
  const meta =
    `experiment_id: '7'\nmodel_id: ${model}\nname: forest\nsource_run_id: gone\nstatus: 1\n`;
  await withClient((client) =>
    withMlruns(
      async (root) => {
        const { skipped, loggedModels } = await importMlruns(root, client);
        assert.deepEqual(skipped, [{
          place: `logged model ${model}`,
          reason: 'Cannot log its metric "auc": its run gone is not imported',
        }]);
        assert.deepEqual(loggedModels, { imported: 1, before: 0 });
        const [copy] = await Array.fromAsync(searchLoggedModels(client, { experimentIds: ["1"] }));
        assert.deepEqual([copy.status, copy.sourceRunId, copy.name], ["PENDING", "", "forest"]);
        assert.deepEqual(copy.metrics.map(({ value, step }) => [value, step]), [[0.5, 2]]);
        assert.equal(copy.tags.stage, "trial");
        assert.equal(copy.tags["wattbook.import.id"], model);
      },
      {
        [`7/models/${model}/meta.yaml`]: meta,
        [`7/models/${model}/metrics/auc`]: `210 0.9 1 gone\n211 0.5 2 ${child}\n`,
      },
    )
  );
});
