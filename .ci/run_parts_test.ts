import assert from "node:assert/strict";
import { runParts } from "./run_parts.ts";

const deno = Deno.execPath();

async function withTests(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("runParts() counts the tests of all shards, also of an empty one, and names failures", async () => {
  const files = {
    "a_test.ts": `Deno.test("a", () => {});
Deno.test("b", () => { throw new Error("Bee"); });`,
    "c_test.ts": `Deno.test("c", () => {}); Deno.test("d", () => {});`,
    "e_test.ts": `throw new Error("Early");`,
  };
  await withTests(files, async (folder) => {
    const parts = [1, 2, 3, 4].map((index) => [
      ...[deno, "test", "--no-config", "--no-check", "--permit-no-files"],
      ...[`--shard=${index}/4`, folder],
    ]);
    const outputs: string[] = [];
    const print = (text: string) => outputs.push(text);
    const { failures, ...result } = await runParts(parts, { atOnce: 2, print });
    assert.deepEqual(result, { code: 1, passed: 3, failed: 2 });
    assert.equal(outputs.length, 4);
    assert.equal(outputs.filter((text) => text.includes("Bee")).length, 1);
    const names = failures.map((line) => line.replace(/(?:\S*\/)(?=\w_test)/, "")).sort();
    assert.deepEqual(names, ["b => a_test.ts:2:6", "e_test.ts (uncaught error)"]);
  });
});

Deno.test("runParts() counts a part that ends before its tests as failed", async () => {
  const parts = [[deno, "eval", "Deno.kill(Deno.pid, 'SIGKILL')"], [deno, "eval", "1"]];
  const { code, passed, failed, failures } = await runParts(parts, { atOnce: 1, print() {} });
  assert.deepEqual([code, passed, failed], [137, 0, 1]);
  assert.deepEqual(failures, [`${parts[0].join(" ")}: exit code 137`]);
});

Deno.test("runParts() never runs more parts at once than it may", async () => {
  const files = {
    "part.ts": `const [folder, name] = Deno.args;
Deno.mkdirSync(folder + "/" + name);
const others = [...Deno.readDirSync(folder)].length;
await new Promise((resolve) => setTimeout(resolve, 50));
Deno.removeSync(folder + "/" + name);
console.log(others);`,
  };
  await withTests(files, async (folder) => {
    await Deno.mkdir(`${folder}/running`);
    const parts = Array.from(
      { length: 6 },
      (_, i) => [deno, "run", "-A", `${folder}/part.ts`, `${folder}/running`, String(i)],
    );
    const seen: number[] = [];
    await runParts(parts, { atOnce: 2, print: (text) => seen.push(Number(text)) });
    assert.equal(seen.length, 6);
    assert.ok(Math.max(...seen) <= 2, String(seen));
  });
});
