import assert from "node:assert/strict";
import { headingAnchors, relativeLinks } from "./markdown.ts";
import { repositoryFiles } from "./repository_files.ts";

const root = new URL("..", import.meta.url).pathname;

async function read(path: string): Promise<string> {
  return await Deno.readTextFile(root + path);
}

async function markdownFiles(): Promise<string[]> {
  return (await repositoryFiles(root)).filter((path) => path.endsWith(".md"));
}

Deno.test("README.md names every task", async () => {
  const { tasks } = JSON.parse(await read("deno.json"));
  const named = new Set(
    [...(await read("README.md")).matchAll(/\btask ([\w:]+)/g)].map(([, name]) => name),
  );
  assert.deepEqual(Object.keys(tasks).filter((name) => !named.has(name)), []);
});

Deno.test("README.md names every environment variable", async () => {
  const readme = await read("README.md");
  for (const path of ["pipelines/config.ts", "server/config.ts"]) {
    const names = [...(await read(path)).matchAll(/^\s+([A-Z][A-Z0-9]*_[A-Z0-9_]+):/gm)]
      .map(([, name]) => name);
    assert.ok(names.length > 0, `${path} reads variables`);
    assert.deepEqual(names.filter((name) => !readme.includes(name)), [], path);
  }
});

Deno.test("README.md tells the test command that .ci/run runs, and all pins of Deno agree", async () => {
  const pin = /deno@(\d+\.\d+\.\d+)/g;
  const [[, version]] = [...(await read(".ci/run")).matchAll(pin)];
  assert.ok((await read("README.md")).includes(`npx -y deno@${version} task test`));
  for (const path of await markdownFiles()) {
    for (const [, other] of (await read(path)).matchAll(pin)) assert.equal(other, version, path);
  }
});

Deno.test("relative links lead to files and headings that exist", async () => {
  const files = await repositoryFiles(root);
  const broken: string[] = [];
  for (const path of await markdownFiles()) {
    for (const link of relativeLinks(await read(path))) {
      const url = new URL(link, `file:///${path}`);
      const target = decodeURIComponent(url.pathname.slice(1));
      const isFolder = files.some((file) => file.startsWith(`${target.replace(/\/$/, "")}/`));
      const leads = files.includes(target) || isFolder;
      const anchor = decodeURIComponent(url.hash.slice(1));
      const anchored = anchor === "" || !target.endsWith(".md") || !leads ||
        headingAnchors(await read(target)).includes(anchor);
      if (!leads || !anchored) broken.push(`${path}: ${link}`);
    }
  }
  assert.deepEqual(broken, []);
});

Deno.test("no page holds a path of somebody's machine", async () => {
  const machinePath = /(?<![\w.~:/}-])\/(?:home|mnt|root|tmp|Users|work)\/[^\s`)"]*/g;
  const found: string[] = [];
  for (const path of await markdownFiles()) {
    for (const [place] of (await read(path)).matchAll(machinePath)) found.push(`${path}: ${place}`);
  }
  assert.deepEqual(found, []);
});
