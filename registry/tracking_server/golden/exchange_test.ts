import assert from "node:assert/strict";
import { asking } from "./exchange.ts";

Deno.test("asking() carries a GET's input in its query, and keeps placeholders", () => {
  const get = asking("GET", "runs/get");
  assert.equal(
    get("a list", { filter: "a = 'b c'", order_by: ["x", "y"], id: "<run>" }).path,
    "/api/2.0/mlflow/runs/get?filter=a%20%3D%20'b%20c'&order_by=x&order_by=y&id=<run>",
  );
  assert.equal(get("nothing").path, "/api/2.0/mlflow/runs/get");
});

Deno.test("asking() carries other input as JSON, and a text as it is", () => {
  const post = asking("POST", "runs/create");
  assert.deepEqual(post("a name", { run_name: "a" }, { run: "run.info.run_id" }), {
    name: "POST runs/create: a name",
    method: "POST",
    path: "/api/2.0/mlflow/runs/create",
    body: '{"run_name":"a"}',
    headers: { "content-type": "application/json" },
    keep: { run: "run.info.run_id" },
  });
  assert.equal(post("half", '{"run').body, '{"run');
});
