import assert from "node:assert/strict";
import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { tableOfColumns, toMatrix } from "../tables/mod.ts";
import { notebookModel } from "./notebook_model.ts";

Deno.test("notebookModel() scores tables, rows and matrices alike, and says what features count for", async () => {
  await using hostel = await openScoredHostel();
  const { db } = hostel.context;
  const model = notebookModel(hostel.model);
  const rows = tableOfColumns(
    await db.columns(`
      SELECT meter_id, ts, ${
      model.columns.join(", ")
    } FROM features ORDER BY meter_id, ts LIMIT 500`),
  );
  const scored = await model.score(rows);
  assert.deepEqual(scored.columns.map(({ name, type }) => `${name} ${type}`).slice(0, 4), [
    "meter_id VARCHAR",
    "ts TIMESTAMP",
    "score DOUBLE",
    "label BOOLEAN",
  ]);
  assert.deepEqual(scored.texts("meter_id"), rows.texts("meter_id"));
  assert.deepEqual(scored.numbers("ts"), rows.numbers("ts"));
  const direct = await hostel.model.session.score(toMatrix(rows, model.columns));
  assert.deepEqual(scored.numbers("score"), Float64Array.from(direct.score));
  assert.deepEqual(scored.numbers("label"), Float64Array.from(direct.label));
  assert.deepEqual(
    scored.numbers(model.members[0])[7],
    direct.memberScores[7 * model.members.length],
  );

  // Rows, the order of columns and a matrix: all the same.
  const objects = rows.objects().slice(0, 20);
  const first = scored.numbers("score").slice(0, 20);
  assert.deepEqual((await model.score(objects)).numbers("score"), first);
  const matrix = toMatrix(rows, model.columns);
  const bare = await model.score(matrix);
  assert.deepEqual(bare.numbers("score"), scored.numbers("score"));
  assert.equal(bare.columns[0].name, "score");

  await assert.rejects(model.score([{ meter_id: "a", [model.columns[0]]: 1 }]), {
    name: "TypeError",
    message: `Cannot score rows without the columns of the model: missing are ${
      model.columns.slice(1).join(", ")
    }`,
  });

  // Where each feature has its usual value of training, replacing it changes nothing.
  const medians = new Map(hostel.model.profile.columns.map((one) => [one.column, one.median]));
  const usual = Object.fromEntries(model.columns.map((name) => [name, medians.get(name)!]));
  const nothing = await model.importance([usual]);
  assert.deepEqual(nothing.numbers("importance"), new Float64Array(model.columns.length));
  assert.deepEqual(nothing.texts("feature"), model.columns.toSorted());
  const weighed = (await model.importance(objects)).numbers("importance");
  assert.deepEqual([...weighed], [...weighed].sort((a, b) => b - a));
  assert.ok(weighed[0] > 0);

  const { "text/plain": text, "text/html": html } = model[JUPYTER_DISPLAY]();
  const [title, threshold] = text.split("\n");
  assert.equal(title, `${hostel.model.name}, version ${hostel.model.version}`);
  assert.match(threshold, /^reports from a score of: 0\.\d+$/);
  assert.ok(text.includes(`${model.columns.length} columns: ${model.columns.join(", ")}`));
  assert.doesNotMatch(text + html, new RegExp(hostel.model.runId));
});
