/**
 * MLflow's own pages over this server: those of the MLflow that `WATTBOOK_INTEROP_PYTHON` has, in
 * the Chromium that `WATTBOOK_CHROMIUM` names. Pictures of them stay in
 * `data/local/interop/mlflow_pages/`.
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { Browser, Page } from "playwright-core";
import { createClient } from "../../client/mod.ts";
import { createTrackingApp } from "../app.ts";
import { fillForPages, type ShownIds } from "./filled_server_fixture.ts";
import { openBrowser } from "../pages/browser_page_fixture.ts";
import { openTrackingStore } from "../store.ts";

const pictures = fileURLToPath(
  new URL("../../../data/local/interop/mlflow_pages", import.meta.url),
);
/** The machine may be busy: what is not there by then is missing. */
const patience = 60_000;

/** The pages that Python's package carries, found without importing it. */
async function pagesOfPython(): Promise<string> {
  const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
  const script = "import importlib.util as u; print(u.find_spec('mlflow').origin)";
  const { stdout } = await new Deno.Command(python, { args: ["-c", script] }).output();
  return new TextDecoder().decode(stdout).trim().replace(/__init__\.py$/, "server/js/build");
}

/** A filled server, and what it refused. */
async function withPages(
  use: (address: string, ids: ShownIds, refused: string[]) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  const refused: string[] = [];
  {
    using store = openTrackingStore({ home, now: Date.now });
    const app = createTrackingApp({ store, mlflowPages: await pagesOfPython() });
    await using server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen() {} },
      async (request) => {
        const response = await app.fetch(request);
        const { pathname } = new URL(request.url);
        if (!response.ok) refused.push(`${response.status} ${request.method} ${pathname}`);
        return response;
      },
    );
    const address = `http://127.0.0.1:${server.addr.port}`;
    const ids = await fillForPages(createClient({ baseUrl: address }));
    await use(address, ids, refused);
  }
  await Deno.remove(home, { recursive: true });
}

/** A new tab on one address of the pages. What it complains of fails its step. */
async function withTab(
  browser: Browser,
  address: string,
  name: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({
    ...{ viewport: { width: 1400, height: 1000 }, timezoneId: "UTC", locale: "en-US" },
  });
  page.setDefaultTimeout(patience);
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (said) => {
    if (said.type() === "error") complaints.push(said.text());
  });
  await page.goto(address);
  try {
    await use(page);
  } finally {
    await page.screenshot({ path: `${pictures}/${name}.png` });
    await page.close();
  }
  assert.deepEqual(complaints, []);
}

