import assert from "node:assert/strict";
import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
import { hostelSource } from "../../pipelines/trained_home_fixture.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { silent, withHostel } from "./labelled_home_fixture.ts";
import { trainModel } from "./train_model.ts";

Deno.test("trainModel() of a dataset of the lake makes the bytes that its source makes", async () => {
  await withChampionHome(async ({ context, options, training }) => {
    const { dataset } = training.ingested.manifest;
    assert.equal(dataset, hostelSource("hostel.csv").name);
    const { seed, threshold } = options;
    const trained = await trainModel(
      context,
      { dataset },
      { model: "rooms", seed, threshold },
      silent,
    );
    assert.deepEqual(trained.onnx, training.onnx);
    assert.deepEqual([trained.version, trained.alias], ["1", "champion"]);
    assert.equal(trained[JUPYTER_DISPLAY]()["text/plain"], "models:/rooms/1 is now champion");
  });
});

Deno.test("trainModel() needs a dataset of the lake", async () => {
  await withHostel(1, async (context) => {
    await assert.rejects(
      trainModel(context, { dataset: "elsewhere" }, {}, silent),
      /^Error: Cannot load "elsewhere"/,
    );
  });
});
