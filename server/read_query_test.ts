import assert from "node:assert/strict";
import { Hono } from "hono";
import { RequestError } from "./request_error.ts";
import { readQuery } from "./read_query.ts";
import { reportListQuerySchema } from "./schemas/drift_reports.ts";

async function read(query: string): Promise<unknown> {
  const app = new Hono();
  app.get("/", (c) => c.json(readQuery(c, reportListQuerySchema)));
  app.onError((error, c) =>
    error instanceof RequestError
      ? c.json([error.status, error.message, error.fields])
      : c.text("", 500)
  );
  return await (await app.request(`/${query}`)).json();
}

Deno.test("readQuery() gives the parameters with their defaults", async () => {
  assert.deepEqual(await read(""), { limit: 20 });
  const before = "20240801T093000000Z-00c0ffee";
  assert.deepEqual(await read(`?limit=3&before=${before}`), { limit: 3, before });
});

Deno.test("readQuery() refuses what cannot be read and names the parameter", async () => {
  const message = "expected an id such as 20240801T093000000Z-00c0ffee";
  assert.deepEqual(await read("?before=../x"), [
    400,
    `Cannot read before: ${message}`,
    [{ field: "before", message }],
  ]);
  const [status, told] = await read("?limit=many") as [number, string];
  assert.deepEqual([status, told.slice(0, 18)], [400, "Cannot read limit:"]);
});