/** Waits until a page shows what is expected; pages fill bit by bit. */
async function shows<T>(read: () => Promise<T>, expected: T): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end;) {
    if (isDeepStrictEqual(await read(), expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(await read(), expected);
}

/** The texts of a table's rows but for the moments when the test wrote them. */
async function rows(page: Page): Promise<string[]> {
  const texts = await page.getByRole("row").allTextContents();
  return texts.map((text) =>
    text.replace(/\s+/g, " ").replace(/\d\d\/\d\d\/\d{4}, \d\d:\d\d:\d\d [AP]M/, "")
  );
}

/** The runs of a table from above to below; its rows stand in the document in any order. */
function runNames(page: Page): Promise<string[]> {
  return page.locator('.ag-row a[href*="/runs/"]').evaluateAll((links) =>
    links.map((link) => ({ name: link.textContent ?? "", top: link.getBoundingClientRect().top }))
      .sort((a, b) => a.top - b.top)
      .map(({ name }) => name)
  );
}

Deno.test("MLflow's own pages show what this server keeps", async (t) => {
  await Deno.mkdir(pictures, { recursive: true });
  await using browser = await openBrowser(Deno.env.get("WATTBOOK_CHROMIUM"));

  await withPages(async (server, { experimentId, runIds, modelId }, refused) => {
    const [, small, large] = runIds;
    const experiment = `${server}/#/experiments/${experimentId}`;
    const run = `${experiment}/runs/${large}`;

    await t.step("experiments, by name", async () => {
      await withTab(browser, `${server}/#/experiments`, "experiments", async (page) => {
        await shows(
          () =>
            page.locator('tr a[href*="/experiments/"], [role=row] a[href*="/experiments/"]')
              .allTextContents(),
          ["hostel-energy", "Default"],
        );
        await page.getByRole("link", { name: "hostel-energy" }).click();
        await page.getByText("Readings of the hostel's meters").waitFor();
      });
    });

    await t.step("runs, nested, filtered and sorted", async () => {
      await withTab(browser, `${experiment}/runs`, "runs", async (page) => {
        await shows(() => runNames(page), ["forest-search"]);
        await page.getByText("3 matching runs").waitFor();
        await page.locator(".ag-row button").first().click();
        await shows(() => runNames(page), ["forest-search", "forest-50", "forest-100"]);
        await page.getByText("hostel-meters (5f3a91c0)").first().waitFor();

        const filter = page.getByPlaceholder(/metrics\.rmse/);
        await filter.fill("metrics.auc < 0.9");
        await filter.press("Enter");
        await shows(() => runNames(page), ["forest-search", "forest-50"]);
        await filter.fill("metrics.auc > 0.5");
        await filter.press("Enter");
        await page.getByRole("button", { name: /^Sort/ }).click();
        await page.getByRole("menuitemcheckbox", { name: "auc", exact: true }).click();
        await shows(() => runNames(page), ["forest-100", "forest-50"]);
      });
    });

    await t.step("charts of the runs of an experiment", async () => {
      const address = `${experiment}/runs?compareRunsMode=CHART`;
      await withTab(browser, address, "run_charts", async (page) => {
        await shows(() => page.locator(".barlayer").allTextContents(), ["0.93", ""]);
      });
    });

    await t.step("a run", async () => {
      await withTab(browser, run, "run", async (page) => {
        for (
          const text of [
            ...["forest-100", "Finished", "1.0min", large, "03/01/2026, 06:00:00 AM"],
            ...["Metrics (2)", "0.93", "0.06666666666666667", "Parameters (2)", "100"],
            ...["hostel-meters (5f3a91c0)", "training", "v2", "forest-search"],
          ]
        ) {
          await page.getByText(text, { exact: true }).first().waitFor();
        }
        await page.getByText("site: hostel").waitFor();
        await page.getByRole("link", { name: "energy-anomaly" }).first().waitFor();
      });
    });

    await t.step("a metric over its steps", async () => {
      await withTab(browser, `${run}/model-metrics`, "run_metrics", async (page) => {
        await shows(() => page.locator(".scatterlayer path.point").count(), 30);
        await shows(() => page.locator(".barlayer").allTextContents(), ["0.93"]);
      });
    });

    await t.step("artifacts as text, picture and JSON", async () => {
      await withTab(browser, `${run}/artifacts`, "run_artifacts", async (page) => {
        await page.getByText("notes.txt").click();
        await page.getByText("A forest of 100 trees").waitFor();
        await page.getByText("evaluation.json").click();
        await page.getByText('"auc": 0.93').first().waitFor();
        await page.getByText("charts", { exact: true }).click();
        await page.getByText("load.svg").click();
        const image = page.getByAltText("charts/load.svg");
        await shows(
          () =>
            image.evaluateAll((found) =>
              found.map((each) => (each as HTMLImageElement).naturalWidth)
            ),
          [320],
        );
      });
    });

    await t.step("two runs side by side, and their metric", async () => {
      const address =
        `${server}/#/compare-runs?runs=["${small}","${large}"]&experiments=["${experimentId}"]`;
      await withTab(browser, address, "compare_runs", async (page) => {
        await page.getByText("Comparing 2 Runs from 1 Experiment").waitFor();
        for (const row of ["trees50100", "seed77", "sitehostelhostel"]) {
          await page.getByRole("row").filter({ hasText: row }).waitFor();
        }
        await page.getByRole("link", { name: "loss" }).click();
        await page.getByText("Completed Runs").waitFor();
        await shows(() => rows(page), [
          "RunLatestMinMax",
          "forest-500.03333333333333333 (step=29)0.03333333333333333 (step=29)1 (step=0)",
          "forest-1000.06666666666666667 (step=29)0.06666666666666667 (step=29)2 (step=0)",
        ]);
      });
    });

    await t.step("registered models, one of them and a version", async () => {
      await withTab(browser, `${server}/#/models`, "models", async (page) => {
        await page.getByRole("button", { name: "Close" }).click();
        await shows(() => rows(page), [
          "NameLatest versionAliased versionsCreated byLast modifiedTags",
          "energy-anomalyVersion 2@ champion: Version 2owner: wardens",
        ]);
        await page.getByRole("link", { name: "energy-anomaly" }).click();
        await page.getByText("Finds odd hours of a meter").waitFor();
        await shows(() => rows(page), [
          "NameValueActions",
          "ownerwardens",
          "VersionRegistered atCreated byTagsAliasesDescription",
          "Version 2view: energy_hourly@ championWith twice the trees",
          "Version 1view: energy_hourlyAddThe first one",
        ]);
        await page.getByRole("link", { name: "Version 2" }).click();
        await page.getByRole("link", { name: "forest-100" }).waitFor();
        await page.getByText("@ champion").waitFor();
        await page.getByText("With twice the trees").waitFor();
      });
    });

    await t.step("a logged model and where it is registered", async () => {
      await withTab(browser, `${experiment}/models/${modelId}`, "logged_model", async (page) => {
        for (const text of ["forest", "Ready", "forest-100", "energy-anomaly", "v1"]) {
          await page.getByText(text, { exact: true }).first().waitFor();
        }
      });
    });

    await t.step("a new name of a run, kept", async () => {
      await withTab(browser, run, "renamed_run", async (page) => {
        await page.getByRole("heading", { name: "forest-100" }).waitFor();
        await page.locator('button[data-testid="overflow-menu-trigger"]').click();
        await page.getByRole("menuitem", { name: "Rename" }).click();
        await page.getByRole("dialog").getByRole("textbox").fill("forest-of-march");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByRole("heading", { name: "forest-of-march" }).waitFor();
        await page.reload();
        await page.getByRole("heading", { name: "forest-of-march" }).waitFor();
      });
    });

    for (
      const [tab, text] of [
        ["overview", "No data available for the selected time range"],
        ["traces", "No traces recorded"],
        ["chat-sessions", "No traces recorded"],
        ["judges", "Add a judge to your experiment to measure your GenAI app quality"],
        ["datasets", "No evaluation datasets found"],
        ["prompts", "Create and manage prompts using MLflow."],
      ]
    ) {
      await t.step(`the tab of ${tab}, which has nothing to show`, async () => {
        await withTab(browser, `${experiment}/${tab}`, `empty_${tab}`, async (page) => {
          await page.getByText(text).first().waitFor();
        });
      });
    }

    await t.step("no request was refused", () => assert.deepEqual(refused, []));
  });
});
