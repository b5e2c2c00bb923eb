import assert from "node:assert/strict";
import type { Database } from "../../data/duckdb/mod.ts";
import { shuffledUntil, withHostelInput } from "./hostel_input_fixture.ts";
import { sections } from "./mod.ts";
import type { SectionResult, Span } from "./section.ts";

const YEAR_MS = 365 * 86_400_000;
const ROWS = 40;
const CELL = 120;
/** All sections of a report share a megabyte. */
const FIGURES_BYTES = 64_000;
const DRAWINGS_BYTES = 96_000;
/** The widths that a page draws a chart for. */
const WIDTHS = [328, 480, 700];

async function relations(db: Database): Promise<unknown[]> {
  return await db.rows(`SELECT table_name, table_type FROM information_schema.tables ORDER BY ALL`);
}

/** What a program, a table and a page show of a result. */
function shown({ charts, ...rest }: SectionResult) {
  const drawn = charts.map(({ caption, draw }) => [caption, ...WIDTHS.map((width) => draw(width))]);
  return { ...rest, drawn };
}

function checkForm(result: SectionResult): void {
  const { verdict, summary, figures, tables, charts } = result;
  assert.ok(["drift", "no_drift", "unknown"].includes(verdict), verdict);
  assert.match(summary, /^[^\n]{10,300}[^.\s]$/);
  assert.deepEqual(JSON.parse(JSON.stringify({ figures, tables })), { figures, tables });
  const size = JSON.stringify(figures).length;
  assert.ok(size <= FIGURES_BYTES, `figures of ${size} bytes`);
  for (const key of Object.keys(figures as object)) assert.match(key, /^[a-z][a-z0-9_]*$/);
  for (const { title, columns, rows } of tables) {
    assert.match(title, /^[A-Z].*[^.]$/);
    assert.ok(rows.length <= ROWS, `${rows.length} rows of "${title}"`);
    for (const row of rows) {
      assert.equal(row.length, columns.length, title);
      for (const cell of row) assert.ok(String(cell).length <= CELL, String(cell));
    }
  }
  const drawings = charts.flatMap(({ draw }) => WIDTHS.map((width) => draw(width)));
  for (const svg of drawings) assert.match(svg, /^<svg [^]*<\/svg>$/);
  for (const { caption } of charts) assert.match(caption, /^[A-Z].*[^.]$/);
  const bytes = drawings.reduce((sum, svg) => sum + svg.length, 0);
  assert.ok(bytes <= DRAWINGS_BYTES, `drawings of ${bytes} bytes`);
}

Deno.test("sections are named once, in snake case, and have a title each", () => {
  const names = sections.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, title } of sections) {
    assert.match(name, /^[a-z]+(_[a-z]+)*$/);
    assert.match(title, /^[A-Z].*[^.]$/);
  }
});

Deno.test("each section keeps the contract", async (t) => {
  await withHostelInput(async (input) => {
    await using known = await shuffledUntil(input.db, input.window.to);
    for (const section of sections) {
      await t.step(section.name, async (t) => {
        const before = await relations(input.db);
        const told: number[] = [];
        const result = await section.compute(input, (fraction) => void told.push(fraction));

        await t.step("gives a sentence, plain figures, small tables and drawings", () => {
          checkForm(result);
        });
        await t.step("tells how far it is, from 0 to 1", () => {
          assert.ok(told.every((share, i) => share >= (told[i - 1] ?? 0) && share <= 1), `${told}`);
        });
        await t.step("leaves no relation behind", async () => {
          assert.deepEqual(await relations(input.db), before);
        });
        await t.step("does not depend on row order nor on what came later", async () => {
          const other = await section.compute({ ...input, db: known });
          assert.deepEqual(shown(other), shown(result));
        });
        await t.step("does not alarm at a month in which nothing changed", () => {
          assert.notEqual(result.verdict, "drift");
        });
        await t.step("cannot tell without data, and says why", async () => {
          const later = move(input.window, 10 * YEAR_MS);
          const reference = move(input.reference, 10 * YEAR_MS);
          const none = await section.compute({ ...input, window: later, reference });
          assert.equal(none.verdict, "unknown");
          checkForm(none);
        });
        await t.step("answers in form for an empty reference", async () => {
          const reference = { from: input.window.from, to: input.window.from };
          checkForm(await section.compute({ ...input, reference }));
        });
      });
    }
  });
});

function move({ from, to }: Span, ms: number): Span {
  return { from: from + ms, to: to + ms };
}
