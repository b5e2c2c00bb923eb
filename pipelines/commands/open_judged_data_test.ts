import assert from "node:assert/strict";
import { detectors } from "../../models/mod.ts";
import { openContext } from "../context.ts";
import { LEAD_DAYS, writeLeadCsv } from "../evaluation/lead_csv_fixture.ts";
import { neededFeatures } from "../evaluation/needed_features.ts";
import { silent } from "../trained_home_fixture.ts";
import { openJudgedData } from "./open_judged_data.ts";

Deno.test("openJudgedData() reads the columns that the detectors need, and the labels", async () => {
  const home = await Deno.makeTempDir();
  const lead = `${home}/part.csv`;
  await writeLeadCsv(lead);
  {
    await using context = await openContext({ home }, () => 0);
    const chosen = [detectors.spectral_residual()];
    const { dataset, judged } = await openJudgedData(context, { lead, seed: 1 }, chosen, silent);
    assert.deepEqual(judged.x.columns, neededFeatures(chosen).columns);
    assert.deepEqual([dataset, judged.x.rows], ["lead", 4 * LEAD_DAYS * 24]);
    // Five odd hours and a reading of 1.0 in each of four buildings, and one empty reading.
    assert.equal(judged.label.reduce((sum, label) => sum + label, 0), 4 * 6 + 1);
  }
  await Deno.remove(home, { recursive: true });
});
