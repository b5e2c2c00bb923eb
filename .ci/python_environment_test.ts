import assert from "node:assert/strict";
import { ensureEnvironment, environmentName, findPython } from "./python_environment.ts";

/** Writes a shell script that stands where Python would, as tests must run without one. */
async function script(folder: string, name: string, lines: readonly string[]): Promise<string> {
  const path = `${folder}/${name}`;
  await Deno.writeTextFile(path, ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  return path;
}

async function withFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("findPython() takes the first that is new enough", () =>
  withFolder(async (folder) => {
    const old = await script(folder, "old", ["echo 3.10.13"]);
    const good = await script(folder, "good", ["echo 3.11.0"]);
    const newer = await script(folder, "newer", ["echo 3.13.0"]);
    assert.deepEqual(await findPython(["missing", old, good, newer]), {
      program: good,
      version: "3.11.0",
    });
  }));

Deno.test("findPython() says what each candidate lacks", () =>
  withFolder(async (folder) => {
    const old = await script(folder, "old", ["echo 3.10.13"]);
    const two = await script(folder, "two", ["echo 2.7.18"]);
    const bare = await script(folder, "bare", ["echo 3.12.1", "exit 1"]);
    await assert.rejects(findPython(["missing", old, two, bare]), {
      message: "Cannot run the interop tests as they need Python 3.11 or later: " +
        `missing: not found, ${old}: 3.10.13, ${two}: 2.7.18, ` +
        `${bare}: no ensurepip (Debian's python3-venv)`,
    });
  }));

Deno.test("findPython() takes none that is newer than asked for", () =>
  withFolder(async (folder) => {
    const newer = await script(folder, "newer", ["echo 3.13.0"]);
    const good = await script(folder, "good", ["echo 3.12.1"]);
    const { version } = await findPython([newer, good], { newestMinor: 12 });
    assert.equal(version, "3.12.1");
    await assert.rejects(findPython([newer], { newestMinor: 12 }), {
      message: `Cannot run the interop tests as they need Python 3.11 to 3.12: ${newer}: 3.13.0`,
    });
  }));

Deno.test("environmentName() changes with the pins and with Python", async () => {
  const names = [
    await environmentName("onnx==1.0.0\n", "3.12.1"),
    await environmentName("onnx==1.0.1\n", "3.12.1"),
    await environmentName("onnx==1.0.0\n", "3.13.0"),
  ];
  assert.equal(new Set(names).size, 3);
});

/** A Python whose environments hold a pip that ends with `code`; it counts its calls. */
async function fakePython(folder: string, code: number): Promise<string> {
  const lines = [
    `echo made >> ${folder}/calls`,
    `mkdir -p "$3/bin"`,
    `printf '#!/bin/sh\\necho No matching distribution\\nexit ${code}\\n' > "$3/bin/python"`,
    `chmod +x "$3/bin/python"`,
  ];
  return await script(folder, "python", lines);
}

Deno.test("ensureEnvironment() makes an environment once", () =>
  withFolder(async (folder) => {
    const python = { program: await fakePython(folder, 0), version: "3.12.1" };
    const venv = `${folder}/cache/venv`;
    for (let round = 0; round < 2; round++) {
      assert.equal(
        await ensureEnvironment(venv, python, "requirements.txt", () => {}),
        `${venv}/bin/python`,
      );
    }
    assert.equal(await Deno.readTextFile(`${folder}/calls`), "made\n");
  }));

Deno.test("ensureEnvironment() makes a half-made environment anew", () =>
  withFolder(async (folder) => {
    const python = { program: await fakePython(folder, 0), version: "3.12.1" };
    const venv = `${folder}/venv`;
    await Deno.mkdir(venv);
    await Deno.writeTextFile(`${venv}/leftover`, "");
    await ensureEnvironment(venv, python, "requirements.txt", () => {});
    await assert.rejects(Deno.stat(`${venv}/leftover`), Deno.errors.NotFound);
  }));

Deno.test("ensureEnvironment() fails with pip's words and is not taken for whole later", () =>
  withFolder(async (folder) => {
    const python = { program: await fakePython(folder, 1), version: "3.12.1" };
    const venv = `${folder}/venv`;
    for (let round = 0; round < 2; round++) {
      await assert.rejects(ensureEnvironment(venv, python, "r.txt", () => {}), {
        message: `Cannot make the Python environment in "${venv}" as "${venv}/bin/python -m pip ` +
          'install --progress-bar off --no-deps -r r.txt" ended with 1: No matching distribution',
      });
    }
  }));
