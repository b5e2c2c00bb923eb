import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { pages } from "./mod.ts";
import { pageHref } from "./links.ts";
import { hostile, records, withPages } from "./pages_fixture.ts";

/** Addresses of each page: those that show something, of records that are not there, of no sense. */
const addresses: Record<string, { shown: string[]; unknown: string[]; bad: string[] }> = {
  experiments: {
    shown: [
      ...["experiments", "experiments?view=ALL&filter=", "experiments?page=2"],
    ],
    unknown: [],
    bad: [
      "experiments?page=0",
      "experiments?filter=a&filter=b",
      pageHref("experiments", { filter: hostile }),
    ],
  },
  experiment: {
    shown: [
      `experiment?id=${records.experiment}&view=ALL`,
      `experiment?id=${records.emptyExperiment}`,
      `experiment?id=${records.deletedExperiment}`,
      pageHref("experiment", { id: records.experiment, order: "metrics.auc DESC" }),
    ],
    unknown: ["experiment?id=99"],
    bad: [
      "experiment",
      pageHref("experiment", { id: hostile }),
      `experiment?id=${records.experiment}&columns=x`,
      pageHref("experiment", { id: records.experiment, filter: hostile }),
      pageHref("experiment", { id: records.experiment, order: hostile }),
    ],
  },
  run: {
    shown: [records.run, records.otherRun, records.deletedRun].map((id) => `run?id=${id}`),
    unknown: ["run?id=none", pageHref("run", { id: hostile })],
    bad: ["run", "run?id=", `run?id=${records.run}&charts=x`],
  },
  compare: {
    shown: [`compare?run=${records.run}&run=${records.otherRun}&run=${records.deletedRun}`],
    unknown: [`compare?run=${records.run}&run=none`],
    bad: ["compare", `compare?run=${records.run}`, `compare?run=a&run=b&charts=0`],
  },
  artifact: {
    shown: ["", "plots", "plots/load.svg", "plots/deep/x.json", "report.html", "model.onnx"]
      .map((path) => pageHref("artifact", { run_id: records.run, path }))
      .concat([`artifact?model_id=${records.loggedModel}`]),
    unknown: [
      `artifact?run_id=${records.run}&path=none`,
      `artifact?run_id=${records.run}&path=report.html/x`,
      pageHref("artifact", { run_id: hostile }),
    ],
    bad: [
      "artifact",
      `artifact?run_id=${records.run}&path=../../x`,
      "artifact?run_id=a&model_id=b",
    ],
  },
  "logged-model": {
    shown: [`logged-model?id=${records.loggedModel}`],
    unknown: ["logged-model?id=m-none", pageHref("logged-model", { id: hostile })],
    bad: ["logged-model", "logged-model?id="],
  },
  models: {
    shown: ["models", "models?page=3"],
    unknown: [],
    bad: ["models?page=-1", pageHref("models", { filter: hostile })],
  },
  model: {
    shown: [pageHref("model", { name: records.model })],
    unknown: ["model?name=none"],
    bad: ["model", "model?name="],
  },
};

const voidElements = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"]);

/** Elements that are not closed where they are opened; an SVG may close one in itself. */
function misnested(text: string): string[] {
  const open: string[] = [];
  for (const [, slash, name, rest] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)>/g)) {
    if (slash === "/") {
      const last = open.pop();
      if (last !== name) return [`</${name}> closes <${last}>`];
    } else if (!voidElements.has(name) && !rest.endsWith("/")) open.push(name);
  }
  return open;
}

