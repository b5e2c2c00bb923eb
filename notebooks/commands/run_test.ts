import assert from "node:assert/strict";
import { basename, join, relative } from "node:path";
import { readNotebook, writeNotebook } from "../documents/mod.ts";
import { codeCell } from "../documents/code_cell_fixture.ts";
import { createProgress, parseCommand } from "../../pipelines/mod.ts";
import { openTracking } from "../../pipelines/tracking.ts";
import { searchRuns } from "../../registry/mod.ts";
import { folderConfig } from "../jupyter/folder_config.ts";
import { notebookPlace } from "./place.ts";
import { run } from "./run.ts";

Deno.test("run keeps the executed copy in the home and the notebook as it was", async () => {
  await using place = await folderWith(["const a = 6;", "a * 7"]);
  const before = await Deno.readTextFile(place.notebook);
  const { result, told } = await runIn(place.folder, [place.notebook]);
  const copy = join(place.folder, "notebooks", "01_mine.ipynb");
  const [run] = await runsIn(place.folder);
  assert.deepEqual(result, {
    text: copy,
    json: { notebook: place.notebook, output: copy, run: run.runId },
  });
  assert.deepEqual(
    [run.runName, run.status, run.tags["wattbook.kernel"], run.tags["mlflow.source.git.commit"]],
    ["01_mine", "FINISHED", `deno ${Deno.version.deno}`, "c0ffee"],
  );
  const lines = ["Cell 1 of 2: const a = 6;", "Cell 2 of 2: a * 7"];
  assert.equal(told, lines.map((line) => `${line} …\n${line} done in 0.0 s\n`).join(""));
  const output = (await readNotebook(copy)).cells[1].outputs?.[0];
  assert.ok(output?.output_type === "execute_result");
  assert.equal(output.data["text/plain"], "42");
  assert.equal(await Deno.readTextFile(place.notebook), before);
});

Deno.test("run takes cells of TypeScript and keeps a notebook with outputs", async () => {
  await using place = await folderWith([]);
  const text = join(place.folder, "mine.ts");
  await Deno.writeTextFile(text, "// %% [markdown]\n// # Mine\n\n// %%\n6 * 7\n");
  const { result } = await runIn(place.folder, [text]);
  const copy = join(place.folder, "notebooks", "mine.ipynb");
  assert.equal(result.text, copy);
  assert.deepEqual((await readNotebook(copy)).cells.map(({ source }) => source), [
    "# Mine",
    "6 * 7",
  ]);
});

Deno.test("run --in-place replaces the notebook", async () => {
  await using place = await folderWith(["40 + 2"]);
  await runIn(place.folder, [place.notebook, "--in-place"]);
  assert.equal((await readNotebook(place.notebook)).cells[0].execution_count, 1);
});

Deno.test("run never replaces the notebook by a failed run, however its place is spelled", async () => {
  await using place = await folderWith(["throw new Error('Bad')"]);
  const before = await Deno.readTextFile(place.notebook);
  await Deno.symlink(place.notebook, join(place.folder, "link.ipynb"));
  const spelled = [
    ["--in-place"],
    ["--output", relative(Deno.cwd(), place.notebook)],
    ["--output", join(place.folder, "..", basename(place.folder), ".", "01_mine.ipynb")],
    ["--output", place.folder + "//01_mine.ipynb"],
    ["--output", join(place.folder, "link.ipynb")],
  ];
  for (const options of spelled) {
    await assert.rejects(runIn(place.folder, [place.notebook, ...options]), {
      message: `Cannot finish ${place.notebook}: the file stays as it was`,
    });
    assert.equal(await Deno.readTextFile(place.notebook), before, options.join(" "));
  }
});

Deno.test("run tells notebook, cell and error when a cell throws, and keeps the run", async () => {
  await using place = await folderWith([
    "1",
    "const f = () => {\n  throw new RangeError('Bad');\n};\nf()",
  ]);
  const kept = join(place.folder, "notebooks", "01_mine.ipynb");
  await assert.rejects(runIn(place.folder, [place.notebook]), ({ message, cause }) => {
    assert.equal(message, `Cannot finish ${place.notebook}: its outputs are in ${kept}`);
    assert.equal(cause.message, 'Cannot run cell 2, line 4 ("f()"): RangeError: Bad');
    return true;
  });
  const copy = await readNotebook(kept);
  assert.equal(copy.cells[1].outputs?.[0].output_type, "error");
  const [{ status, tags }] = await runsIn(place.folder);
  assert.equal(status, "FAILED");
  assert.equal(
    tags["wattbook.error"],
    'Cannot run cell 2, line 4 ("f()"): RangeError: Bad',
  );
});

