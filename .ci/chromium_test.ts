import assert from "node:assert/strict";
import { ensureChromium, findProgram } from "./chromium.ts";

async function withFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("findProgram() prefers the first name over the first folder", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/a`);
    await Deno.mkdir(`${folder}/b`);
    await Deno.writeTextFile(`${folder}/a/second`, "");
    await Deno.writeTextFile(`${folder}/b/first`, "");
    const path = `${folder}/missing::${folder}/a:${folder}/b`;
    assert.equal(await findProgram(["first", "second"], path), `${folder}/b/first`);
    assert.equal(await findProgram(["second"], path), `${folder}/a/second`);
  }));

Deno.test("findProgram() passes over folders and paths through files", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/chromium`);
    await Deno.writeTextFile(`${folder}/file`, "");
    assert.equal(await findProgram(["chromium"], `${folder}:${folder}/file`), undefined);
  }));

Deno.test("ensureChromium() returns the one on PATH", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/chromium`, "");
    assert.equal(await ensureChromium(folder, assert.fail), `${folder}/chromium`);
  }));

Deno.test("ensureChromium() says what is missing where nothing can be installed", () =>
  withFolder(async (folder) => {
    await assert.rejects(ensureChromium(folder, assert.fail), {
      message: "Cannot run the interop tests as they need Chromium: none of chromium, " +
        "chromium-browser, google-chrome is on PATH, and only root on Debian can " +
        "have it installed here",
    });
  }));
