import assert from "node:assert/strict";
import { join } from "node:path";
import { isUnfinished, sweepUnfinished, writeWhole } from "./unfinished_file.ts";

async function withDirectory(use: (directory: string) => Promise<void>): Promise<void> {
  const directory = await Deno.makeTempDir();
  try {
    await use(directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

function namesIn(directory: string): string[] {
  return [...Deno.readDirSync(directory)].map(({ name }) => name);
}

Deno.test("isUnfinished() holds for the names of writeWhole() alone", () => {
  for (const name of ["a#unfinished", "#unfinished", `${crypto.randomUUID()}#unfinished.txt`]) {
    assert.equal(isUnfinished(name), false, name);
  }
});

Deno.test("writeWhole() writes every byte of every chunk, and of none an empty file", async () => {
  await withDirectory(async (directory) => {
    const chunks = [new Uint8Array(70_000).fill(1), new Uint8Array(0), new Uint8Array([2])];
    await writeWhole(directory, join(directory, "a"), ReadableStream.from(chunks));
    const bytes = await Deno.readFile(join(directory, "a"));
    assert.deepEqual([bytes.length, bytes[69_999], bytes[70_000]], [70_001, 1, 2]);
    await writeWhole(directory, join(directory, "a"), ReadableStream.from<Uint8Array>([]));
    assert.equal((await Deno.stat(join(directory, "a"))).size, 0);
    assert.deepEqual(namesIn(directory), ["a"]);
  });
});

Deno.test("writeWhole() leaves nothing of a body that breaks off, and keeps the file before it", async () => {
  await withDirectory(async (directory) => {
    await Deno.writeTextFile(join(directory, "a"), "whole");
    async function* broken() {
      yield new Uint8Array([1]);
      await Promise.resolve();
      throw new RangeError("Connection lost");
    }
    const body = ReadableStream.from<Uint8Array>(broken());
    await assert.rejects(writeWhole(directory, join(directory, "a"), body), {
      message: "Connection lost",
    });
    assert.equal(await Deno.readTextFile(join(directory, "a")), "whole");
    assert.deepEqual(namesIn(directory), ["a"]);
  });
});

const writer = `
  import { writeWhole } from "${new URL("./unfinished_file.ts", import.meta.url)}";
  const endless = new ReadableStream({
    async pull(controller) {
      controller.enqueue(new Uint8Array(1000));
      await Deno.stdout.write(new Uint8Array([10]));
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  });
  await writeWhole(Deno.args[0], Deno.args[0] + "/target", endless);
`;

Deno.test("sweepUnfinished() spares what a living process writes, and takes what a killed one left", async () => {
  await withDirectory(async (directory) => {
    const script = await Deno.makeTempFile({ suffix: ".ts" });
    await Deno.writeTextFile(script, writer);
    const process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", script, directory],
      stdout: "piped",
    }).spawn();
    const reader = process.stdout.getReader();
    for (let chunks = 0; chunks < 3; chunks++) await reader.read();
    sweepUnfinished(directory);
    const [left] = namesIn(directory);
    assert.equal(isUnfinished(left), true);
    process.kill("SIGKILL");
    await process.status;
    await reader.cancel();
    sweepUnfinished(directory);
    assert.deepEqual(namesIn(directory), []);
    await Deno.remove(script);
  });
});

Deno.test("sweepUnfinished() leaves other files alone, and needs no directory", async () => {
  await withDirectory(async (directory) => {
    await Deno.writeTextFile(join(directory, "model.onnx"), "");
    sweepUnfinished(directory);
    assert.deepEqual(namesIn(directory), ["model.onnx"]);
    sweepUnfinished(join(directory, "none"));
  });
});
