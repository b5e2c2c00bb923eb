import assert from "node:assert/strict";
import { ensembleToOnnx } from "../../models/mod.ts";
import { openSession } from "../../models/onnx/session.ts";
import { UnknownMeterError } from "../../pipelines/mod.ts";
import type { AppDeps, ServedModel } from "../deps.ts";
import { createModelTable } from "../engine/model_table.ts";
import { QueueFullError } from "../engine/queue_full_error.ts";
import { HOSTEL_END, hostelDeps } from "../hostel_deps_fixture.ts";
import { isInShare } from "./assignment.ts";
import { openOffPath } from "./off_path.ts";
import { openReleases } from "./open_releases.ts";
import type { ReleasePlan } from "./release.ts";

const HOUR = 3_600_000;
const URI = "models:/energy-anomaly@challenger";
const METERS = ["room-2-01", "room-4-01", "room-6-01"];

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
/** Scores as the champion does, and marks every hour. */
const session = await openSession(ensembleToOnnx(deps.hostel.ensemble, 1e-6));
Deno.test.afterAll(() => session.close());
const challenger: ServedModel = { ...deps.model, version: "4", session };

/** Taken out of a table, it leaves the session to the other tests. */
const champion: ServedModel = {
  ...deps.model,
  session: { ...deps.model.session, close: () => Promise.resolve() },
};

const readings = METERS.flatMap((meterId) =>
  [3, 2, 1].map((hours) => ({ meterId, ts: HOSTEL_END - hours * HOUR, kwh: 0.5 }))
);

/** Releases of the hostel's model with a challenger, and what was told of them. */
function tried(plan: ReleasePlan, scoreReadings: AppDeps["scoreReadings"] = deps.scoreReadings) {
  const models = createModelTable();
  models.add(champion);
  models.add(challenger);
  let version = "4";
  const loader = {
    ...deps.loader,
    followed: () => [{ uri: URI, name: challenger.name, version }],
  };
  const told: string[] = [];
  const offPath = openOffPath((error) => void told.push(String(error)));
  const releases = openReleases({
    models,
    loader,
    scoreReadings,
    plan: { uri: URI, ...plan },
    offPath,
    clock: () => 0,
    onHalt: (version, reason) => void told.push(`${version}: ${reason}`),
  });
  return { models, releases, offPath, told, name: (other: string) => void (version = other) };
}

Deno.test("openReleases() answers by the champion while a shadow scores the same readings", async () => {
  const { releases, offPath, told } = tried({ mode: "shadow", share: 0 });
  const parts = await releases.score(readings, "r1", {});
  assert.deepEqual(parts.map(({ model, hours }) => [model.version, hours.length]), [["3", 9]]);
  await offPath.idle();
  const status = releases.status();
  assert.deepEqual([status?.championVersion, status?.challengerVersion], ["3", "4"]);
  assert.deepEqual([status?.figures.hours, status?.figures.meanScoreDifference], [9, 0]);
  // The days go on: a day counts when a later one of its meter begins.
  const next = readings.map((reading) => ({ ...reading, ts: reading.ts - 48 * HOUR }));
  await releases.score(next, "r2", {});
  await offPath.idle();
  assert.equal(releases.status()?.figures.hours, 18);
  assert.deepEqual(told, []);
});

Deno.test("openReleases() counts the days that the challenger alone marks", async () => {
  const { releases, offPath } = tried({ mode: "shadow", share: 0 });
  for (const days of [3, 2, 1]) {
    const ts = HOSTEL_END - (24 * days - 1) * HOUR;
    await releases.score([{ meterId: METERS[0], ts, kwh: 0.5 }], "r", {});
  }
  await offPath.idle();
  const own = await deps.scoreReadings(
    deps.model,
    [3, 2].map((days) => ({
      meterId: METERS[0],
      ts: HOSTEL_END - (24 * days - 1) * HOUR,
      kwh: 0.5,
    })),
  );
  const marked = own.filter(({ label }) => label === 1).length;
  const { days } = releases.status()!.figures;
  const silent = own.filter(({ score }) => score < 1e-6).length;
  assert.deepEqual(days, {
    quiet: silent,
    both: marked,
    championOnly: 0,
    challengerOnly: 2 - marked - silent,
  });
});

