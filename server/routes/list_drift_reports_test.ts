import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /api/v1/drift/reports lists reports in short, a page at a time", async () => {
  await using deps = await hostelDeps();
  const stored = await deps.reports.latest();
  assert.ok(stored !== null);
  const ids = [2, 1].map((n) => `2020050${n}T093000000Z-00c0ffee`);
  const list = () => Promise.resolve(ids);
  const read = (id: string) => Promise.resolve({ ...stored, id });
  const app = createApp({ ...deps, reports: { ...deps.reports, list, read } });
  const get = async (query: string) => {
    const response = await app.request(`/api/v1/drift/reports${query}`);
    return { status: response.status, ...await response.json() };
  };
  const { sections: _, ...summary } = stored;
  assert.deepEqual(await get(""), { status: 200, reports: ids.map((id) => ({ ...summary, id })) });
  const older = await get(`?limit=1&before=${ids[0]}`);
  assert.deepEqual(older.reports, [{ ...summary, id: ids[1] }]);
  const { status, detail } = await get("?limit=51");
  assert.deepEqual([status, detail.slice(0, 18)], [400, "Cannot read limit:"]);
});
