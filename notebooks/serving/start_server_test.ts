import assert from "node:assert/strict";
import { join } from "node:path";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { startServer } from "./start_server.ts";

const CONFIG = join(import.meta.dirname!, "../../deno.json");

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

async function exists(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return false;
  }
}

const model = "models:/energy@champion";

Deno.test("startServer() waits for the line that says where it is, and ends it by its input", async () => {
  const program = `
    await new Promise((resolve) => setTimeout(resolve, 100));
    const version = Deno.args.join(" ") + " " + Deno.env.get("WATTBOOK_PORT");
    console.log(JSON.stringify({ model: "energy", version, url: "http://127.0.0.1:1" }));
    for await (const _ of Deno.stdin.readable);`;
  await withProject(program, async (project) => {
    await using server = await startServer({ dataset: "hostel", model, project });
    const arguments_ = `--json --while-input --dataset hostel --model ${model} 0`;
    assert.deepEqual([server.url, server.version], ["http://127.0.0.1:1", arguments_]);
    assert.equal(
      server[JUPYTER_DISPLAY]()["text/plain"],
      `models:/energy/${arguments_} answers`,
    );
    await server.stop();
  });
});

Deno.test("startServer() gives a server that ends with a program that is killed", async () => {
  const program = `
    console.log(JSON.stringify({ model: "energy", version: "1", url: "" }));
    for await (const _ of Deno.stdin.readable);
    console.error("no more input");
    await Deno.writeTextFile("ended", "");`;
  await withProject(program, async (project) => {
    await Deno.writeTextFile(
      `${project}/deno.json`,
      JSON.stringify({
        tasks: { serve: "deno run --allow-write serve.ts" },
      }),
    );
    const request = { dataset: "hostel", model, project };
    const starting = `
      import { startServer } from ${JSON.stringify(import.meta.resolve("./start_server.ts"))};
      await startServer(${JSON.stringify(request)});
      console.log("started");
      setInterval(() => {}, 1000);`;
    const starter = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--config",
        CONFIG,
        `data:application/typescript,${encodeURIComponent(starting)}`,
      ],
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const reader = starter.stdout.pipeThrough(new TextDecoderStream()).getReader();
    assert.equal((await reader.read()).value, "started\n");
    await reader.cancel();
    starter.kill("SIGKILL");
    await starter.status;
    while (!await exists(`${project}/ended`)) await new Promise((go) => setTimeout(go, 20));
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
