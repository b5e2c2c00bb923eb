/** Requests whose body or form is unusual. */

import { asking, type Corpus, type Exchange } from "../exchange.ts";

const create = asking("POST", "experiments/create");
const path = "/api/2.0/mlflow/experiments/create";

function typed(type: string | undefined, body: string): Exchange {
  const headers: Record<string, string> = type === undefined ? {} : { "content-type": type };
  return { name: `type ${type}: ${body}`, method: "POST", path, body, headers };
}

function plain(name: string, method: Exchange["method"], path: string): Exchange {
  return {
    name,
    method,
    path,
  };
}

export const bodies: Corpus = {
  resource: "bodies",
  exchanges: [
    typed("application/json", '{"name":"body-1"}'),
    typed("application/json; charset=utf-8", '{"name":"body-2"}'),
    typed("application/json;charset=UTF-8", '{"name":"body-3"}'),
    typed("APPLICATION/JSON", '{"name":"body-4"}'),
    typed("text/plain", '{"name":"body-5"}'),
    typed("application/x-www-form-urlencoded", "name=body-6"),
    typed("application/vnd.api+json", '{"name":"body-7"}'),
    typed("application/jsonx", '{"name":"body-8"}'),
    create("no body", ""),
    create("no JSON", "name"),
    create("half of it", '{"name": "half'),
    create("null", "null"),
    create("a list", "[]"),
    create("a list of texts", '["name"]'),
    create("a number", "5"),
    create("true", "true"),
    create("encoded twice", JSON.stringify('{"name":"body-9"}')),
    create("a text that is no JSON", '"name"'),
    create("encoded three times", JSON.stringify(JSON.stringify('{"name":"body-10"}'))),
    create("a name twice", '{"name":"body-11","name":"body-12"}'),
    create("signs beyond ASCII", '{"name":"\\u00fc\\ud83d\\ude42"}'),
    create("half a sign", '{"name":"\\ud83d"}'),
    create("a zero sign", '{"name":"a\\u0000b"}'),
    create("names in camel case", '{"name":"body-13","artifactLocation":"s3://bucket/camel"}'),
    create("a comma too many", '{"name":"body-14",}'),
    create("a comment", '{"name":"body-15"/**/}'),
    create("a bare NaN", '{"name":NaN}'),
    create("a body of a GET", "{}"),
    plain("unknown endpoint", "GET", "/api/2.0/mlflow/unheard"),
    plain("unknown version", "GET", "/api/9.0/mlflow/experiments/get?experiment_id=0"),
    plain("wrong method", "GET", path),
    plain("wrong method PUT", "PUT", "/api/2.0/mlflow/experiments/get"),
    plain("wrong method of a query", "POST", "/api/2.0/mlflow/experiments/get"),
    plain("two slashes", "GET", "/api//2.0/mlflow//experiments/get?experiment_id=0"),
    plain("a slash at the end", "GET", "/api/2.0/mlflow/experiments/get/?experiment_id=0"),
    plain("the pages' address", "GET", "/ajax-api/2.0/mlflow/experiments/get?experiment_id=0"),
    plain("a key twice", "GET", "/api/2.0/mlflow/experiments/get?experiment_id=0&experiment_id=9"),
    plain("an unknown key", "GET", "/api/2.0/mlflow/experiments/get?experiment_id=0&a=1"),
    plain("plus in a query", "GET", "/api/2.0/mlflow/experiments/get-by-name?experiment_name=a+b"),
    plain(
      "a bad code in a query",
      "GET",
      "/api/2.0/mlflow/experiments/get-by-name?experiment_name=%zz",
    ),
    plain("health", "GET", "/health"),
    plain("version", "GET", "/version"),
    plain("server-info", "GET", "/api/3.0/mlflow/server-info"),
  ],
};
