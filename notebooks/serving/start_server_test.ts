import assert from "node:assert/strict";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { startServer } from "./start_server.ts";

/** Calls `test` with a project whose task `serve` is a program of its own. */
async function withProject(program: string, test: (project: string) => Promise<void>) {
  const project = await Deno.makeTempDir();
  try {
    const command = "deno run --allow-env serve.ts";
    await Deno.writeTextFile(
      `${project}/deno.json`,
      JSON.stringify({ tasks: { serve: command } }),
    );
    await Deno.writeTextFile(`${project}/serve.ts`, program);
    await test(project);
  } finally {
    await Deno.remove(project, { recursive: true });
  }
}

const model = "models:/energy@champion";

Deno.test("startServer() waits for the line that says where it is, and ends it by SIGTERM", async () => {
  const program = `
    Deno.addSignalListener("SIGTERM", () => Deno.exit(0));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const version = Deno.args.join(" ") + " " + Deno.env.get("WATTBOOK_PORT");
    console.log(JSON.stringify({ model: "energy", version, url: "http://127.0.0.1:1" }));
    setInterval(() => {}, 1000);`;
  await withProject(program, async (project) => {
    await using server = await startServer({ dataset: "hostel", model, project });
    const arguments_ = `--json --dataset hostel --model ${model} 0`;
    assert.deepEqual([server.url, server.version], ["http://127.0.0.1:1", arguments_]);
    assert.equal(
      server[JUPYTER_DISPLAY]()["text/plain"],
      `models:/energy/${arguments_} answers`,
    );
    await server.stop();
  });
});

Deno.test("startServer() tells the exit code and the last words of one that does not come up", async () => {
  const program = `console.error("Cannot find the model"); Deno.exit(3);`;
  await withProject(program, async (project) => {
    await assert.rejects(startServer({ dataset: "hostel", model, project }), {
      message: `Cannot serve "${model}": the server ended with exit code 3: Cannot find the model`,
    });
  });
});

Deno.test("startServer() gives a server that may end by itself before it is stopped", async () => {
  const program = `console.log(JSON.stringify({ model: "energy", version: "1", url: "" }));`;
  await withProject(program, async (project) => {
    const server = await startServer({ dataset: "hostel", model, project });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.stop();
  });
});
