import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { openApiDocument } from "../openapi/document.ts";
import { routes } from "../routes/mod.ts";
import { renderDocsPage } from "./docs_page.ts";

const facts = {
  meterId: "b1",
  ts: "2024-03-24T12:00:00.000Z",
  model: { name: "energy-anomaly", version: "3", columns: ["hour"] },
  reportId: "r1",
};
const openApi = openApiDocument(routes, facts, "http://localhost:8000");
const command = { title: "A <b>", text: "curl 'http://x/?a=<b>&c'" };
const text = String(await renderDocsPage(openApi, new Map([["score", [command]]])));
const { document } = parseHTML(text);

Deno.test("renderDocsPage() has a place for every operation and named schema, and no other link", () => {
  const operations = Object.values(openApi.paths).flatMap((methods) => Object.values(methods));
  const places = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const ids = new Set(places);
  assert.equal(ids.size, places.length);
  for (const { operationId } of operations) assert.ok(ids.has(operationId), operationId);
  for (const name of Object.keys(openApi.components.schemas)) assert.ok(ids.has(name), name);
  const links = [...document.querySelectorAll('main a[href^="#"]')]
    .map((link) => link.getAttribute("href")?.slice(1) ?? "");
  assert.ok(links.length > 0);
  assert.deepEqual(links.filter((id) => !ids.has(id)), []);
});

Deno.test("renderDocsPage() shows commands as they are typed, and runs nothing", () => {
  const [shown] = document.querySelectorAll("pre");
  assert.equal(shown.textContent, command.text);
  assert.equal(document.querySelectorAll("script, [onclick], link[rel=stylesheet]").length, 0);
});

Deno.test("renderDocsPage() says what is taken and answered, in words and links", () => {
  const words = (element?: Element | null) => element?.textContent.replaceAll(/\s+/g, " ") ?? "";
  const article = document.getElementById("score")?.parentElement;
  assert.match(words(article), /Takes application\/json \(ScoreRequest\)/);
  const rows = [...article?.querySelectorAll("details:last-child tr") ?? []].map(words);
  assert.ok(
    rows.some((row) => row.includes("404") && row.includes("application/problem+json (Problem)")),
  );
  const stream = words(document.getElementById("scoreStream")?.parentElement);
  assert.match(stream, /Takes application\/x-ndjson \(Reading a line\)/);
});
