import assert from "node:assert/strict";
import type { SectionResult } from "../section.ts";
import { fileSections } from "./mod.ts";
import { withTables } from "./tables_fixture.ts";

const MARKUP = `a "b" | <script>`;
const FIGURES_BYTES = 64_000;
const WIDTHS = [328, 480, 700];

/** A table of 90 numbers, 45 texts and a column called by markup, with every fault in it. */
function table(rows: number, order: string, fault: (i: number) => string): string {
  const numbers = Array.from(
    { length: 90 },
    (_, j) => `(i * ${j + 7}) % 1009 ${fault(j)} AS n${j}`,
  );
  const texts = Array.from(
    { length: 45 },
    (_, j) => `'${MARKUP.replaceAll("'", "''")}' || (i * ${j + 1}) % 13 || '${fault(j)}' AS t${j}`,
  );
  return `SELECT ${[...numbers, ...texts].join(", ")}, i AS "${MARKUP.replaceAll('"', '""')}"
    FROM range(${rows}) t(i) ORDER BY ${order}`;
}

const reference = table(700, "i", () => "");

function worse(order: string): string {
  return table(900, order, (j) => j % 2 === 0 ? "" : "+ 500");
}

function shown({ charts, ...rest }: SectionResult) {
  return { ...rest, drawn: charts.map(({ draw }) => WIDTHS.map((width) => draw(width))) };
}

Deno.test("file sections are named once, in snake case", () => {
  const names = fileSections.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^[a-z]+(_[a-z]+)*$/);
});

for (const { name, compute } of fileSections) {
  Deno.test(`${name} keeps its size, whatever the tables hold, and leaves no relation behind`, () =>
    withTables(reference, worse("i"), async (input) => {
      const relations = "SELECT table_name FROM information_schema.tables ORDER BY ALL";
      const before = await input.db.rows(relations);
      const told: number[] = [];
      const result = await compute(input, (share) => void told.push(share));
      const { summary, figures, tables, charts } = result;
      assert.match(summary, /^[^\n]{10,300}[^.\s]$/);
      assert.deepEqual(JSON.parse(JSON.stringify({ figures, tables })), { figures, tables });
      assert.ok(
        JSON.stringify(figures).length <= FIGURES_BYTES,
        `${JSON.stringify(figures).length}`,
      );
      for (const { columns, rows } of tables) {
        assert.ok(rows.length <= 40);
        for (const row of rows) assert.equal(row.length, columns.length);
      }
      assert.ok(charts.every(({ draw }) => draw(328).length < 32_000));
      assert.ok(told.every((share, i) => share >= (told[i - 1] ?? 0) && share <= 1), `${told}`);
      assert.deepEqual(await input.db.rows(relations), before);
    }));

  Deno.test(`${name} does not depend on the order of rows`, async () => {
    const results: unknown[] = [];
    for (const order of ["i", "hash(i)"]) {
      await withTables(reference, worse(order), async (input) => {
        results.push(shown(await compute(input)));
      });
    }
    assert.deepEqual(results[1], results[0]);
  });

  Deno.test(`${name} finds no drift of a table from itself`, () =>
    withTables(reference, reference, async (input) => {
      assert.equal((await compute(input)).verdict, "no_drift");
    }));
}
