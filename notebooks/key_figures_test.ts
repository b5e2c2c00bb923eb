import assert from "node:assert/strict";
import { keyFigures } from "./key_figures.ts";
import { startKernel } from "./runner/kernel.ts";
import { factsOf } from "./versions/facts.ts";

Deno.test("keyFigures() shows a table that is read back from the outputs of a real kernel", async () => {
  await using kernel = await startKernel({ cwd: import.meta.dirname!, now: Date.now });
  const { outputs } = await kernel.execute(
    'import { keyFigures } from "./key_figures.ts";\n' +
      'keyFigures({ roc_auc: 0.75, n: 3 }, [{ name: "hostel", digest: "ab12" }])',
    60_000,
  );
  const cell = { cell_type: "code", id: "a", metadata: {}, source: "", outputs } as const;
  assert.deepEqual(factsOf({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }), {
    figures: { roc_auc: 0.75, n: 3 },
    datasets: [{ name: "hostel", digest: "ab12" }],
  });
  const [output] = outputs;
  assert.ok(output.output_type === "execute_result");
  assert.equal(output.data["text/plain"], "roc_auc  0.75\nn        3");
  assert.equal(
    output.data["text/html"],
    '<table><tr><th scope="row">roc_auc</th><td>0.75</td></tr>' +
      '<tr><th scope="row">n</th><td>3</td></tr></table>',
  );
});

Deno.test("keyFigures() refuses what no metric can be", () => {
  for (const value of [NaN, Infinity]) {
    assert.throws(() => keyFigures({ auc: value }), {
      name: "TypeError",
      message: /^Cannot read what the notebook reports at "figures\.auc": /,
    });
  }
  assert.throws(() => keyFigures({ "<b>": 1 }), /at "figures\.<b>"/);
});
