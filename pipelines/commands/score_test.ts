import assert from "node:assert/strict";
import { withChampionHome } from "../champion_home_fixture.ts";
import { silent } from "../trained_home_fixture.ts";
import { score } from "./score.ts";

const URI = "models:/energy-anomaly@champion";

Deno.test("score tells what it wrote", async () => {
  await withChampionHome(async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    const { text, json } = await score.run(context, { dataset, model: URI }, silent, []);
    const record = json as { rows: number; events: number; version: string };
    assert.deepEqual([record.rows, record.version], [training.rows, "1"]);
    assert.match(text, new RegExp(`^${record.rows} hours scored .* ${record.events} events$`));
  });
});
