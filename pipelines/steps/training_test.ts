import assert from "node:assert/strict";
import { floors, metrics } from "../../models/mod.ts";
import { openSession } from "../../models/onnx/session.ts";
import {
  downloadArtifact,
  getDownloadUri,
  getModelVersion,
  getRegisteredModel,
  getRun,
  readHistory,
} from "../../registry/mod.ts";
import { featureVersion, featureViews, MODEL_INPUTS, readFeatures } from "../features/mod.ts";
import { openContext } from "../context.ts";
import { readGitCommit } from "../git_commit.ts";
import { CSV_START } from "../hostel_csv_fixture.ts";
import { hostelSource, silent, TRAINED_AT, withTrainedHome } from "../trained_home_fixture.ts";
import { splitMeters } from "./split_meters.ts";
import { train } from "./training.ts";

const DAY = 86_400_000;
const MEMBERS = [
  "z_score",
  "iqr",
  "isolation_forest",
  "one_class_svm",
  "dbscan",
  "gradient_boosting",
];
const ROOMS = roomNames(2);

function roomNames(perSize: number): string[] {
  return [2, 4, 6].flatMap((beds) =>
    Array.from({ length: perSize }, (_, i) => `room-${beds}-0${i + 1}`)
  );
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

Deno.test("train() takes readings to a champion in the registry", async (t) => {
  await withTrainedHome({ commit: "c0ffee" }, async ({ context, options, training }) => {
    const { db, registry } = context;
    const { evaluation, split } = training;
    const { manifest } = training.ingested;
    const run = await getRun(registry, training.runId);
    const name = options.model;
    const version = await getModelVersion(registry, { name, version: "1" });
    const uri = await getDownloadUri(registry, version);
    const text = async (path: string) =>
      new TextDecoder().decode(await downloadArtifact(registry, uri, path));

    await t.step("splits the meters into disjoint groups of 60, 20 and 20 percent", () => {
      const groups = [split.train, split.validation, split.test];
      assert.deepEqual(groups.map(({ length }) => length), [4, 1, 1]);
      assert.deepEqual(groups.flat().sort(), ROOMS);
      assert.deepEqual(evaluation.meters, split.test);
    });

    await t.step("describes the complete hours of all meters, in every feature", async () => {
      assert.equal(training.rows, manifest.readings);
      assert.equal(training.features, 65);
      const profile = JSON.parse(await text("reference_profile.json"));
      const [{ n }] = await db.rows<{ n: number }>(
        "SELECT count(*) AS n FROM features WHERE residual_week + change_168h IS NOT NULL",
      );
      assert.equal(profile.rows, n);
      // January to July, of which the last has eighteen days.
      assert.equal(profile.chunks, 7);
    });

    await t.step("labels what reaches the threshold that it chose", async () => {
      const { x } = await readFeatures(db, MODEL_INPUTS, { meterIds: split.validation });
      const session = await openSession(training.onnx);
      const { score, label } = await session.score(x);
      assert.deepEqual([...label], Array.from(score, (s) => s >= session.threshold ? 1 : 0));
      assert.equal(session.threshold, Math.fround(evaluation.ensemble.threshold));
      await session.close();
    });

    await t.step("evaluates every detector and floor by every metric", () => {
      assert.deepEqual(Object.keys(evaluation.detectors), MEMBERS);
      assert.deepEqual(Object.keys(evaluation.floors), Object.keys(floors));
      const names = [...Object.keys(metrics), "threshold"];
      for (const figures of [...Object.values(evaluation.detectors), evaluation.ensemble]) {
        assert.deepEqual(Object.keys(figures), names);
      }
      // A constant score ranks by chance: its average precision is the share of anomalies.
      assert.equal(evaluation.floors.constant.roc_auc, 0.5);
      assert.equal(
        evaluation.floors.constant.average_precision,
        evaluation.anomalous_rows / evaluation.rows,
      );
      assert.ok(Math.abs(evaluation.floors.random.roc_auc - 0.5) < 0.05);
      assert.ok(evaluation.ensemble.roc_auc > evaluation.floors.seasonal_naive.roc_auc);
      // One fault in 56 days of the 192 days after the first complete hour.
      assert.equal(Object.values(evaluation.faults).reduce((sum, n) => sum + n, 0), 3);
    });

    await t.step("logs parameters, tags, metrics and the dataset of the run", () => {
      assert.deepEqual(run.params, {
        seed: "1",
        threshold: "f_beta",
        beta: "1",
        until: "end",
        train_meters: split.train.join(","),
        validation_meters: split.validation.join(","),
        test_meters: split.test.join(","),
      });
      assert.deepEqual(run.tags, {
        "mlflow.runName": run.runName,
        "mlflow.source.git.commit": "c0ffee",
        "wattbook.dataset": "hostel",
        "wattbook.dataset_digest": manifest.sourceDigest,
        "wattbook.feature_view": "energy_hourly,energy_context",
        "wattbook.feature_version": featureVersion(featureViews),
        "wattbook.seed": "1",
      });
      assert.deepEqual(run.datasets, [{
        name: "hostel",
        digest: manifest.sourceDigest.slice(0, 32),
        tags: { "mlflow.data.context": "training" },
      }]);
      const scorers = {
        ...evaluation.floors,
        ...evaluation.detectors,
        ensemble: evaluation.ensemble,
      };
      const logged = Object.entries(scorers).flatMap(([scorer, figures]) => {
        assert.deepEqual(Object.keys(figures), [...Object.keys(metrics), "threshold"]);
        // Who noticed nothing has no delay.
        return Object.entries(figures).filter(([, value]) => value !== null)
          .map(([figure, value]) => [`${scorer}.${figure}`, value] as const);
      });
      assert.deepEqual(run.metrics, {
        ...Object.fromEntries(logged),
        parity_max_abs_diff: training.parityMaxAbsDiff,
        // Each look at the clock of this home moves it on by one.
        scoring_ms_per_1000_rows: 1,
      });
    });

    await t.step("finishes the run by the context's clock", () => {
      assert.equal(run.status, "FINISHED");
      assert.ok(run.startTime! > TRAINED_AT && run.endTime! > run.startTime!);
      assert.ok(run.endTime! < TRAINED_AT + 1_000);
    });

    await t.step("packs what it trained, evaluated and ran", async () => {
      assert.ok(sameBytes(await downloadArtifact(registry, uri, "model.onnx"), training.onnx));
      assert.deepEqual(JSON.parse(await text("evaluation.json")), evaluation);
      for (const [i, { name, sql }] of featureViews.entries()) {
        assert.equal(await text(`features/${i + 1}_${name}.sql`), sql);
      }
      const example = JSON.parse(await text("input_example.json"));
      assert.deepEqual(example.columns, MODEL_INPUTS);
      const first = await db.float32(`
        SELECT ${MODEL_INPUTS.join(", ")} FROM features f
        WHERE meter_id = '${split.validation[0]}' AND residual_week + change_168h IS NOT NULL
        ORDER BY ts LIMIT 5`);
      // JSON has no NaN: what is missing is null.
      const values = Array.from(first.values, (value) => Number.isNaN(value) ? null : value);
      assert.deepEqual(example.data.flat(), values);
    });

    await t.step("gives the champion to the next version, and records it", async () => {
      assert.deepEqual(version.aliases, ["champion"]);
      const second = await train(context, { ...options, seed: 2, commit: undefined }, silent);
      const { tags } = await getRun(registry, second.runId);
      const commit = await readGitCommit(new URL("../..", import.meta.url).pathname);
      assert.deepEqual([tags["mlflow.source.git.commit"], tags["wattbook.seed"]], [commit, "2"]);
      assert.deepEqual([second.version, second.ingested.kept], ["2", true]);
      assert.ok(!sameBytes(second.onnx, training.onnx));
      assert.deepEqual((await getRegisteredModel(registry, name)).aliases, { champion: "2" });
      const { moves } = await readHistory(registry, name);
      assert.deepEqual(moves.map(({ from, to, by }) => [from, to, by]), [
        [undefined, "1", "training pipeline"],
        ["1", "2", "training pipeline"],
      ]);
    });

    await t.step("gives the same bytes for the same seed, whatever the order of rows", async () => {
      // 7919 is prime to the number of rows, so this visits each once.
      const edit = (lines: string[]) => lines.map((_, i) => lines[(i * 7919) % lines.length]);
      await withTrainedHome({ edit }, (shuffled) => {
        assert.notEqual(shuffled.training.ingested.manifest.sourceDigest, manifest.sourceDigest);
        assert.ok(sameBytes(shuffled.training.onnx, training.onnx));
        assert.deepEqual(shuffled.training.evaluation, evaluation);
      });
    });

    await t.step("until a date sees nothing but the readings before it", async () => {
      const until = Date.UTC(2024, 6, 1);
      const early = await train(context, { ...options, until }, silent);
      assert.equal((await getRun(registry, early.runId)).params.until, "2024-07-01T00:00:00.000Z");
      assert.ok(early.trainingRows < training.trainingRows);
      await withTrainedHome({ days: (until - CSV_START) / DAY }, (cut) => {
        assert.equal(cut.training.trainingRows, early.trainingRows);
        assert.ok(sameBytes(cut.training.onnx, early.onnx));
        assert.deepEqual(cut.training.evaluation, early.evaluation);
      });
    });

    await t.step("registers nothing when the history is too short", async () => {
      const before = await getRegisteredModel(registry, name);
      const until = Date.UTC(2024, 3, 1);
      await assert.rejects(train(context, { ...options, until }, silent), {
        name: "RangeError",
        message: /at least 6 chunks/,
      });
      assert.deepEqual(await getRegisteredModel(registry, name), before);
    });
  });
});

Deno.test("train() asks the tracking server before it loads anything", async () => {
  const home = await Deno.makeTempDir();
  const refusal = { error_code: "PERMISSION_DENIED", message: "Closed today" };
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => Response.json(refusal, { status: 403 }),
  );
  const tracking = { uri: `http://127.0.0.1:${server.addr.port}` };
  let loads = 0;
  const source = { ...hostelSource("none.csv"), load: () => Promise.reject(loads++) };
  {
    await using context = await openContext({ home, tracking }, () => 0);
    await assert.rejects(
      train(context, {
        source,
        model: "energy-anomaly",
        seed: 1,
        threshold: { rule: "f_beta", beta: 1 },
      }, silent),
      { name: "MlflowError", message: /Closed today/ },
    );
  }
  assert.equal(loads, 0);
  await Deno.remove(home, { recursive: true });
});

