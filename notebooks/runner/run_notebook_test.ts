import assert from "node:assert/strict";
import { CellError } from "./cell_error.ts";
import type { Cell, Notebook } from "../documents/mod.ts";
import { runNotebook } from "./run_notebook.ts";

const options = { cwd: import.meta.dirname!, now: Date.now };

Deno.test("runNotebook() runs code cells in order, in one kernel, and leaves its input alone", async () => {
  const stale = { output_type: "stream", name: "stdout", text: "old" } as const;
  const input = notebook([
    markdown("# Title"),
    { ...code("const a = 20;"), outputs: [stale], execution_count: 9 },
    code(""),
    code("console.log(a + 1);\na + 2"),
  ]);
  const before = structuredClone(input);
  const told: [number, string][] = [];
  const { cells, metadata } = await runNotebook(input, {
    ...options,
    aroundCell(cell, source, run) {
      told.push([cell, source]);
      return run();
    },
  });
  assert.deepEqual(input, before);
  assert.deepEqual(metadata, input.metadata);
  assert.deepEqual(told, [[2, "const a = 20;"], [4, "console.log(a + 1);\na + 2"]]);
  assert.deepEqual(cells[0], input.cells[0]);
  assert.deepEqual(cells.map(({ execution_count }) => execution_count), [undefined, 1, null, 2]);
  assert.deepEqual(cells[1].outputs, []);
  assert.deepEqual(cells[2].outputs, []);
  assert.deepEqual(
    new Set(cells[3].outputs),
    new Set([
      { output_type: "stream", name: "stdout", text: "21\n" },
      {
        output_type: "execute_result",
        data: { "text/plain": "22" },
        metadata: {},
        execution_count: 2,
      },
    ]),
  );
});

Deno.test("runNotebook() lets the cells see the variables that it is given", async () => {
  const input = notebook([code("Deno.env.get('WATTBOOK_TRIED')")]);
  const env = { WATTBOOK_TRIED: "yes" };
  const [output] = (await runNotebook(input, { ...options, env })).cells[0].outputs!;
  assert.ok(output.output_type === "execute_result");
  assert.equal(output.data["text/plain"], '"yes"');
});

Deno.test("runNotebook() stops at the first cell that throws and names it", async () => {
  const input = notebook([
    code("const a = 1;"),
    code("\n// Divides\nthrow new RangeError(`Bad ${a}`);"),
    code("console.log('never')"),
  ]);
  const error = await failure(input);
  assert.equal(
    error.message,
    'Cannot run cell 2, line 3 ("throw new RangeError(`Bad ${a}`);"): RangeError: Bad 1',
  );
  const { cell, line, ename, evalue, traceback, notebook: partial } = error.failure;
  assert.deepEqual([cell, line, ename, evalue, traceback[0]], [
    2,
    3,
    "RangeError",
    "Bad 1",
    "RangeError: Bad 1",
  ]);
  assert.deepEqual(partial.cells.map(({ execution_count }) => execution_count), [1, 2, null]);
  assert.equal(partial.cells[1].outputs?.[0].output_type, "error");
  assert.deepEqual(partial.cells[2].outputs, []);
});

Deno.test("runNotebook() fails on a cell that cannot be parsed", async () => {
  const error = await failure(notebook([code("1"), code("\nlet a = ;")]));
  assert.equal(
    error.message,
    'Cannot run cell 2, line 2 ("let a = ;"): SyntaxError: Expression expected (line 2, column 9)',
  );
});

Deno.test("runNotebook() fails on a cell that takes too long or ends the kernel", async () => {
  const slow = await failure(notebook([code("await new Promise(() => {})")]), 200);
  assert.equal(slow.failure.ename, "KernelTimeoutError");
  assert.match(slow.message, /must take at most 200 ms$/);
  const gone = await failure(notebook([code("1"), code("Deno.exit(3)")]));
  assert.deepEqual([gone.failure.cell, gone.failure.ename], [2, "KernelDeathError"]);
  assert.match(gone.failure.evalue, /exit code 3/);
});

Deno.test("runNotebook() takes the time of a cell from its metadata", async () => {
  const waits = code("await new Promise(() => {})");
  const limited = { ...waits, metadata: { wattbook: { timeout: 0.3 } } };
  assert.match((await failure(notebook([limited]))).message, /must take at most 300 ms$/);
});

Deno.test("runNotebook() dates the cells as JupyterLab does, where wished", async () => {
  const at = Date.UTC(2024, 0, 5, 18);
  const tagged = { ...code("1"), metadata: { tags: ["a"] } };
  const dated = { ...options, now: () => at, recordTimes: true };
  const { cells } = await runNotebook(notebook([tagged]), dated);
  const time = "2024-01-05T18:00:00.000Z";
  assert.deepEqual(cells[0].metadata, {
    tags: ["a"],
    execution: {
      "iopub.status.busy": time,
      "iopub.execute_input": time,
      "shell.execute_reply": time,
      "iopub.status.idle": time,
    },
  });
  const undated = await runNotebook(notebook([tagged]), options);
  assert.deepEqual(undated.cells[0].metadata, { tags: ["a"] });
});

Deno.test("runNotebook() refuses a notebook for another kernel before it starts one", async () => {
  const python = { ...notebook([]), metadata: { kernelspec: { name: "python3" } } };
  await assert.rejects(runNotebook(python, options), {
    name: "TypeError",
    message: 'Cannot run the notebook as its kernel must be "deno": got "python3"',
  });
});

Deno.test("runNotebook() of no cells is the same notebook", async () => {
  assert.deepEqual(await runNotebook(notebook([]), options), notebook([]));
});

async function failure(input: Notebook, cellTimeoutMs?: number): Promise<CellError> {
  const error = await runNotebook(input, { ...options, cellTimeoutMs }).then(
    () => assert.fail("The notebook must fail"),
    (error: unknown) => error,
  );
  assert.ok(error instanceof CellError);
  return error;
}

function notebook(cells: Cell[]): Notebook {
  return {
    cells: cells.map((cell, i) => ({ ...cell, id: `cell-${i}` })),
    metadata: { kernelspec: { name: "deno" } },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function code(source: string): Cell {
  return { cell_type: "code", id: "", metadata: {}, source };
}

function markdown(source: string): Cell {
  return { cell_type: "markdown", id: "", metadata: {}, source };
}
