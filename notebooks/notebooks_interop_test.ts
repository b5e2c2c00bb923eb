import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { listNotebooks } from "./find_notebook.ts";
import { KERNEL_NAME, kernelspec, writeKernelspec } from "./jupyter/mod.ts";
import {
  compareOutputs,
  type Notebook,
  type Output,
  parseNotebook,
  readCheckRules,
  serializeNotebook,
} from "./documents/mod.ts";

/** Jupyter's own programs: nbformat is the judge of the file, nbconvert of the run. */
const PYTHON = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const FOLDER = import.meta.dirname!;

const REWRITE = `
import sys, nbformat
notebook = nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT)
nbformat.validate(notebook)
sys.stdout.write(nbformat.writes(notebook))
if not nbformat.writes(notebook).endswith("\\n"): sys.stdout.write("\\n")
`;

for (const name of await listNotebooks(FOLDER)) {
  Deno.test(`${name} is valid for nbformat, which writes the same bytes as we do`, async () => {
    const path = join(FOLDER, name);
    const ours = serializeNotebook(parseNotebook(await Deno.readTextFile(path)));
    assert.equal(await Deno.readTextFile(path), ours);
    assert.equal(await output(PYTHON, ["-c", REWRITE, path]), ours);
  });

  Deno.test(`${name} runs in Jupyter and shows what was committed`, async () => {
    const place = await Deno.makeTempDir();
    const env = {
      JUPYTER_DATA_DIR: join(place, "jupyter"),
      WATTBOOK_HOME: join(place, "home"),
      NO_COLOR: "1",
    };
    await writeKernelspec(env.JUPYTER_DATA_DIR, kernelspec(Deno.execPath()));
    const executed = await output(join(dirname(PYTHON), "jupyter-nbconvert"), [
      "--to",
      "notebook",
      "--execute",
      "--stdout",
      `--ExecutePreprocessor.kernel_name=${KERNEL_NAME}`,
      join(FOLDER, name),
    ], env);
    const committed = parseNotebook(await Deno.readTextFile(join(FOLDER, name)));
    const counts = ({ cells }: Notebook) => cells.map(({ execution_count }) => execution_count);
    assert.deepEqual(counts(parseNotebook(executed)), counts(committed));
    if (importsWattbook(committed)) {
      assert.deepEqual(mismatches(committed, parseNotebook(executed)), []);
    } else {
      // Deno may publish a result after it reports to be done, and Jupyter then drops it or shows
      // it at the next cell: not all are there, but those that are must be right.
      const shown = displays(parseNotebook(executed));
      const expected = new Set(displays(committed));
      assert.ok(shown.length > 0);
      for (const data of shown) assert.ok(expected.has(data), data);
    }
    await Deno.remove(place, { recursive: true });
  });
}

/** By importing it, a notebook lets outputs stay with their cells. */
function importsWattbook({ cells }: Notebook): boolean {
  return cells.some(({ source }) => /from "wattbook";$/m.test(source));
}

/** Where outputs differ, by the rules that the notebook has for `notebooks check`. */
function mismatches(committed: Notebook, executed: Notebook) {
  return committed.cells.flatMap(({ metadata, outputs = [] }, i) => {
    const rules = readCheckRules(committed.metadata, metadata);
    if (rules.skip !== undefined) return [];
    return compareOutputs(outputs, joinTexts(executed.cells[i].outputs ?? []), rules)
      .map((mismatch) => ({ cell: i + 1, ...mismatch }));
  });
}

/** Jupyter keeps each text that is printed as an output of its own. */
function joinTexts(outputs: readonly Output[]): Output[] {
  return outputs.reduce<Output[]>((joined, output) => {
    const last = joined.at(-1);
    if (output.output_type !== "stream" || last?.output_type !== "stream") {
      return [...joined, output];
    }
    if (last.name !== output.name) return [...joined, output];
    return [...joined.slice(0, -1), { ...last, text: last.text + output.text }];
  }, []);
}

/** What the cells display, as JSON. */
function displays({ cells }: Notebook): string[] {
  return cells.flatMap(({ outputs = [] }) =>
    outputs.flatMap((output) => "data" in output ? [JSON.stringify(output.data)] : [])
  );
}

async function output(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args, env }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}
