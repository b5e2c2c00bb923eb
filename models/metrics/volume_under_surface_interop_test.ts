import assert from "node:assert/strict";
import { join } from "node:path";
import { askScript } from "../ask_script_fixture.ts";
import { random } from "../random.ts";
import { LONGEST_BUFFER, volumeUnderSurface } from "./volume_under_surface.ts";

const PYTHON_VARIABLE = "WATTBOOK_INTEROP_PYTHON";
const mirror = Deno.env.get("WATTBOOK_DATA_MIRROR");
const setting = mirror ? "" : " (needs a folder with LEAD in WATTBOOK_DATA_MIRROR)";
const TOLERANCE = 1e-9;
const WEEK = 168;

interface Series {
  readonly labels: readonly number[];
  readonly scores: readonly number[];
  readonly buffer: number;
}

interface Shape {
  readonly rows: number;
  readonly buffer: number;
  /** The share of rows at which an event begins or ends. */
  readonly turns: number;
  /** Scores are whole multiples of one in so many: the fewer, the more ties. */
  readonly steps: number;
}

Deno.test("volumeUnderSurface() agrees with TSB-AD on short series of every kind", async () => {
  const draw = random(1);
  const among = <T>(values: readonly T[]) => values[Math.floor(draw() * values.length)];
  const series = Array.from({ length: 80 }, () =>
    drawnSeries(draw, {
      rows: 8 + Math.floor(draw() * 300),
      buffer: Math.floor(draw() * 40),
      turns: among([0.02, 0.1, 0.5]),
      steps: among([1, 4, 1e6]),
    }));
  assert.ok(series.some(({ labels }) => labels[0] === 1 && labels.at(-1) === 1));
  assert.ok(series.some(({ labels }) => labels[0] === 0 && labels.at(-1) === 0));
  assert.ok(series.some(({ scores }) => new Set(scores).size < scores.length / 10));
  assert.ok(series.some(({ labels, buffer }) => labels.length < buffer));
  await assertAgrees(series);
});

Deno.test("volumeUnderSurface() agrees with TSB-AD on a long series", async () => {
  const shape = { rows: 20_000, buffer: LONGEST_BUFFER, turns: 0.005, steps: 1e6 };
  await assertAgrees([drawnSeries(random(2), shape)]);
});

Deno.test({
  name: `volumeUnderSurface() agrees with TSB-AD on a building of LEAD${setting}`,
  ignore: !mirror,
  async fn() {
    const text = await Deno.readTextFile(join(mirror ?? "", "lead", "lead1.0-subset.csv"));
    const rows = text.split("\n").map((line) => line.split(",")).filter(([id]) => id === "118");
    assert.equal(rows.length, 366 * 24, "the building must have every hour of 2016");
    const readings = rows.map(([, , reading]) => Number(reading));
    await assertAgrees([{
      labels: rows.slice(WEEK).map(([, , , label]) => Number(label)),
      scores: readings.slice(WEEK).map((reading, hour) => Math.abs(reading - readings[hour])),
      buffer: LONGEST_BUFFER,
    }]);
  },
});

/** Events at random whose scores are higher; both classes occur. */
function drawnSeries(draw: () => number, { rows, buffer, turns, steps }: Shape): Series {
  let label = draw() < 0.3 ? 1 : 0;
  const labels = Array.from({ length: rows }, () => draw() < turns ? label = 1 - label : label);
  const middle = rows >> 1;
  if (!labels.includes(1 - labels[middle])) labels[middle] = 1 - labels[middle];
  const scores = labels.map((anomalous) => Math.round((3 * draw() + anomalous) * steps) / steps);
  return { labels, scores, buffer };
}

async function assertAgrees(series: readonly Series[]): Promise<void> {
  const expected = await volumesInPython(series);
  assert.equal(expected.length, series.length);
  series.forEach(({ labels, scores, buffer }, i) => {
    const ours = volumeUnderSurface(Uint8Array.from(labels), Float64Array.from(scores), buffer);
    for (const volume of ["roc", "pr"] as const) {
      const difference = Math.abs(ours[volume] - expected[i][volume]);
      assert.ok(
        difference < TOLERANCE,
        `series ${i}: ${volume} is ${ours[volume]} instead of ${expected[i][volume]}`,
      );
    }
  });
}

function volumesInPython(series: readonly Series[]): Promise<{ roc: number; pr: number }[]> {
  const python = Deno.env.get(PYTHON_VARIABLE);
  assert.ok(python, `Cannot run this test as ${PYTHON_VARIABLE} must be the path of a Python`);
  return askScript(python, new URL("./volume_under_surface_interop.py", import.meta.url), series);
}
