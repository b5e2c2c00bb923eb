/** Schemathesis over the OpenAPI document, by the Python that `WATTBOOK_SERVING_PYTHON` names. */
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { createApp } from "./app.ts";
import { hostelDeps } from "./hostel_deps_fixture.ts";

const python = Deno.env.get("WATTBOOK_SERVING_PYTHON") ?? "python3";
const CHECKS = [
  "not_a_server_error",
  "response_schema_conformance",
  "status_code_conformance",
  "content_type_conformance",
  "response_headers_conformance",
];

async function run(program: string, args: readonly string[], input = ""): Promise<string> {
  const hooks = new URL("openapi_interop_hooks.py", import.meta.url).pathname;
  // It keeps what it has tried where it is started.
  const cwd = await Deno.makeTempDir();
  const child = new Deno.Command(program, {
    args: [...args],
    cwd,
    env: { SCHEMATHESIS_HOOKS: hooks, NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  await Deno.remove(cwd, { recursive: true });
  const text = new TextDecoder().decode(stdout);
  assert.ok(success, text.slice(-5000) + new TextDecoder().decode(stderr));
  return text;
}

Deno.test("schemathesis finds no failure of ours and no answer that /openapi.json does not describe", async () => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => app.fetch(request),
  );
  const document = `http://127.0.0.1:${server.addr.port}/openapi.json`;
  const program = join(dirname(python), "schemathesis");
  // Without a model a server is not ready, which it says with 503.
  for (const choice of ["--exclude-operation-id", "--include-operation-id"]) {
    const text = await run(program, [
      "run",
      document,
      ...[choice, "unloadModel"],
      ...["--checks", CHECKS.join(",")],
      ...["--phases", "examples,coverage,fuzzing"],
      ...["--max-examples", "50"],
      ...["--seed", "7"],
      "--continue-on-failure",
    ]);
    assert.match(text, /Tested: [1-9]/);
  }
  assert.deepEqual(deps.failures, []);
});

Deno.test("/openapi.json is what the JSON schema of OpenAPI 3.1 asks for", async () => {
  await using deps = await hostelDeps();
  const document = await (await createApp(deps).request("/openapi.json")).text();
  const script = new URL("openapi_interop.py", import.meta.url).pathname;
  assert.equal(await run(python, [script], document), "");
});
