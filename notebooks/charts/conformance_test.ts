import assert from "node:assert/strict";
import { DOMParser } from "linkedom";
import { JUPYTER_DISPLAY } from "./display.ts";
import { type Chart, type ChartOptions, charts } from "./mod.ts";
import { labelsOf } from "./svg_marks_fixture.ts";
import { type TextBox, textBoxes } from "./text_boxes_fixture.ts";

const HOUR_MS = 3_600_000;
const START = Date.UTC(2020, 0, 1);
const MARKUP = `</text><script>alert("1 & 2")</script>`;

/** Rows of each chart, with names as long as they come in practice. */
const examples: Record<keyof typeof charts, (options?: ChartOptions) => Chart> = {
  load: (options) =>
    charts.load(
      hours(24 * 366).map((i) => ({
        ts: START + i * HOUR_MS,
        kwh: 1000 + 100 * (i % 24),
        expected: 2000,
        label: i % 1000 === 0 ? 1 : 0,
      })),
      { ...options, events: [{ start: START + 50 * HOUR_MS, end: START + 90 * HOUR_MS }] },
    ),
  drift: (options) =>
    charts.drift(
      hours(34).map((i) => ({
        column: `${i}_residual_week_mean_24h`,
        severity: 40 / (i + 1),
        drifted: i < 40,
      })),
      options,
    ),
  dailyProfile: (options) =>
    charts.dailyProfile(
      hours(24).map((hour) => ({ hour, q1: 100, median: 150 + hour, q3: 1234 })),
      options,
    ),
  calendar: (options) =>
    charts.calendar(
      hours(366).map((day) => ({ ts: START + day * 24 * HOUR_MS, value: 1000 + day })),
      options,
    ),
  changes: (options) =>
    charts.changes(
      hours(30).map((i) => ({
        name: `building-${i}-meter`,
        change: (i - 15) / 10,
        limit: i / 60,
        flagged: i < 10,
      })),
      options,
    ),
  detectors: (options) =>
    charts.detectors(
      ["isolation_forest", "one_class_svm", "seasonal_naive", "ensemble"].map((name, i) => ({
        name,
        roc_auc: 1 - i / 10,
        average_precision: 0.5 - i / 10,
      })),
      options,
    ),
  precisionRecall: (options) =>
    charts.precisionRecall(
      ["average_of_maximum", "hour_of_week", "seasonal_naive"].flatMap((scorer) =>
        hours(100).map((i) => ({ scorer, recall: i / 99, precision: 1 - i / 120 }))
      ),
      options,
    ),
  scoreShare: (options) =>
    charts.scoreShare(
      hours(20).map((i) => ({ score: (i + 0.5) / 20, share: i / 40, hours: 10 ** (i % 6) })),
      options,
    ),
  score: (options) =>
    charts.score(
      hours(24 * 366).map((i) => ({
        ts: START + i * HOUR_MS,
        score: (i % 100) / 100,
        predicted: i % 1000 === 0 ? 1 : 0,
      })),
      { ...options, events: [{ start: START + 50 * HOUR_MS, end: START + 90 * HOUR_MS }] },
    ),
  wins: (options) => {
    const names = hours(24).map((i) => `${i}_hour_of_week_z_score`);
    return charts.wins(
      names.flatMap((scorer, i) =>
        names.flatMap((other, j) => i === j ? [] : [{ scorer, other, share: j / 24 }])
      ),
      options,
    );
  },
  effects: (options) =>
    charts.effects(
      hours(40).map((i) => ({
        name: `${i}_residual_week_mean_24h`,
        effect: (i % 2 === 0 ? 100 : -100) / (i + 1),
        matters: i < 8,
      })),
      options,
    ),
  chunks: (options) =>
    charts.chunks(
      hours(53).map((week) => ({
        ts: START + week * 7 * 24 * HOUR_MS,
        value: 1000 + week,
        judged: week === 52,
      })),
      { ...options, usual: { low: 900, high: 1040 } },
    ),
  importance: (options) =>
    charts.importance(
      hours(34).map((i) => ({ feature: `${i}_residual_week_mean_24h`, importance: 1 / (i + 1) })),
      options,
    ),
  profiles: (options) =>
    charts.profiles(
      hours(11).flatMap((i) =>
        hours(24).map((hour) => ({
          meter: `building-${i}-with-a-long-name`,
          hour,
          q1: 100,
          median: 150 + hour,
          q3: 1234,
        }))
      ),
      options,
    ),
  runs: (options) =>
    charts.runs(
      ["energy-anomaly-of-march", "energy-anomaly-of-april", "c"].flatMap((run, i) =>
        ["test.event_precision", "test.alerts_per_meter_per_week", "validation.average_precision"]
          .map((metric, j) => ({ run, metric, value: (i + 1) * 10 ** j / 3 }))
      ),
      options,
    ),
};

