import assert from "node:assert/strict";
import { DOMParser } from "linkedom";
import { tableHtml } from "./table_html.ts";
import { table } from "./from_rows.ts";

const MARKUP = `</td><script>alert("1 & 2")</script>`;

function parse(html: string) {
  return new DOMParser().parseFromString(`<html><body>${html}</body></html>`, "text/html");
}

function cells(html: string): string[][] {
  return [...parse(html).querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].map((cell) => cell.textContent)
  );
}

Deno.test("tableHtml() shows the first rows, and the summary of all of them", () => {
  const rows = Array.from({ length: 101 }, (_, i) => ({ room: `r${i % 2}`, kwh: i / 2 }));
  const html = tableHtml(table(rows));
  assert.deepEqual(cells(html).length, 10);
  assert.deepEqual(cells(html)[3], ["r1", "1.5"]);
  const page = parse(html);
  assert.match(page.body.textContent, /^101 rows × 2 columns, showing the first 10 rows/);
  for (const title of page.querySelectorAll("title")) title.remove();
  const heads = [...page.querySelectorAll("thead tr")].map((row) =>
    [...row.querySelectorAll("th")].map((head) => head.textContent)
  );
  assert.deepEqual(heads, [
    ["room", "kwh"],
    ["VARCHAR", "DOUBLE"],
    ["2 distinctr0 50.5 %", "min 0median 25max 50"],
  ]);
  assert.equal(page.querySelectorAll("svg").length, 2);
});

Deno.test("tableHtml() repeats no summary of rows that are all seen", () => {
  const page = parse(tableHtml(table([{ kwh: 1 }, { kwh: 2 }])));
  assert.deepEqual([...page.querySelectorAll("th")].map((th) => th.textContent), ["kwh", "DOUBLE"]);
});

Deno.test("tableHtml() shows markup in names, values and summaries as text", () => {
  const html = tableHtml(table(Array.from({ length: 20 }, () => ({ [MARKUP]: MARKUP }))));
  const page = parse(html);
  assert.equal(page.querySelector("script"), null);
  assert.equal(page.querySelector("th")!.textContent, MARKUP);
  assert.equal(cells(html)[0][0], MARKUP);
});

Deno.test("tableHtml() is bounded for many rows, columns and long texts", () => {
  const wide = Object.fromEntries(
    Array.from({ length: 500 }, (_, i) => [`column_${i}`, "x".repeat(10_000)]),
  );
  const html = tableHtml(table(Array.from({ length: 30 }, () => wide)));
  assert.equal(cells(html)[0].length, 40);
  assert.ok(html.length < 150_000, `${html.length} characters`);
});

Deno.test("tableHtml() has no script, style sheet or colour of its own", () => {
  const html = tableHtml(table(Array.from({ length: 20 }, (_, i) => ({ i, odd: i % 2 === 1 }))));
  assert.doesNotMatch(html, /<style|<script|#[0-9a-f]{3}|rgb|background|(?<!-)color:(?!inherit)/);
});

Deno.test("tableHtml() of no rows names the columns", () => {
  const none = { ...table([{ a: 1 }]), rows: 0, numbers: () => new Float64Array() };
  assert.deepEqual(cells(tableHtml(none)), []);
  assert.match(tableHtml(none), /0 rows × 1 column/);
});
