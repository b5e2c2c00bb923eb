import assert from "node:assert/strict";
import { random } from "../random.ts";
import { changeAt } from "./level_changes.ts";
import { chunkChanges, chunkLimit } from "./change_limits.ts";
import { type DriftSpans, judgeMeter, usualSite } from "./judge_site.ts";

const YEAR: DriftSpans = { reference: { from: 0, to: 400 }, window: { from: 400, to: 430 } };
const SHORT: DriftSpans = { reference: { from: 100, to: 400 }, window: YEAR.window };

/** Meters with noise of their own; `shift` adds to a meter's day. */
function residualsOf(
  meters: number,
  shift: (meter: number, day: number) => number = () => 0,
): Float64Array[] {
  return Array.from({ length: meters }, (_, meter) => {
    const next = random(meter + 1);
    return Float64Array.from(
      { length: 430 },
      (_, day) => 0.04 * (next() + next() - 1) + shift(meter, day),
    );
  });
}

function judged(residuals: readonly Float64Array[], spans = YEAR) {
  const usual = usualSite(residuals, spans);
  return { usual, meters: residuals.map((own, meter) => judgeMeter(usual, meter, own)) };
}

/** Every meter falls: by 0.5 for two weeks from day 30 of each year on. */
function holiday(_: number, day: number): number {
  return day % 365 >= 30 && day % 365 < 44 ? -0.5 : 0;
}

Deno.test("a site where nothing changes does not drift", () => {
  const { usual, meters } = judged(residualsOf(6));
  assert.equal(usual.site?.verdict, "no_drift");
  assert.deepEqual(meters.map(({ verdict }) => verdict), new Array(6).fill("no_drift"));
});

Deno.test("one meter's change is its own, and known a few days after", () => {
  const { usual, meters } = judged(
    residualsOf(6, (meter, day) => meter === 2 && day >= 410 ? 0.3 : 0),
  );
  assert.deepEqual(meters.map(({ verdict }) => verdict === "drift"), [
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
  const { suddenDay, lasting, change } = meters[2];
  assert.ok(suddenDay! >= 411 && suddenDay! <= 415, String(suddenDay));
  // Twenty of thirty days: of the 18 kept the lowest six of ten before are set aside.
  assert.ok(lasting && change > 0.15 && change < 0.31, String(change));
  assert.equal(usual.site?.verdict, "no_drift");
});

Deno.test("the first day does not depend on later ones", () => {
  const shift = (end: number) => (meter: number, day: number) =>
    meter === 2 && day >= 410 && day < end ? 0.3 : 0;
  const [long, short] = [500, 416].map((end) => judged(residualsOf(6, shift(end))).meters[2]);
  assert.equal(short.suddenDay, long.suddenDay);
  assert.equal(short.lasting, false);
});

Deno.test("a small change of the whole window lasts without ever being sudden", () => {
  const { meters } = judged(residualsOf(6, (meter, day) => meter === 1 && day >= 400 ? 0.035 : 0));
  assert.deepEqual([meters[1].suddenDay, meters[1].lasting], [undefined, true]);
});

Deno.test("what comes with the season is no drift, and more than it is", () => {
  const usual = judged(residualsOf(6, holiday));
  assert.equal(usual.usual.site?.suddenDay, undefined);
  assert.deepEqual(usual.meters.map(({ suddenDay }) => suddenDay), new Array(6).fill(undefined));
  const worse = judged(
    residualsOf(6, (meter, day) => holiday(meter, day) - (day >= 412 ? 1 : 0)),
  );
  assert.ok(worse.usual.site!.suddenDay! >= 413);
  assert.ok(worse.meters.every(({ verdict }) => verdict === "drift"));
});

Deno.test("a site that moves has its meters judged by a third of the limit", () => {
  // All but one fall far, that one little.
  const shift = (meter: number, day: number) => day < 410 ? 0 : meter === 0 ? -0.05 : -0.5;
  const { usual, meters } = judged(residualsOf(7, shift));
  assert.ok(usual.moved.includes(true) && usual.site?.verdict === "drift");
  assert.ok(meters.slice(1).every(({ suddenDay }) => suddenDay! >= 411 && suddenDay! <= 415));
});

Deno.test("a meter that stays as it was while its site moves has not changed", () => {
  const { usual, meters } = judged(residualsOf(7, (meter, day) => meter && day >= 410 ? -0.5 : 0));
  assert.equal(usual.site?.verdict, "drift");
  assert.deepEqual([meters[0].verdict, meters[0].suddenDay], ["no_drift", undefined]);
});

Deno.test("without a year of reference no site moves, and says so", () => {
  const { usual, meters } = judged(residualsOf(6, (_, day) => day >= 410 ? -0.5 : 0), SHORT);
  assert.equal(usual.site?.verdict, "unknown");
  assert.deepEqual(usual.moved, new Array(30).fill(false));
  assert.deepEqual(meters.map(({ verdict }) => verdict), new Array(6).fill("no_drift"));
});

Deno.test("a site of four meters has no course: each is judged by itself", () => {
  const { usual, meters } = judged(residualsOf(4, (_, day) => day >= 410 ? -0.5 : 0));
  assert.deepEqual([usual.site, usual.commonChange], [undefined, 0]);
  assert.deepEqual(meters.map(({ verdict }) => verdict), new Array(4).fill("drift"));
});

Deno.test("change and limit are those of the window and of chunks as long as it", () => {
  const residuals = residualsOf(4);
  const { meters } = judged(residuals);
  assert.equal(meters[3].change, changeAt(residuals[3], 400, 430));
  const limit = chunkLimit(chunkChanges(residuals[3], YEAR.reference, 30));
  assert.equal(meters[3].limit, Math.max(limit, meters[3].floor, 0.01));
});

Deno.test("a meter without days, or without a reference, is unknown", () => {
  const residuals = residualsOf(6);
  residuals[0].fill(NaN, 395);
  residuals[1].fill(NaN, 0, 390);
  const { meters } = judged(residuals);
  assert.deepEqual(meters.slice(0, 3).map(({ verdict }) => verdict), [
    "unknown",
    "unknown",
    "no_drift",
  ]);
  const { meters: none } = judged(residuals, {
    reference: { from: 400, to: 400 },
    window: YEAR.window,
  });
  assert.ok(none.every(({ verdict }) => verdict === "unknown"));
});

Deno.test("a load that never varied may change by a hundredth", () => {
  const steady = (change: number) =>
    Array.from({ length: 2 }, () => new Float64Array(430).fill(change, 410));
  assert.equal(judged(steady(0.0099)).meters[0].verdict, "no_drift");
  assert.equal(judged(steady(0.031)).meters[0].verdict, "drift");
});
