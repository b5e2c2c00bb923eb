import assert from "node:assert/strict";
import type { MonitoringReport } from "./monitor_window.ts";
import { plainReport } from "./report.ts";
import { DRIFT_REPORT } from "./report_fixture.ts";
import {
  listReports,
  readLatestReport,
  readReport,
  reportFile,
  storeReport,
} from "./report_store.ts";

const KEPT = 366;
const KINDS = ["html", "json", "md"];

interface Home {
  readonly home: string;
  readonly scratch: string;
}

async function withHome(use: (home: Home) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  const scratch = `${home}/scratch`;
  await Deno.mkdir(scratch);
  try {
    await use({ home, scratch });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

function store({ home, scratch }: Home, report: MonitoringReport): Promise<void> {
  return storeReport({ config: { home }, scratch }, report);
}

/** The id of the n-th millisecond of a day. */
function id(n: number): string {
  return `20240801T000000${String(n).padStart(3, "0")}Z-00c0ffee`;
}

function files({ home }: Home): string[] {
  return [...Deno.readDirSync(`${home}/drift/hostel`)].map(({ name }) => name)
    .filter((name) => name !== "lock").sort();
}

Deno.test("storeReport() keeps a report for programs and for people, the latest first", () =>
  withHome(async (at) => {
    const reports = [2, 1].map((n) => ({ ...DRIFT_REPORT, id: id(n) }));
    for (const report of reports) await store(at, report);
    await store(at, { ...DRIFT_REPORT, dataset: "other" });

    const stored = plainReport(reports[0]);
    assert.deepEqual(await listReports(at.home, "hostel"), [id(2), id(1)]);
    assert.deepEqual(await readLatestReport(at.home, "hostel"), stored);
    assert.deepEqual(await readReport(at.home, "hostel", id(2)), stored);
    assert.equal(await readReport(at.home, "hostel", id(3)), undefined);
    assert.deepEqual(files(at), [1, 2].flatMap((n) => KINDS.map((kind) => `${id(n)}.${kind}`)));
    const page = await Deno.readTextFile(reportFile(at.home, "hostel", id(2), "html"));
    assert.match(page, /<h1>hostel<\/h1>/);
    assert.deepEqual([...Deno.readDirSync(at.scratch)], []);
  }));

Deno.test("storeReport() removes all but the last 366 and what a kill left of others", () =>
  withHome(async (at) => {
    await store(at, { ...DRIFT_REPORT, id: id(900) });
    const directory = `${at.home}/drift/hostel`;
    for (let n = 0; n < KEPT; n++) {
      for (const kind of KINDS) await Deno.writeTextFile(`${directory}/${id(n)}.${kind}`, "{}");
    }
    await Deno.writeTextFile(`${directory}/${id(800)}.html`, "half a report");
    await Deno.writeTextFile(`${directory}/notes.txt`, "of somebody else");

    await store(at, { ...DRIFT_REPORT, id: id(901) });
    const kept = [901, 900, ...Array.from({ length: KEPT - 2 }, (_, i) => KEPT - 1 - i)].map(id);
    assert.deepEqual(await listReports(at.home, "hostel"), kept);
    assert.deepEqual(
      files(at),
      [...kept.toReversed().flatMap((id) => KINDS.map((kind) => `${id}.${kind}`)), "notes.txt"],
    );
  }));

Deno.test("listReports() knows nothing of files that are no reports, nor of half ones", () =>
  withHome(async (at) => {
    await store(at, { ...DRIFT_REPORT, id: id(1) });
    for (const name of ["latest.json", `${id(2)}.html`, `${id(3)}.json.part`]) {
      await Deno.writeTextFile(`${at.home}/drift/hostel/${name}`, "{");
    }
    assert.deepEqual(await listReports(at.home, "hostel"), [id(1)]);
    assert.equal(await readLatestReport(at.home, "nobody"), undefined);
  }));

Deno.test("reportFile() names no file but that of a report", () => {
  for (const bad of ["../../mlflow", "latest", `${id(1)}/../${id(2)}`]) {
    assert.throws(() => reportFile("/home", "hostel", bad, "json"), {
      name: "RangeError",
      message: `Cannot name the file of a report: expected an id such as ` +
        `20240801T093000000Z-00c0ffee, got "${bad}"`,
    });
  }
});

Deno.test("a process that is killed leaves whole reports", () =>
  withHome(async (at) => {
    const [store, fixture] = ["report_store.ts", "report_fixture.ts"]
      .map((name) => JSON.stringify(import.meta.resolve(`./${name}`)));
    const code = `
      import { storeReport } from ${store};
      import { DRIFT_REPORT } from ${fixture};
      console.log("ready");
      for (let n = 0; ; n++) {
        const id = "20240801T" + String(n).padStart(9, "0") + "Z-00c0ffee";
        const at = ${JSON.stringify({ config: { home: at.home }, scratch: at.scratch })};
        await storeReport(at, { ...DRIFT_REPORT, id });
      }`;
    for (const ms of [5, 12, 23, 41]) {
      const process = new Deno.Command(Deno.execPath(), {
        args: ["eval", "--quiet", "--ext=ts", code],
        stdout: "piped",
        stderr: "null",
      }).spawn();
      const output = process.stdout.getReader();
      await output.read();
      await new Promise((resolve) => setTimeout(resolve, ms));
      process.kill("SIGKILL");
      output.releaseLock();
      await process.stdout.cancel();
      await process.status;
    }
    const ids = await listReports(at.home, "hostel");
    assert.ok(ids.length > 0);
    for (const id of ids) {
      assert.deepEqual(
        await readReport(at.home, "hostel", id),
        plainReport({ ...DRIFT_REPORT, id }),
      );
      for (const [kind, end] of [["html", "</html>\n"], ["md", ".\n"]]) {
        const text = await Deno.readTextFile(reportFile(at.home, "hostel", id, kind));
        assert.ok(text.endsWith(end), `${id}.${kind}`);
      }
    }
  }));
