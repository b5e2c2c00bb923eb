import assert from "node:assert/strict";
import { findEvents, selectRows } from "../../models/mod.ts";
import { readFeatures } from "../features/mod.ts";
import { explainHours } from "../realtime/explain_hours.ts";
import { loadModel } from "../realtime/served_model.ts";
import { withChampionHome } from "../champion_home_fixture.ts";
import { silent } from "../trained_home_fixture.ts";
import { scoreLake } from "./score_lake.ts";
import { readScoring, scoresDirectory, scoringFile } from "./scores_store.ts";
import { train } from "./training.ts";

const HOUR = 3_600_000;
const CHAMPION = "models:/energy-anomaly@champion";

function folders(home: string): string[] {
  return [...Deno.readDirSync(scoresDirectory(home, "hostel"))]
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name);
}

Deno.test("scoreLake() scores every hour of a dataset", async (t) => {
  await withChampionHome(async ({ context, options, training }) => {
    const { db, config: { home }, registry } = context;
    const model = await loadModel(registry, CHAMPION);
    const shares: number[] = [];
    const record = await scoreLake(context, model, "hostel", (share) => shares.push(share));
    const stored = await db.columns(
      `SELECT * FROM ${scoringFile(home, record, "scores")} ORDER BY meter_id, ts`,
    );
    const score = Float32Array.from(stored.numbers("score"));
    const label = Uint8Array.from(stored.numbers("label"));

    await t.step("stores the scores that the model gives the features", async () => {
      const rows = await readFeatures(db, model.columns);
      const { score: expected, memberScores } = await model.session.score(rows.x);
      assert.deepEqual(score, expected);
      for (const [member, name] of model.session.members.entries()) {
        assert.deepEqual(
          Float32Array.from(stored.numbers(name)),
          expected.map((_, row) => memberScores[row * model.session.members.length + member]),
          name,
        );
      }
      assert.deepEqual(stored.texts("meter_id"), rows.meterIds);
      assert.deepEqual(stored.numbers("ts"), rows.ts);
      assert.deepEqual(stored.numbers("expected_kwh"), rows.expectedKwh);
      assert.deepEqual([...label], Array.from(score, (s) => s >= model.threshold ? 1 : 0));
    });

    await t.step("keeps the load of every hour as it was read", async () => {
      const readings = await db.columns("SELECT kwh FROM readings ORDER BY meter_id, ts");
      assert.deepEqual(stored.numbers("kwh"), readings.numbers("kwh"));
    });

    await t.step("stores the events of the scores", async () => {
      const expected = findEvents({
        meterId: stored.texts("meter_id") as string[],
        ts: stored.numbers("ts"),
        label,
        score,
        kwh: stored.numbers("kwh"),
        expectedKwh: stored.numbers("expected_kwh"),
      }, { intervalMs: HOUR });
      assert.ok(expected.length > 0);
      const peaks = await readFeatures(db, model.columns);
      const places = new Map(peaks.meterIds.map((id, row) => [`${id} ${peaks.ts[row]}`, row]));
      const at = expected.map(({ meterId, peakTs }) => places.get(`${meterId} ${peakTs}`)!);
      const reasons = await explainHours(model, selectRows(peaks.x, at));
      assert.deepEqual(
        await db.rows(`SELECT * FROM ${scoringFile(home, record, "events")}`),
        expected.map((event, i) => ({
          meter_id: event.meterId,
          start_ts: event.start,
          end_ts: event.end,
          hours: event.intervals,
          peak_score: event.peakScore,
          peak_ts: event.peakTs,
          excess_kwh: event.excessKwh,
          reasons: JSON.stringify(reasons[i]),
        })),
      );
      assert.equal(record.events, expected.length);
    });

    await t.step("records what it did and makes it current", async () => {
      const { folder, ...facts } = record;
      const { manifest } = training.ingested;
      assert.deepEqual(facts, {
        dataset: "hostel",
        model: "energy-anomaly",
        version: "1",
        members: model.session.members,
        rows: manifest.readings,
        anomalous_hours: label.reduce((sum, one) => sum + one, 0),
        events: record.events,
        from: "2024-01-01T00:00:00.000Z",
        to: "2024-07-18T23:00:00.000Z",
      });
      assert.deepEqual(await readScoring(home, "hostel"), record);
      assert.deepEqual(folders(home), [folder]);
      assert.deepEqual(shares, [1, 2, 3, 4, 5, 6, 7].map((month) => month / 7));
    });

    await t.step("opens the scores as the relation scored", async () => {
      assert.deepEqual(
        await db.rows("SELECT count(*) AS n, sum(label)::INTEGER AS marked FROM scored"),
        [{ n: record.rows, marked: record.anomalous_hours }],
      );
    });

    await t.step("gives the same bytes again", async () => {
      const read = (name: string) =>
        Deno.readFile(`${scoresDirectory(home, "hostel")}/${record.folder}/${name}.parquet`);
      const before = [await read("scores"), await read("events")];
      assert.deepEqual(await scoreLake(context, model, "hostel"), record);
      assert.deepEqual([await read("scores"), await read("events")], before);
    });

    await t.step("refuses a dataset without any hour", async () => {
      await db.run(`
        CREATE TEMP VIEW features AS
        SELECT * FROM read_parquet('${home}/features/*.parquet') LIMIT 0`);
      await assert.rejects(scoreLake(context, model, "hostel"), {
        name: "RangeError",
        message: 'Cannot score dataset "hostel" as it has no complete hour',
      });
      await db.run("DROP VIEW temp.features");
    });

    await model.session.close();

    await t.step("that fails leaves the current scoring as it was", async () => {
      await assert.rejects(scoreLake(context, model, "hostel"), /closed/);
      assert.deepEqual(await readScoring(home, "hostel"), record);
      const [{ n }] = await db.rows<{ n: number }>(
        `SELECT count(*) AS n FROM ${scoringFile(home, record, "scores")}`,
      );
      assert.equal(n, record.rows);
    });

    await t.step(
      "by another version replaces the scoring and keeps the one before it",
      async () => {
        await train(context, { ...options, seed: 2 }, silent);
        const second = await loadModel(registry, CHAMPION);
        const replaced = await scoreLake(context, second, "hostel");
        assert.equal(replaced.version, "2");
        assert.notEqual(replaced.folder, record.folder);
        assert.deepEqual(await readScoring(home, "hostel"), replaced);
        assert.deepEqual(folders(home).sort(), [record.folder, replaced.folder].sort());
        await second.session.close();
      },
    );
  });
});
