/** Requests that store, list, send and remove artifacts. */

import { asking, type Corpus, type Exchange } from "../exchange.ts";

const root = "/api/2.0/mlflow-artifacts/artifacts";
const list = asking("GET", "artifacts/list");
const run_id = "<run>";
const watch = ["content-disposition", "x-content-type-options"];

function put(path: string, body: string): Exchange {
  return {
    name: `PUT ${path}`,
    method: "PUT",
    path: `${root}/${path}`,
    body,
  };
}
function send(path: string): Exchange {
  return {
    name: `GET ${path}`,
    method: "GET",
    path: `${root}/${path}`,
    watch,
  };
}
function listed(path: string): Exchange {
  return {
    name: `GET ?path=${path}`,
    method: "GET",
    path: `${root}?path=${path}`,
  };
}
function remove(path: string): Exchange {
  return {
    name: `DELETE ${path}`,
    method: "DELETE",
    path: `${root}/${path}`,
  };
}
function page(path: string): Exchange {
  return { name: `GET ${path}`, method: "GET", path, watch };
}

export const artifacts: Corpus = {
  resource: "artifacts",
  exchanges: [
    asking("POST", "runs/create")("for artifacts", {
      experiment_id: "0",
      run_name: "files",
      start_time: 1,
    }, {
      run: "run.info.run_id",
    }),
    put("0/<run>/artifacts/note.txt", "Note"),
    put("0/<run>/artifacts/plots/load.svg", "<svg/>"),
    put("0/<run>/artifacts/model/MLmodel", "flavors: {}"),
    put("0/<run>/artifacts/empty.json", ""),
    put("0/<run>/artifacts/page.html", "<p>"),
    put("0/<run>/artifacts/a%20b.csv", "a,b"),
    { ...put("0/<run>/artifacts/note.txt", "Note 2"), name: "PUT another note" },
    put("../secret", "no"),
    put("%2e%2e/secret", "no"),
    send("0/<run>/artifacts/note.txt"),
    send("0/<run>/artifacts/plots/load.svg"),
    send("0/<run>/artifacts/model/MLmodel"),
    send("0/<run>/artifacts/empty.json"),
    send("0/<run>/artifacts/page.html"),
    send("0/<run>/artifacts/a%20b.csv"),
    send("0/<run>/artifacts/unheard.txt"),
    send("%2e%2e/secret"),
    send("0/%2e%2e/%2e%2e/secret"),
    listed(""),
    listed("0/<run>/artifacts"),
    listed("0/<run>/artifacts/plots"),
    listed("0/<run>/artifacts/note.txt"),
    listed("unheard"),
    listed("../x"),
    listed("/etc"),
    list("a run", { run_id }),
    list("a directory", { run_id, path: "plots" }),
    list("a file", { run_id, path: "note.txt" }),
    list("a directory that is not there", { run_id, path: "unheard" }),
    list("a path outside", { run_id, path: "../x" }),
    list("a coded path outside", { run_id, path: "%2e%2e/x" }),
    list("an absolute path", { run_id, path: "/etc" }),
    list("a path with a hash", { run_id, path: "a#b" }),
    list("an empty path", { run_id, path: "" }),
    list("an old name of the run", { run_uuid: run_id }),
    list("an unknown run", { run_id: "0123456789abcdef" }),
    list("no run"),
    page("/get-artifact?run_id=<run>&path=note.txt"),
    page("/get-artifact?run_uuid=<run>&path=plots/load.svg"),
    page("/get-artifact?run_id=<run>&path=unheard.txt"),
    page("/get-artifact?run_id=<run>&path=../x"),
    page("/get-artifact?run_id=<run>"),
    page("/get-artifact?path=note.txt"),
    page("/get-artifact?run_id=0123456789abcdef&path=note.txt"),
    remove("0/<run>/artifacts/note.txt"),
    remove("0/<run>/artifacts/plots"),
    remove("%2e%2e/secret"),
    list("what is left", { run_id }),
  ],
};