Deno.test("run nests the runs that cells log in the run of the notebook", async () => {
  const project = new URL("../../", import.meta.url);
  await using place = await folderWith([
    `import { readConfig } from "${project}pipelines/mod.ts";\n` +
    `import { openTracking } from "${project}pipelines/tracking.ts";\n` +
    `import { createRun } from "${project}registry/mod.ts";`,
    `{ using tracking = openTracking({ ...readConfig(), home: Deno.cwd() }, Date.now);
      await createRun(tracking.registry, { experimentId: "0", startTime: 0 }); }`,
  ]);
  const config = new URL("deno.json", project).pathname;
  const text = folderConfig(await Deno.readTextFile(config), config);
  await Deno.writeTextFile(join(place.folder, "deno.json"), text);
  await runIn(place.folder, [place.notebook]);
  const [run] = await runsIn(place.folder);
  const [nested] = await runsIn(place.folder, "0");
  assert.equal(nested.tags["mlflow.parentRunId"], run.runId);
  assert.equal(run.tags["wattbook.runs"], nested.runId);
});

Deno.test("run sets parameters, notes them in the copy and logs them", async () => {
  await using place = await folderWith(["const days = 7;\nconst grain = 'hour';", "[days, grain]"]);
  const [first, second] = (await readNotebook(place.notebook)).cells;
  const cells = [{ ...first, metadata: { tags: ["parameters"] } }, second];
  await writeNotebook(place.notebook, { ...await readNotebook(place.notebook), cells });
  await runIn(place.folder, [place.notebook, "--param", "days=30"]);
  const copy = await readNotebook(join(place.folder, "notebooks", "01_mine.ipynb"));
  assert.equal(copy.cells[1].source, "// Parameters\nconst days = 30;");
  assert.deepEqual(copy.metadata.wattbook, { parameters: { days: 30 } });
  const output = copy.cells[2].outputs?.[0];
  assert.ok(output?.output_type === "execute_result");
  assert.equal(output.data["text/plain"], '[ 30, "hour" ]');
  const [logged] = await runsIn(place.folder);
  assert.deepEqual(logged.params, { days: "30", grain: "hour" });

  await assert.rejects(runIn(place.folder, [place.notebook, "--param", "day=1"]), {
    name: "UsageError",
    message: /^Cannot set "day": .* there are days: number = 7, grain: string = 'hour'$/,
  });
});

Deno.test("run says which notebooks there are when the name fits none", async () => {
  await using place = await folderWith([]);
  await assert.rejects(runIn(place.folder, ["99"]), {
    name: "RangeError",
    message: /^Cannot tell which notebook "99" is .* of \[01_mine\.ipynb\]$/,
  });
});

Deno.test("run takes --in-place or --output", () => {
  const parse = (...args: string[]) => parseCommand(run.syntax, ["01", ...args]).options;
  assert.throws(() => run.check?.(parse("--in-place", "--output", "x.ipynb")), {
    name: "UsageError",
    message: 'Cannot use --in-place with --output: got "x.ipynb"',
  });
  run.check?.(parse("--in-place"));
});

async function runIn(folder: string, args: string[]) {
  let told = "";
  const progress = createProgress({
    write: (text) => void (told += text),
    isTerminal: false,
    now: () => 0,
  });
  const { options, words } = parseCommand(run.syntax, args);
  const place = notebookPlace({ folder, home: folder, commit: "c0ffee", now: Date.now });
  const result = await run.run(place, options, progress, words);
  return { result, told };
}

/** The runs of an experiment; the first that is made is that of notebooks. */
async function runsIn(home: string, experimentId = "1") {
  using tracking = openTracking({ home }, Date.now);
  return await Array.fromAsync(searchRuns(tracking.registry, { experimentIds: [experimentId] }));
}

async function folderWith(sources: string[]) {
  const folder = await Deno.makeTempDir();
  const notebook = join(folder, "01_mine.ipynb");
  const cells = sources.map(codeCell);
  await writeNotebook(notebook, { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  return {
    folder,
    notebook,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}
