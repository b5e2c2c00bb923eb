/** Notebooks with which something is wrong, and how the runner must take each. */
import { codeCell } from "./documents/code_cell_fixture.ts";

/** One of them. */
export interface BadNotebook {
  /** What is wrong. */
  readonly name: string;
  /** The file. */
  readonly file: string | Uint8Array<ArrayBuffer>;
  /** Further arguments of `notebooks run`. */
  readonly args?: readonly string[];
  /** Exit code: 0 where it runs all the same, 1 where it fails, 2 where the command line is wrong. */
  readonly code: 0 | 1 | 2;
  /** What standard error tells. */
  readonly told: RegExp;
  /** What the executed copy holds, where `X` stands for 1,024 `x`; absent where none is written. */
  readonly copy?: RegExp;
}

const whole = {
  metadata: { kernelspec: { display_name: "Deno", language: "typescript", name: "deno" } },
  nbformat: 4,
  nbformat_minor: 5,
};
const parameters = { tags: ["parameters"] };

/** Every one. */
export const badNotebooks: readonly BadNotebook[] = [
  {
    name: "not JSON",
    file: '{"cells": [',
    code: 1,
    told: /^TypeError: Cannot use ".*\.ipynb": .*JSON/m,
  },
  {
    name: "bytes that are not UTF-8 in a stored output",
    file: bytes(notebook(["1"]).replace('"outputs":[]', '"outputs":[\xff]')),
    code: 1,
    told: /^TypeError: Cannot use ".*\.ipynb": .*UTF-8/m,
  },
  {
    name: "the format of 2011",
    file: JSON.stringify({ metadata: {}, nbformat: 3, nbformat_minor: 0, worksheets: [] }),
    code: 1,
    told: /^TypeError: Cannot use ".*\.ipynb": Cannot read the notebook at "/m,
  },
  {
    name: "a format to come",
    file: JSON.stringify({ ...whole, cells: [], nbformat: 5 }),
    code: 1,
    told: /Cannot read the notebook at "nbformat": .*expected 4/,
  },
  {
    name: "a kernel that is not ours",
    file: notebook(["1"], {}, { kernelspec: { name: "python3" } }),
    code: 1,
    told: /^TypeError: Cannot run the notebook as its kernel must be "deno": got "python3"/m,
  },
  {
    name: "a cell that computes for ever",
    file: notebook(["console.log('begun')", "console.log('on'); while (true);"]),
    args: ["--timeout", "2"],
    code: 1,
    told: /Cannot run cell 2 .*: KernelTimeoutError: .* must take at most 2000 ms/,
    copy: /"begun\\n"[^]*"on\\n"/,
  },
  {
    name: "a cell that waits for ever",
    file: notebook(["await new Promise(() => {})"]),
    args: ["--timeout", "2"],
    code: 1,
    told: /Cannot run cell 1 .*: KernelTimeoutError: .* must take at most 2000 ms/,
    copy: /KernelTimeoutError/,
  },
  {
    name: "a cell that ends the process",
    file: notebook(["console.log('begun')", "Deno.exit(3)"]),
    code: 1,
    told: /Cannot run cell 2 .*: KernelDeathError: .* exit code 3$/m,
    copy: /"begun\\n"/,
  },
  {
    name: "a cell that kills the process",
    file: notebook(["Deno.kill(Deno.pid, 'SIGKILL')"]),
    code: 1,
    told: /Cannot run cell 1 .*: KernelDeathError: .* ended with SIGKILL$/m,
    copy: /KernelDeathError/,
  },
  {
    name: "100 MB in one text",
    file: notebook(["console.log('a' + 'x'.repeat(1e8) + 'z')"]),
    code: 0,
    told: /^Cell 1 of 1: .* done in /m,
    // 100,000,003 characters with the end of the line, of which 16 MiB are kept.
    copy:
      /"aX{8191}x{1023}"[^]*\[83,222,787 characters of output were left out here\][^]*"X{8191}x{1022}z\\n"/,
  },
  {
    name: "100 MB in lines",
    file: notebook(["for (let i = 0; i < 1e4; i++) console.log('x'.repeat(9_999)); 'last'"]),
    code: 0,
    told: /^Cell 1 of 1: .* done in /m,
    copy: /characters of output were left out here\][^]*last/,
  },
  {
    name: "100 MB in one display",
    file: notebook(["Deno.jupyter.display({ 'text/html': 'x'.repeat(1e8) }, { raw: true })"]),
    code: 1,
    told:
      /Cannot run cell 1 .*: RangeError: Cannot display the value as it must have at most 8000000/,
    copy: /current value has 100000000/,
  },
  {
    name: "half of a character in an output",
    file: notebook(["console.log('a\\ud800b')"]),
    code: 0,
    told: /^Cell 1 of 1: .* done in /m,
    copy: /"a\ufffdb\\n"/,
  },
  {
    name: "bytes that are not UTF-8 on the kernel's own standard output",
    file: notebook(["await Deno.stdout.write(Uint8Array.of(0xff, 0xfe, 10)); 'after'"]),
    code: 0,
    told: /^Cell 1 of 1: .* done in /m,
    copy: /after/,
  },
  {
    name: "a parameter that there is not",
    file: notebook(["const days = 7;"], parameters),
    args: ["--param", "day=1"],
    code: 2,
    told: /^UsageError: Cannot set "day": .* there are days: number = 7$/m,
  },
  {
    name: "a parameter that must be given",
    file: notebook(["let days: number;"], parameters),
    code: 2,
    told:
      /^UsageError: Cannot leave out "days": expected --param days=VALUE; there are days: number$/m,
  },
  {
    name: "a parameter of another type",
    file: notebook(["const days = 7;"], parameters),
    args: ["--param", "days=week"],
    code: 2,
    told:
      /^UsageError: Cannot set "days": expected number, got "week"; there are days: number = 7$/m,
  },
  {
    name: "a cell that cannot be parsed",
    file: notebook(["const a: number = 1;\n\nconst b = ;"]),
    code: 1,
    told:
      /Cannot run cell 1, line 3 \("const b = ;"\): SyntaxError: Expression expected \(line 3, /,
    copy: /SyntaxError/,
  },
  {
    name: "a cell that throws behind lines that are types only",
    file: notebook(["interface A {\n  a: number;\n}\n\nthrow new RangeError('Bad');"]),
    code: 1,
    told: /Cannot run cell 1, line 5 \("throw new RangeError\('Bad'\);"\): RangeError: Bad/,
    copy: /<cell>:5:7/,
  },
  {
    name: "a rejection that nobody handles, after the cell's end",
    file: notebook([
      "setTimeout(() => Promise.reject(new RangeError('Late')), 500);",
      "await new Promise((go) => setTimeout(go, 2000));",
      "console.log('never')",
    ]),
    code: 1,
    told: /Cannot run cell 2 .*: RangeError: Late/,
    copy: /RangeError/,
  },
  {
    name: "an output after the cell's end",
    file: notebook([
      "setTimeout(() => console.log('late'), 500); 'end'",
      "await new Promise((go) => setTimeout(go, 2000)); 'then'",
    ]),
    code: 0,
    told: /^Cell 2 of 2: .* done in /m,
    copy: /end[^]*"late\\n"/,
  },
];

function notebook(
  sources: readonly string[],
  metadata: Readonly<Record<string, unknown>> = {},
  ofAll: Readonly<Record<string, unknown>> = whole.metadata,
): string {
  const cells = sources.map((source, i) => ({ ...codeCell(source, i), metadata }));
  return JSON.stringify({ ...whole, metadata: ofAll, cells });
}

/** Each character as the byte of its number. */
function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