Deno.test("openReleases() splits meters, and each is answered as its version alone answers", async () => {
  const share = 0.5;
  const { releases } = tried({ mode: "split", share });
  const parts = await releases.score(readings, "r1", {});
  for (const [version, inShare] of [["3", false], ["4", true]] as const) {
    const meters = METERS.filter((meter) => isInShare(meter, share) === inShare);
    const part = parts.find(({ model }) => model.version === version);
    assert.deepEqual(
      part?.hours ?? [],
      await deps.scoreReadings(
        version === "3" ? deps.model : challenger,
        readings.filter(({ meterId }) => meters.includes(meterId)),
      ),
    );
  }
  assert.equal(parts.flatMap(({ hours }) => hours).length, 9);
});

Deno.test("openReleases() lets a request of a canary name its version", async () => {
  const { releases } = tried({ mode: "canary", share: 1 });
  const versionOf = async (version?: string) =>
    (await releases.score(readings, "r1", { version }))[0].model.version;
  assert.deepEqual([await versionOf(), await versionOf("3")], ["4", "3"]);
});

Deno.test("openReleases() answers by the champion what a canary fails at, and ends it", async () => {
  const failure = new Error("No such column");
  const { releases, told } = tried(
    { mode: "canary", share: 1 },
    (model, readings) =>
      model.version === "4" ? Promise.reject(failure) : deps.scoreReadings(model, readings),
  );
  for (let i = 0; i < 25; i++) {
    const [part] = await releases.score(readings.slice(0, 1), `r${i}`, {});
    assert.equal(part.model.version, "3");
  }
  assert.equal(told.filter((text) => text.startsWith("4: ")).length, 1);
  assert.match(releases.status()?.halted ?? "", /^100 % of its last 20 answers failed$/);
});

Deno.test("openReleases() takes a full queue for no failure of the version that it belongs to", async () => {
  const { releases, offPath } = tried(
    { mode: "canary", share: 1 },
    (model, readings) =>
      model.version === "4"
        ? Promise.reject(new QueueFullError(1024, "requests"))
        : deps.scoreReadings(model, readings),
  );
  for (let i = 0; i < 25; i++) {
    const [part] = await releases.score(readings.slice(0, 1), `r${i}`, {});
    assert.equal(part.model.version, "3");
    await offPath.idle();
  }
  const { halted, challenger } = releases.status()!;
  assert.deepEqual([halted, challenger.answers], [undefined, 0]);
});

Deno.test("openReleases() answers by the champion of the request's begin, although it was unloaded", async () => {
  let removed: Promise<void> | undefined;
  const { models, releases } = tried({ mode: "canary", share: 1 }, (model, readings) => {
    if (model.version === "3") return deps.scoreReadings(model, readings);
    removed ??= models.remove(champion.name, "3");
    return Promise.reject(new Error("No such column"));
  });
  const [{ model, hours }] = await releases.score(readings, "r1", {});
  assert.deepEqual([model.version, hours.length], ["3", 9]);
  await removed;
});

Deno.test("openReleases() lets nobody answer once the time of a request is over", async () => {
  const asked: string[] = [];
  const over = new AbortController();
  const { releases } = tried({ mode: "canary", share: 1 }, (model, _, signal) => {
    asked.push(model.version);
    over.abort(new Error("Its time is over"));
    return Promise.reject(signal?.reason);
  });
  await assert.rejects(releases.score(readings, "r1", {}, over.signal), /Its time is over/);
  assert.deepEqual(asked, ["4"]);
  const { answers, errorShare } = releases.status()!.challenger;
  assert.deepEqual([answers, errorShare], [1, 1]);
});

Deno.test("openReleases() gives a champion that steps in no more time than the request has", async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const { signal } = new AbortController();
  const { releases, offPath } = tried({ mode: "canary", share: 1 }, (model, _, given) => {
    signals.push(given);
    return model.version === "4"
      ? Promise.reject(new Error("No such column"))
      : Promise.resolve([]);
  });
  await releases.score(readings, "r1", {}, signal);
  assert.deepEqual(signals.slice(0, 2), [signal, signal]);
  await offPath.idle();
});

Deno.test("openReleases() takes no mistake of a sender for a failure of a version", async () => {
  const { releases } = tried({ mode: "canary", share: 1 });
  for (let i = 0; i < 25; i++) {
    await assert.rejects(
      releases.score([{ meterId: "attic", ts: HOSTEL_END, kwh: 1 }], `r${i}`, {}),
      UnknownMeterError,
    );
  }
  assert.equal(releases.status()?.halted, undefined);
});

Deno.test("openReleases() has no release where the challenger is the champion, or not there", async () => {
  const { releases, name } = tried({ mode: "canary", share: 1 });
  for (const version of ["3", "9"]) {
    name(version);
    assert.equal(releases.status(), null);
    assert.equal((await releases.score(readings, "r1", {}))[0].model.version, "3");
  }
});