/** Rows of the examples. */
const points: Record<keyof typeof charts, string> = {
  load: "8,784",
  drift: "34",
  dailyProfile: "24",
  calendar: "366",
  changes: "30",
  detectors: "4",
  precisionRecall: "300",
  scoreShare: "20",
  score: "8,784",
  wins: "552",
  chunks: "53",
  effects: "40",
  importance: "34",
  profiles: "264",
  runs: "9",
};

/** The same calls without rows. */
const empty: Record<keyof typeof charts, (options?: ChartOptions) => Chart> = {
  load: (options) => charts.load([], options),
  drift: (options) => charts.drift([], options),
  dailyProfile: (options) => charts.dailyProfile([], options),
  calendar: (options) => charts.calendar([], options),
  changes: (options) => charts.changes([], options),
  detectors: (options) => charts.detectors([], options),
  precisionRecall: (options) => charts.precisionRecall([], options),
  scoreShare: (options) => charts.scoreShare([], options),
  score: (options) => charts.score([], options),
  wins: (options) => charts.wins([], options),
  chunks: (options) => charts.chunks([], options),
  effects: (options) => charts.effects([], options),
  importance: (options) => charts.importance([], options),
  profiles: (options) => charts.profiles([], options),
  runs: (options) => charts.runs([], options),
};

for (const name of Object.keys(charts) as (keyof typeof charts)[]) {
  Deno.test(`charts.${name} is one named picture, with the same bytes every time`, () => {
    const { svg } = examples[name]();
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement!;
    assert.equal(root.localName, "svg");
    assert.equal(root.getAttribute("xmlns"), "http://www.w3.org/2000/svg");
    assert.equal(root.getAttribute("role"), "img");
    const title = root.querySelector("title")?.textContent;
    assert.ok(title && title === root.getAttribute("aria-label") && labelsOf(svg).includes(title));
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
    assert.equal(examples[name]().svg, svg);
  });

  Deno.test(`charts.${name} says that there is no data`, () => {
    const { svg, [JUPYTER_DISPLAY]: display } = empty[name]({ title: "Nothing" });
    assert.deepEqual(labelsOf(svg).toSorted(), ["No data", "Nothing"]);
    assert.equal(display()["text/plain"], "Nothing\nNo data");
  });

  Deno.test(`charts.${name} shows markup in its title as text`, () => {
    const { svg } = examples[name]({ title: MARKUP });
    assert.doesNotMatch(svg, /<script/);
    assert.ok(labelsOf(svg).includes(MARKUP));
  });

  Deno.test(`charts.${name} is as wide as asked, in colours that a page may set`, () => {
    const { svg } = examples[name]({ width: 500 });
    assert.match(svg, / width="500"/);
    const colors = [...svg.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map(([, color]) => color);
    for (const color of colors) {
      assert.match(color, /^(none|currentColor|var\(--chart-[a-z]+, #\w+\))$/);
    }
  });

  for (const width of [328, 480, 700, 1080]) {
    Deno.test(`charts.${name} can be read at ${width} px: no text is cut, small or on another`, () => {
      const boxes = textBoxes(examples[name]({ width }).svg);
      for (const box of boxes) {
        assert.ok(box.fontSize >= 8, `"${box.text}" has ${box.fontSize} px`);
        assert.ok(box.left >= -1 && box.right <= width + 1, `"${box.text}" is cut: ${show(box)}`);
      }
      for (const [i, one] of boxes.entries()) {
        for (const other of boxes.slice(i + 1)) {
          assert.ok(!overlap(one, other), `"${one.text}" covers "${other.text}"`);
        }
      }
    });
  }

  Deno.test(`charts.${name} displays itself in a notebook, as a picture and in words`, () => {
    const bundle = examples[name]({ title: "What it is" })[JUPYTER_DISPLAY]();
    assert.deepEqual(Object.keys(bundle), ["image/svg+xml", "text/plain"]);
    assert.match(bundle["image/svg+xml"], /^<svg style="background:#fff/);
    const [title, count, ...columns] = bundle["text/plain"].split("\n");
    assert.deepEqual([title, count], ["What it is", `${points[name]} points`]);
    assert.ok(columns.length >= 2 && columns.every((line) => /^\w+: [\w-]/.test(line)));
  });
}

function hours(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function overlap(one: TextBox, other: TextBox): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom &&
    other.top < one.bottom;
}

function show({ left, right }: TextBox): string {
  return `${left.toFixed()} to ${right.toFixed()}`;
}