Deno.test("train() until a date takes an hour for sound by what was known then", async () => {
  const until = Date.UTC(2024, 5, 26);
  const room = "room-2-01";
  // Five hours of zero in April are odd, until from the date on half of every day is zero.
  const early = (line: string) =>
    line.replace(new RegExp(`^(${room},2024-04-10T1[0-4].*),.*`), "$1,0");
  const late = (line: string) =>
    line.replace(new RegExp(`^(${room},2024-(06-(2[6-9]|3)|07).*T(0.|1[01]):.*),.*`), "$1,0");
  const edit = (lines: string[]) => lines.map(early).map(late);
  await withTrainedHome({ edit, until }, async (known) => {
    const issues = "SELECT meter_id, epoch_ms(\"from\") AS at FROM issues WHERE rule = 'zero_run'";
    const april = [{ meter_id: room, at: Date.UTC(2024, 3, 10, 10) }];
    assert.deepEqual(await known.context.db.rows(issues), april);
    const cut = { edit: (lines: string[]) => lines.map(early), days: (until - CSV_START) / DAY };
    await withTrainedHome(cut, async ({ context, training }) => {
      assert.deepEqual(await context.db.rows(issues), april);
      assert.ok(training.split.train.includes(room));
      assert.ok(sameBytes(training.onnx, known.training.onnx));
      assert.deepEqual(training.evaluation, known.training.evaluation);
    });
  });
});

