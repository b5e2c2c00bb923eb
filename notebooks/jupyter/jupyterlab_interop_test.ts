/**
 * The notebooks in JupyterLab, as a person in a browser sees them. Where WATTBOOK_NOTEBOOK_PICTURES
 * names a folder, it keeps pictures of them there and as exported pages, in light and dark.
 */
import assert from "node:assert/strict";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../../registry/tracking_server/pages/browser_page_fixture.ts";
import { type Cell, notebookHtml, readNotebook, writeNotebook } from "../documents/mod.ts";
import { codeCell } from "../documents/code_cell_fixture.ts";
import { listNotebooks } from "../find_notebook.ts";
import { startJupyterLab } from "./jupyterlab_fixture.ts";

const PYTHON = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const CHROMIUM = Deno.env.get("WATTBOOK_CHROMIUM");
const PICTURES = Deno.env.get("WATTBOOK_NOTEBOOK_PICTURES");
const FOLDER = join(import.meta.dirname!, "..");
const RUN_MS = 300_000;

Deno.test("the notebooks run in JupyterLab and show their pictures", async (t) => {
  const home = await Deno.makeTempDir();
  {
    await using lab = await startJupyterLab(PYTHON, FOLDER, { WATTBOOK_HOME: home });
    await using browser = await openBrowser(CHROMIUM);
    for (const name of await listNotebooks(FOLDER)) {
      await t.step(name, async () => {
        const path = join(FOLDER, name);
        const before = await Deno.readTextFile(path);
        const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
        await openNotebook(page, lab.pageOf(name));
        await choose(page, "Edit", "Clear Outputs of All Cells");
        assert.equal(await pictures(page).count(), 0);
        await choose(page, "Run", "Run All Cells");
        await untilRun(page);
        assert.deepEqual(await page.locator(ERRORS).allInnerTexts(), []);
        await seePictures(page);
        const committed = (await readNotebook(path)).cells.filter(isCode);
        assert.deepEqual(
          await promptsOf(page),
          committed.map(({ execution_count }) => execution_count ?? null),
        );
        await showThemes(page, basename(name, ".ipynb"));
        await choose(page, "Kernel", "Shut Down Kernel");
        await page.setContent(notebookHtml(await readNotebook(path), basename(name, ".ipynb")));
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await keepPicture(page, `${basename(name, ".ipynb")}_page_${colorScheme}`);
        }
        await page.close();
        assert.equal(await Deno.readTextFile(path), before);
      });
    }
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("the stop button of JupyterLab ends a computation and keeps the variables", async () => {
  const folder = await Deno.makeTempDir();
  await writeNotebook(join(folder, "stop.ipynb"), {
    cells: ["let kept = 41;", "while (true) {}", "kept + 1", "await new Promise(() => {})", "kept"]
      .map(codeCell),
    metadata: { kernelspec: { name: "wattbook", display_name: "", language: "typescript" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
  {
    await using lab = await startJupyterLab(PYTHON, folder);
    await using browser = await openBrowser(CHROMIUM);
    const page = await browser.newPage();
    await openNotebook(page, lab.pageOf("stop.ipynb"));
    const run = page.getByRole("button", { name: /^Run this cell and advance/ });
    const prompt = (cell: number) => page.locator(PROMPTS).nth(cell);
    await run.click();
    await prompt(0).filter({ hasText: "[1]" }).waitFor();
    await run.click();
    await prompt(1).filter({ hasText: "[*]" }).waitFor();
    await page.getByRole("button", { name: "Interrupt the kernel" }).click();
    await prompt(1).filter({ hasNotText: "[*]" }).waitFor();
    await run.click();
    await page.locator(RESULTS).filter({ hasText: /^42$/ }).waitFor();

    // Code that waits is not at hand to be ended: the kernel must be started again.
    await run.click();
    await prompt(3).filter({ hasText: "[*]" }).waitFor();
    await page.getByRole("button", { name: "Interrupt the kernel" }).click();
    await page.waitForTimeout(2000);
    assert.equal(await prompt(3).innerText(), "[*]:");
    await page.getByRole("button", { name: "Restart the kernel", exact: true }).click();
    await page.getByRole("button", { name: "Confirm Kernel Restart" }).click();
    await prompt(3).filter({ hasText: "[ ]" }).waitFor();
    await page.locator(PROMPTS).nth(4).click();
    await run.click();
    await page.locator(ERRORS).filter({ hasText: "kept is not defined" }).waitFor();
  }
  await Deno.remove(folder, { recursive: true });
});

/** Elements of JupyterLab 4, which shows errors as it shows what is written to standard error. */
const ERRORS = '[data-mime-type="application/vnd.jupyter.stderr"]';
const PROMPTS = ".jp-CodeCell .jp-InputPrompt";
const RESULTS = ".jp-OutputArea-executeResult .jp-OutputArea-output";

async function openNotebook(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(".jp-NotebookPanel-toolbar").getByText("Wattbook (Deno)").waitFor();
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor();
}

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** Waits until no cell waits for the kernel any more. */
async function untilRun(page: Page): Promise<void> {
  await page.waitForFunction(
    (prompts) => {
      const all = Array.from(document.querySelectorAll(prompts));
      return all.length > 0 && all.every(({ textContent }) => /^\[\d+\]:$/.test(textContent ?? ""));
    },
    PROMPTS,
    { timeout: RUN_MS },
  );
}

async function promptsOf(page: Page): Promise<(number | null)[]> {
  const texts = await page.locator(PROMPTS).allInnerTexts();
  return texts.map((text) => /\d/.test(text) ? Number(text.match(/\d+/)![0]) : null);
}

function pictures(page: Page) {
  return page.locator(".jp-OutputArea-output").locator("svg, img");
}

/** Deno may publish a picture after it reports to be done, and Jupyter then drops it: not all are there. */
async function seePictures(page: Page): Promise<void> {
  const boxes = await pictures(page).evaluateAll((elements) =>
    elements.filter((element) => element.parentElement?.closest("svg") === null)
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const loads = element instanceof HTMLImageElement ? element.naturalWidth > 0 : true;
        return { width, height, loads, visible: element.checkVisibility() };
      })
  );
  assert.ok(boxes.length > 0, "no picture is shown");
  for (const { width, height, loads, visible } of boxes) {
    assert.ok(visible && loads && width > 0 && height > 0, `${width} × ${height}, loads: ${loads}`);
  }
}

/** Shows the page in both themes, with a picture of the notebook in the middle. */
async function showThemes(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name: /^File Browser/ }).click();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`body[data-jp-theme-light="${colorScheme === "light"}"]`)
      .waitFor({ state: "attached" });
    await page.locator("#jupyterlab-splash").waitFor({ state: "detached" });
    await pictures(page).first().evaluate((element) => element.scrollIntoView({ block: "center" }));
    await keepPicture(page, `${name}_${colorScheme}`);
  }
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

function isCode({ cell_type, source }: Cell): boolean {
  return cell_type === "code" && source.trim() !== "";
}
