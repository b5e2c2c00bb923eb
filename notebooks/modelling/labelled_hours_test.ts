import assert from "node:assert/strict";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { silent, withHostel } from "./labelled_home_fixture.ts";
import { labelledHours } from "./labelled_hours.ts";

const hostel = { dataset: "synthetic-hostel" };

Deno.test("labelledHours() puts one fault into each meter of eight weeks", async () => {
  await withHostel(64, async (context) => {
    const labelled = await labelledHours(context, hostel, { detectors: ["iqr"] }, () => silent);
    // 64 days less the first eight, in which the features are not complete, are one in 56.
    assert.equal(labelled.faults, 24);
    assert.ok(labelled.faultyHours > 0 && labelled.faultyHours < labelled.hours);
    assert.match(
      labelled[JUPYTER_DISPLAY]()["text/plain"],
      /^24 faults in [\d,]+ hours of 24 meters; [\d,]+ hours are wrong$/,
    );
  });
});

Deno.test("labelledHours() says which detectors there are", async () => {
  await withHostel(2, async (context) => {
    const options = { detectors: ["lof_of_ours" as "iqr"] };
    await assert.rejects(labelledHours(context, hostel, options, () => silent), {
      name: "RangeError",
      message: /^Cannot judge detectors: expected some of z_score, .*, got "lof_of_ours"$/,
    });
  });
});
