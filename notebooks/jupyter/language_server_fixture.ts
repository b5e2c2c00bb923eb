/** Deno's language server, for tests, as VS Code's Deno extension talks to it about notebooks. */
import { pathToFileURL } from "node:url";
import { speak } from "./json_rpc_fixture.ts";

/** A cell of code of a notebook that is open. */
export interface OpenCell {
  readonly uri: string;
  readonly text: string;
}

/** What a cell is underlined for; VS Code shows `message` at it. */
export interface Diagnostic {
  readonly code: number | string;
  readonly message: string;
}

/** A server that runs; dispose of it to end it. */
export interface LanguageServer extends AsyncDisposable {
  /**
   * Opens a notebook's cells of code; they need not be stored.
   *
   * @param path Where the notebook lies.
   */
  open(path: string, sources: readonly string[]): Promise<OpenCell[]>;
  diagnostics(cell: OpenCell): Promise<Diagnostic[]>;
  /** What is shown over a word of a cell, as Markdown. */
  hover(cell: OpenCell, word: string): Promise<string>;
  /** What may follow a cell's end, in the order in which it is offered. */
  completions(cell: OpenCell): Promise<string[]>;
}

/** Of a client that asks for diagnostics, as VS Code's does, and whose person set nothing. */
const CLIENT = {
  initializationOptions: {},
  capabilities: {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: {
      diagnostic: {},
      hover: { contentFormat: ["markdown"] },
      completion: {},
    },
    notebookDocument: { synchronization: {} },
  },
};
const CODE_CELL = 2;

/** @param folder What is open in the editor. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const rootUri = pathToFileURL(folder).href;
  const { request, notify, end } = speak(
    new Deno.Command(Deno.execPath(), {
      args: ["lsp"],
      cwd: folder,
      env: { NO_COLOR: "1" },
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn(),
  );
  await request("initialize", {
    ...CLIENT,
    processId: Deno.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "folder" }],
  });
  await notify("initialized", {});

  const at = ({ uri }: OpenCell) => ({ textDocument: { uri } });
  return {
    async open(path, sources) {
      // The extension's own scheme for vscode-notebook-cell.
      const cells = sources.map((text, i) => ({
        uri: `deno-notebook-cell:${path}#W${i}sZmlsZQ%3D%3D`,
        text,
      }));
      await notify("notebookDocument/didOpen", {
        notebookDocument: {
          uri: pathToFileURL(path).href,
          notebookType: "jupyter-notebook",
          version: 1,
          cells: cells.map(({ uri }) => ({ kind: CODE_CELL, document: uri })),
        },
        cellTextDocuments: cells.map((cell) => ({ ...cell, languageId: "typescript", version: 1 })),
      });
      return cells;
    },
    diagnostics: async (cell) => (await request("textDocument/diagnostic", at(cell))).items,
    async hover(cell, word) {
      const position = positionOf(cell.text, cell.text.search(RegExp(`\\b${word}\\b`)));
      return (await request("textDocument/hover", { ...at(cell), position })).contents.value;
    },
    async completions(cell) {
      const position = positionOf(cell.text, cell.text.length);
      const { items } = await request("textDocument/completion", { ...at(cell), position });
      return items.map(({ label }: { label: string }) => label);
    },
    async [Symbol.asyncDispose]() {
      await request("shutdown");
      await notify("exit");
      await end();
    },
  };
}

function positionOf(text: string, offset: number) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
