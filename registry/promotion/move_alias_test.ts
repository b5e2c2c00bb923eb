import assert from "node:assert/strict";
import { createClient } from "../client/mod.ts";
import { moveAlias, requireMover } from "./move_alias.ts";

const mover = { name: "a", alias: "champion", reason: "First", by: "train", id: "x", now: 1_000 };

Deno.test("moveAlias() records, moves and confirms, in this order", async () => {
  const calls: unknown[] = [];
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    async fetch(request) {
      const { version, value } = await request.json();
      calls.push([request.url.split("/").at(-1), version ?? JSON.parse(value).confirmed]);
      return Response.json({});
    },
  });
  const move = await moveAlias(client, { kind: "rollback", from: "2", to: "1", ...mover });
  assert.deepEqual(calls, [["set-tag", false], ["alias", "1"], ["set-tag", true]]);
  assert.deepEqual(move, {
    kind: "rollback",
    name: "a",
    alias: "champion",
    from: "2",
    to: "1",
    reason: "First",
    by: "train",
    at: "1970-01-01T00:00:01.000Z",
    confirmed: true,
  });
});

Deno.test("requireMover() takes what MLflow takes as an alias", () => {
  for (const alias of ["champion", "A_b-9", "vienna", "v", "1"]) requireMover({ ...mover, alias });
  for (const alias of ["", "latest", "Latest", "v1", "V12", "a.b", "a/b", "x".repeat(101)]) {
    assert.throws(() => requireMover({ ...mover, alias }), {
      name: "RangeError",
      message: new RegExp(`got "${alias}"$`),
    });
  }
});
