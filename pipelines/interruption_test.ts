import assert from "node:assert/strict";

const MODULE = new URL("./interruption.ts", import.meta.url).href;

/** Says when it listens and when it is asked to stop, and never ends by itself. */
const PROGRAM = `
  import { listenForInterruption } from "${MODULE}";
  const interruption = listenForInterruption();
  interruption.signal.addEventListener("abort", () => console.log("asked to stop"));
  console.log("listening");
  setInterval(() => {}, 1000);
`;

Deno.test("the first SIGINT asks a program to stop and the second ends it", async () => {
  // A process of its own: the test runner takes the signals of this one.
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", PROGRAM],
    stdin: "null",
    stdout: "piped",
  }).spawn();
  let told = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    told += text;
    child.kill("SIGINT");
  }
  assert.equal(told, "listening\nasked to stop\n");
  assert.equal((await child.status).signal, "SIGINT");
});
