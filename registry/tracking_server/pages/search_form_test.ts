import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { searchForm } from "./search_form.ts";

async function formOf(facts: Partial<Parameters<typeof searchForm>[0]>): Promise<Element> {
  const markup = await searchForm({
    action: "models",
    filter: "",
    example: "name = 'a'",
    ...facts,
  });
  const form = parseHTML(`<body>${markup}</body>`).document.querySelector("form");
  assert.ok(form !== null);
  return form as unknown as Element;
}

Deno.test("searchForm() holds the filter as it was typed, and says what is wrong with it below", async () => {
  const filter = `name = "<i>" AND 'x`;
  const form = await formOf({ filter, error: `Invalid '<b>'` });
  const input = form.querySelector("input[name=filter]");
  assert.equal(input?.getAttribute("value"), filter);
  assert.equal(input?.getAttribute("aria-invalid"), "true");
  const described = input?.getAttribute("aria-describedby");
  assert.equal(form.querySelector(`#${described}`)?.textContent, `Invalid '<b>'`);
  assert.equal((await formOf({})).querySelector("[aria-invalid], .wrong"), null);
});

Deno.test("searchForm() sends along what is given, and offers deleted records where there are any", async () => {
  const form = await formOf({ hidden: { id: "7", order: undefined, page: "" }, view: "ALL" });
  const hidden = Array.from(form.querySelectorAll("input[type=hidden]"));
  assert.deepEqual(
    hidden.map((input) => [input.getAttribute("name"), input.getAttribute("value")]),
    [["id", "7"]],
  );
  const options = Array.from(form.querySelectorAll("option"));
  assert.deepEqual(options.map((option) => option.textContent), ["Active", "Deleted", "All"]);
  assert.deepEqual(options.map((option) => option.hasAttribute("selected")), [false, false, true]);
  assert.equal((await formOf({})).querySelector("select"), null);
});