Deno.test("train() judges on the test meters that can carry faults, each over its own hours", async () => {
  const { test: [alive, dead] } = splitMeters(roomNames(3), 1);
  const options = {
    roomsPerSize: 3,
    edit: (lines: string[]) =>
      lines.flatMap((line) => {
        const [meter, ts] = line.split(",");
        if (meter === alive && ts < "2024-05-01") return [];
        return meter === dead ? [`${meter},${ts},0`] : [line];
      }),
  };
  await assert.rejects(withTrainedHome(options, () => {}), {
    name: "RangeError",
    message: new RegExp(
      `^Cannot inject fewer than 3 faults, .* 1 fit into \\[${alive}\\], none into \\[${dead}\\]`,
    ),
  });
  await withTrainedHome({ ...options, days: 366 }, async ({ context, training }) => {
    const { evaluation, split } = training;
    assert.deepEqual(split.test, [alive, dead]);
    assert.deepEqual([evaluation.meters, evaluation.meters_left_out], [[alive], [dead]]);
    const [{ n }] = await context.db.rows<{ n: number }>(`SELECT count(*) AS n FROM features
      WHERE meter_id = '${alive}' AND residual_week + change_168h IS NOT NULL`);
    assert.equal(evaluation.rows, n);
    // Eight months less the first week are four times eight weeks.
    assert.equal(Object.values(evaluation.faults).reduce((sum, count) => sum + count, 0), 4);
  });
});
