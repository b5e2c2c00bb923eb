import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { openTrackingStore } from "../store.ts";
import { artifactList, artifactSection, readArtifactTree } from "./artifact_list.ts";
import { runFiles } from "./artifact_owner.ts";

const paths = ["a.txt", "plots/deep/x.svg", "plots/y.svg"];

async function storeWithFiles() {
  const store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  store.database.run(
    `INSERT INTO runs
     VALUES ('r', 'n', 0, '', 'RUNNING', 0, NULL, 'mlflow-artifacts:/0/r/artifacts', 'active')`,
  );
  for (const path of paths) {
    await store.artifacts.write(`0/r/artifacts/${path}`, new Blob(["12345"]).stream());
  }
  return store;
}

Deno.test("readArtifactTree() reads directories depth first, and says when it stops", async () => {
  using store = await storeWithFiles();
  const file = (path: string) => ({ path, size: 5, children: [] });
  assert.deepEqual(await readArtifactTree(store, runFiles(store, "r"), "", 100), {
    nodes: [file("a.txt"), {
      path: "plots",
      size: undefined,
      children: [
        { path: "plots/deep", size: undefined, children: [file("plots/deep/x.svg")] },
        file("plots/y.svg"),
      ],
    }],
    cut: false,
  });
  const some = await readArtifactTree(store, runFiles(store, "r"), "plots", 2);
  assert.deepEqual(some, {
    nodes: [{ path: "plots/deep", size: undefined, children: [file("plots/deep/x.svg")] }],
    cut: true,
  });
});

Deno.test("artifactList() shows names, leads to what is in files, and downloads by their size", async () => {
  using store = await storeWithFiles();
  const { nodes } = await readArtifactTree(store, runFiles(store, "r"), "", 100);
  const { document } = parseHTML(`<body>${await artifactList(runFiles(store, "r"), nodes)}</body>`);
  const links = Array.from(document.querySelectorAll("a")).map((link) => [
    link.textContent,
    link.getAttribute("href"),
  ]);
  assert.deepEqual(links, [
    ["a.txt", "artifact?run_id=r&path=a.txt"],
    ["5 B", "../get-artifact?run_id=r&path=a.txt"],
    ["plots/", "artifact?run_id=r&path=plots"],
    ["deep/", "artifact?run_id=r&path=plots%2Fdeep"],
    ["x.svg", "artifact?run_id=r&path=plots%2Fdeep%2Fx.svg"],
    ["5 B", "../get-artifact?run_id=r&path=plots%2Fdeep%2Fx.svg"],
    ["y.svg", "artifact?run_id=r&path=plots%2Fy.svg"],
    ["5 B", "../get-artifact?run_id=r&path=plots%2Fy.svg"],
  ]);
  assert.equal(document.querySelectorAll("ul ul ul li").length, 1);
});

Deno.test("artifactSection() lists 200 files and leads to the others", async () => {
  using store = await storeWithFiles();
  const many = Array.from(
    { length: 201 },
    (_, i) => ({ path: `${i}`, is_dir: false, file_size: 1 }),
  );
  const owner = { ...runFiles(store, "r"), list: () => Promise.resolve(many) };
  const { document } = parseHTML(`<body>${await artifactSection(store, owner)}</body>`);
  assert.equal(document.querySelectorAll("li").length, 200);
  assert.equal(document.querySelector("p a")?.getAttribute("href"), "artifact?run_id=r");
});
