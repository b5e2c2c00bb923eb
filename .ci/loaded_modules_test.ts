import assert from "node:assert/strict";
import { faces, heavyPackages } from "./lint/architecture.ts";
import { loadedModules } from "./loaded_modules.ts";

async function loadedBy(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    const loaded = await loadedModules(`${folder}/entry.ts`);
    return [...loaded].map((specifier) => specifier.replace(`file://${folder}/`, "")).sort();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("loadedModules() follows imports and re-exports through other files", async () => {
  const loaded = await loadedBy({
    "entry.ts": `export { b } from "./a.ts";`,
    "a.ts": `import "node:path"; import { b } from "./b.ts"; export { b };`,
    "b.ts": `export const b = 1;`,
  });
  assert.deepEqual(loaded, ["a.ts", "b.ts", "entry.ts", "node:path"]);
});

Deno.test("loadedModules() leaves out types and dynamic imports", async () => {
  const loaded = await loadedBy({
    "entry.ts": `import type { B } from "./a.ts"; export const a = () => import("./b.ts");`,
    "a.ts": `export type B = 1;`,
    "b.ts": `export const b = 1;`,
  });
  assert.deepEqual(loaded, ["entry.ts"]);
});

Deno.test("loadedModules() fails on a module that does not exist", async () => {
  await assert.rejects(loadedModules("/no/such/module.ts"), {
    message: /^Cannot load "file:\/\/\/no\/such\/module\.ts": Module not found/,
  });
});

for (const face of faces) {
  Deno.test(`${face} loads no heavy package, however far behind`, async () => {
    const loaded = await loadedModules(new URL(`../${face}`, import.meta.url).pathname);
    const heavy = [...loaded].filter((specifier) =>
      heavyPackages.some((name) => specifier.startsWith(`npm:${name}@`))
    );
    assert.deepEqual(heavy, []);
  });
}

Deno.test("the server's client loads nothing but its own few files", async () => {
  const entry = new URL("../server/client.ts", import.meta.url).href;
  const files = [...await loadedModules(entry)].map((url) => url.slice(url.lastIndexOf("/") + 1));
  assert.deepEqual(files.sort(), ["client.ts", "client_error.ts", "client_retry.ts"]);
});
