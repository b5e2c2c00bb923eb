import assert from "node:assert/strict";
import { startKernel } from "./kernel.ts";
import { locateError } from "./source_line.ts";

/** Cells that throw; the statement in which they do ends in `//@`. */
const CELLS = [
  `

import { join,
  resolve } from "node:path";
import type { Output } from "../documents/output.ts";
import { type Cell, parseNotebook } from "../documents/mod.ts";
interface Shape {
  a: number;
}

// A comment
const shape: Shape = { a: 1 };
shape.b.c; //@`,
  `import * as path from "node:path";
import standard, { join as joined } from "node:path";
import "node:fs";

export const one = 1;
const place = joined("a",
  "b",
  (null as any).x); //@`,
  `/** Doc
 * text
 */
class Meter {
  private x: number;
  constructor(readonly id: string,
    private unit?: string) {
    this.x = 1;
  }
  read(): void {
    (undefined as any).value;
  }
}
new Meter("a").read(); //@`,
  `enum Grain {
  Hour,
  Day = 5,
}
type Named = { name: string };
const text = \`line
  two \${1}
three\`;

await (async () => { //@
  await null;
  throw new Error(text);
})()`,
  `for (const { a } of [
  { a: 1 },
]) {
  if (a === 1) {
    throw new TypeError(\`Bad \${a}\`); //@
  }
}`,
  "undefinedName; //@",
  "1 +\n  undefinedName; //@",
  "using held = { [Symbol.dispose]() {} };\n\nthrow new Error('Held'); //@",
  "let unset: string | undefined;\nunset!.length; //@",
  "\n\nconst a = 1;\n\nlet b = ;//@",
];

Deno.test("locateError() finds the statement that threw in the real kernel's tracebacks", async () => {
  await using kernel = await startKernel({ cwd: import.meta.dirname!, now: Date.now });
  for (const source of CELLS) {
    const { error, position } = await kernel.execute(source, 60_000);
    assert.equal(
      source.split("\n")[(position?.line ?? 0) - 1],
      source.split("\n").find((line) => line.endsWith("//@")),
      error!.traceback.join("\n"),
    );
  }
});

Deno.test("locateError() tells frames of the cell from those of cells before", async () => {
  await using kernel = await startKernel({ cwd: import.meta.dirname!, now: Date.now });
  await kernel.execute("function boom(): never {\n\n  throw new Error('Boom');\n}", 60_000);
  const source = "interface A {\n}\nfunction own() {\n  boom();\n}\n\nown();";
  const { error, position } = await kernel.execute(source, 60_000);
  assert.deepEqual(position, { line: 7, column: 1 });
  assert.deepEqual(error?.traceback, [
    "Error: Boom",
    "    at boom (<anonymous>:2:9)",
    "    at own (<cell>:4:3)",
    "    at <cell>:7:1",
  ]);
});

Deno.test("locateError() leaves alone what may be of another cell", async () => {
  await using kernel = await startKernel({ cwd: import.meta.dirname!, now: Date.now });
  await kernel.execute("function each(f: () => void) {\n  [1].map(() => f());\n}", 60_000);
  const source = "\neach(() => { throw new Error('Bad'); });";
  const { error, position } = await kernel.execute(source, 60_000);
  assert.deepEqual(position, { line: 2, column: 1 });
  const frames = error!.traceback.slice(1);
  assert.equal(frames.at(-1), "    at <cell>:2:1");
  assert.ok(frames.slice(0, -1).every((frame) => !frame.includes("<cell>")), frames.join("\n"));
});

Deno.test("locateError() says nothing where nothing tells", () => {
  const unknown = [[""], ["Error: Bad"], ["Error: Bad", "    at f (file:///a.ts:1:1)"]];
  for (const traceback of unknown) {
    assert.deepEqual(locateError("throw 5", traceback), { traceback });
  }
  const markup = ["Error: Bad", "    at <anonymous>:1:1"];
  assert.deepEqual(locateError("<b>a</b>", markup), { traceback: markup });
});
