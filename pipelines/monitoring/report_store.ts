/** The reports of a dataset as files: JSON for programs, a page and a summary for people. */
import { join } from "node:path";
import type { Context } from "../context.ts";
import { lockFolder } from "../folder_lock.ts";
import { readJsonFile } from "../json_file.ts";
import type { MonitoringReport, StoredReport } from "./monitor_window.ts";
import { renderers } from "./renderers/mod.ts";
import { isReportId } from "./report_id.ts";

/** A year of daily reports; older ones are removed. */
const KEPT = 366;

/** The kind of file that makes a report count: it is written last and removed first. */
const COUNTS = "json";

/**
 * The file of a report.
 *
 * @param kind Ending of its name: `json`, `html` or `md`.
 * @throws {RangeError} When the id does not have the form of one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const id = "20240801T093000000Z-00c0ffee";
 * assert.equal(reportFile("/home", "hostel", id, "html"), `/home/drift/hostel/${id}.html`);
 * ```
 */
export function reportFile(home: string, dataset: string, id: string, kind: string): string {
  if (!isReportId(id)) {
    throw new RangeError(
      `Cannot name the file of a report: expected an id such as ` +
        `20240801T093000000Z-00c0ffee, got "${id}"`,
    );
  }
  return join(home, "drift", dataset, `${id}.${kind}`);
}

/**
 * Stores a report, each of its files at once and whole, and removes what is older than the last 366
 * of the dataset. Several processes take turns; a kill leaves a report that counts or none.
 */
export async function storeReport(
  { config: { home }, scratch }: Pick<Context, "config" | "scratch">,
  report: MonitoringReport,
): Promise<void> {
  const { dataset, id } = report;
  const directory = join(home, "drift", dataset);
  await Deno.mkdir(directory, { recursive: true });
  const kinds = Object.values(renderers)
    .toSorted((a, b) => Number(a.extension === COUNTS) - Number(b.extension === COUNTS));
  using _turn = await lockFolder(directory);
  for (const { extension, render } of kinds) {
    const part = join(scratch, crypto.randomUUID());
    await Deno.writeTextFile(part, render(report));
    await Deno.rename(part, reportFile(home, dataset, id, extension));
  }
  const kept = new Set((await listReports(home, dataset)).slice(0, KEPT));
  await removeExcept(directory, kept);
}

/** Removes the files of reports that are not to be kept, and what a kill left of half ones. */
async function removeExcept(directory: string, kept: ReadonlySet<string>): Promise<void> {
  const stale: string[] = [];
  for await (const { name } of Deno.readDir(directory)) {
    const [id] = name.split(".");
    if (isReportId(id) && !kept.has(id)) stale.push(name);
  }
  const counts = (name: string) => name.endsWith(`.${COUNTS}`);
  for (const name of stale.toSorted((a, b) => Number(counts(b)) - Number(counts(a)))) {
    await Deno.remove(join(directory, name));
  }
}

/**
 * The ids of the stored reports of a dataset, the latest first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(await listReports("/nowhere", "hostel"), []);
 * ```
 */
export async function listReports(home: string, dataset: string): Promise<string[]> {
  const ids: string[] = [];
  try {
    for await (const { name } of Deno.readDir(join(home, "drift", dataset))) {
      const id = name.slice(0, -`.${COUNTS}`.length);
      if (name.endsWith(`.${COUNTS}`) && isReportId(id)) ids.push(id);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return ids.sort().reverse();
}

/**
 * A stored report; `undefined` when there is none of this id.
 *
 * @throws {RangeError} When the id does not have the form of one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const id = "20240801T093000000Z-00c0ffee";
 * assert.equal(await readReport("/nowhere", "hostel", id), undefined);
 * ```
 */
export async function readReport(
  home: string,
  dataset: string,
  id: string,
): Promise<StoredReport | undefined> {
  return await readJsonFile(reportFile(home, dataset, id, COUNTS));
}

/**
 * The latest stored report of a dataset; `undefined` before the first one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await readLatestReport("/nowhere", "hostel"), undefined);
 * ```
 */
export async function readLatestReport(
  home: string,
  dataset: string,
): Promise<StoredReport | undefined> {
  // One that is listed may have been removed by the time it is read: then a later one is there.
  const [latest] = await listReports(home, dataset);
  return latest === undefined ? undefined : await readReport(home, dataset, latest);
}