function requireSound(text: string): void {
  assert.deepEqual(misnested(text), []);
  assert.ok(!text.includes(hostile), "markup of a name came through");
  const { document } = parseHTML(text);
  const all = Array.from(document.querySelectorAll("*"));
  assert.equal(document.documentElement.getAttribute("lang"), "en");
  assert.match(document.querySelector("title")?.textContent ?? "", /^\S.* · Wattbook$/s);
  assert.equal(document.querySelectorAll("h1").length, 1);
  assert.equal(document.querySelectorAll("main h1").length, 1);
  assert.equal(document.querySelectorAll("script, style, iframe, object, embed, base").length, 0);
  const ids = all.map(({ id }) => id).filter((id) => id !== "");
  assert.deepEqual(ids, [...new Set(ids)]);
  for (const element of all) {
    const names = Array.from(element.getAttributeNames());
    assert.deepEqual(names.filter((name) => /^on|^style$/.test(name)), [], element.tagName);
    for (const attribute of ["aria-labelledby", "aria-describedby", "for"]) {
      const id = element.getAttribute(attribute);
      assert.ok(id === null || ids.includes(id), `${attribute}="${id}" leads nowhere`);
    }
    if (element.tagName === "IMG") assert.ok(element.hasAttribute("alt"));
    if (element.tagName === "TH") assert.ok(element.hasAttribute("scope"));
    const field = element.matches("input:not([type=hidden]), select");
    const labelled = element.hasAttribute("aria-label") || element.closest("label") !== null ||
      document.querySelector(`label[for="${element.id}"]`) !== null;
    assert.ok(!field || labelled, `a field without a label: ${element.getAttribute("name")}`);
  }
}

Deno.test("pages have distinct paths, a summary and addresses here", () => {
  const paths = pages.map(({ path }) => path);
  assert.deepEqual(paths, [...new Set(paths)]);
  assert.deepEqual(paths.toSorted(), Object.keys(addresses).toSorted());
  for (const { path, summary } of pages) {
    assert.match(path, /^[a-z-]+$/);
    assert.match(summary, /^[A-Z].*[^.]$/);
  }
});

for (const { path } of pages) {
  Deno.test(`pages: ${path} keeps the contract`, async (test) => {
    await withPages(async (get) => {
      const { shown, unknown, bad } = addresses[path];
      for (
        const [status, list] of [[200, shown], [404, unknown], [400, bad]] as const
      ) {
        for (const address of list) {
          await test.step(`${decodeURIComponent(address).slice(0, 60)} is a sound ${status}`, async () => {
            const { response, text } = await get(address);
            assert.equal(response.status, status, text);
            assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
            assert.match(
              response.headers.get("content-security-policy") ?? "",
              /^default-src 'none'; style-src 'self';/,
            );
            requireSound(text);
          });
        }
      }
    });
  });
}

Deno.test("pages lead only to what answers 200, within this server", async () => {
  await withPages(async (_get, app) => {
    const start = "http://localhost/pages/experiments?view=ALL";
    const seen = new Set([start]);
    const broken: string[] = [];
    for (const address of seen) {
      const response = await app.request(address);
      const isPage = response.headers.get("content-type")?.startsWith("text/html") &&
        !response.headers.has("content-disposition");
      if (response.status !== 200) broken.push(`${response.status} ${address}`);
      if (!isPage) {
        await response.body?.cancel();
        continue;
      }
      const { document } = parseHTML(await response.text());
      for (const element of Array.from(document.querySelectorAll("[href], [src], form"))) {
        const link = ["href", "src", "action"].map((name) => element.getAttribute(name))
          .find((value) => value !== null) ?? "";
        if (link.startsWith("data:") || link === "compare") continue;
        const url = new URL(link, address);
        assert.equal(url.host, "localhost", link);
        url.hash = "";
        if (element.tagName === "FORM") {
          for (const field of Array.from(element.querySelectorAll("input[type=hidden]"))) {
            url.searchParams.append(
              field.getAttribute("name") ?? "",
              field.getAttribute("value") ?? "",
            );
          }
        }
        seen.add(url.href);
      }
    }
    assert.deepEqual(broken, []);
    assert.ok(seen.size > 40, `${seen.size} addresses`);
  });
});

Deno.test("pages under a prefix lead within it", async () => {
  await withPages(async (_get, app) => {
    const { document } = parseHTML(await (await app.request("/pages/experiments")).text());
    const links = Array.from(document.querySelectorAll("[href]"))
      .map((element) =>
        new URL(element.getAttribute("href") ?? "", "http://localhost/ml/pages/run")
      )
      .filter(({ protocol }) => protocol === "http:");
    assert.ok(links.every(({ pathname }) => pathname.startsWith("/ml/pages/")));
  });
});
