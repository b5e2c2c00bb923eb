"""Searches of runs and experiments: filters, orders, pages and what is refused."""

import mlflow
import numpy as np
from mlflow.entities import Metric, Param, RunTag, ViewType
from setting import STARTED

RUN_SEARCHES = [
    ("", []),
    ("", ["metrics.auc DESC"]),
    ("", ["metrics.auc ASC"]),
    ("", ["params.kind", "metrics.auc"]),
    ("", ["params.depth DESC"]),
    ("", ["attributes.start_time"]),
    ("", ["start_time DESC"]),
    ("", ["end_time ASC"]),
    ("", ["run_name DESC"]),
    ("", ["status ASC", "start_time ASC"]),
    ("", ["tags.odd DESC", "start_time"]),
    ("", ["metrics.`val loss` DESC"]),
    ("", ["metrics.absent", "start_time"]),
    ("metrics.auc > 0.75", []),
    ("metrics.auc >= 0.7 and metrics.auc <= 0.9", []),
    ("metrics.auc != 0.9", []),
    ("metrics.auc = 0.9", []),
    ("metrics.auc < 0", []),
    ("metrics.`val loss` < 0.4", []),
    ('metrics."val loss" < 0.4', []),
    ("params.kind = 'svm'", []),
    ('params.kind = "svm"', []),
    ("params.kind != 'svm'", []),
    ("params.kind LIKE 'forest%'", []),
    ("params.kind ILIKE 'forest%'", []),
    ("params.kind LIKE '%\"q\"%'", []),
    ("params.depth IS NULL", []),
    ("params.depth IS NOT NULL AND tags.odd = '1'", []),
    ("tags.`a.b/c` = 'x y'", []),
    ("tag.odd = '0' AND parameter.kind LIKE '%'", []),
    ("attributes.status = 'FINISHED'", []),
    ("status != 'finished'", []),
    ("run_name LIKE 'run-%'", []),
    ("attributes.run_name IN ('run-1', 'run-2')", []),
    (f"start_time > {STARTED + 2}", []),
    (f"attributes.start_time <= {STARTED + 1} AND end_time >= {STARTED + 101}", []),
    ("created > 0", []),
    ("`run name` = 'run-1'", []),
    ("dataset.name = 'data-0'", []),
    ("datasets.name IN ('data-0', 'data-1')", []),
    ("dataset.context = 'training'", []),
    ("dataset.digest LIKE '%'", []),
    ("user_id = 'unknown'", []),
    ("artifact_uri LIKE 'mlflow-artifacts:/%'", []),
    # Refused
    ("metrics.auc > 'a'", []),
    ("params.kind > 'a'", []),
    ("params.kind = a", []),
    ("metrics.auc", []),
    ("moon.auc > 1", []),
    ("metrics.auc > 1 OR metrics.auc < 0", []),
    ("attributes.absent = '1'", []),
    ("status LIKE 1", []),
    ("start_time = 'a'", []),
    ("run_id IN ()", []),
    ("params.kind IN ('svm')", []),
    ("metrics.auc IS NULL", []),
    ("", ["moon.auc"]),
    ("", ["metrics.auc UP"]),
    ("", ["start_time", "start_time"]),
]

EXPERIMENT_SEARCHES = [
    ("", ["name"]),
    ("", ["experiment_id DESC"]),
    ("name = 'fluent'", []),
    ("name != 'fluent'", ["name ASC"]),
    ("name LIKE 'flu%'", []),
    ("name ILIKE 'FLU%' AND tags.team = 'energy'", []),
    ("tags.team LIKE 'e%'", []),
    ("tags.team IS NULL", ["name"]),
    ("attribute.name = 'fluent'", []),
    ("creation_time > 0", ["name"]),
    ("last_update_time < 0", []),
    ("id = '1'", []),
    ("name > 'a'", []),
    ("", ["moon"]),
]


def names(found):
    return [run.info.run_name for run in found]


def report(setting):
    """Reports the cases, on runs with times of their own, so that each order is known.

    Gives the id of the experiment that it searches.
    """
    client, output = setting.client, setting.output

    searched = client.create_experiment("searched")
    mlflow.set_experiment(experiment_id=searched)
    for number, (kind, auc, status) in enumerate(
        [
            ("iqr", 0.7, "FINISHED"),
            ("Forest", 0.9, "FAILED"),
            ("forest 2", float("nan"), "FINISHED"),
            ("svm", 0.8, "KILLED"),
            ("svm", None, "RUNNING"),
            ('o\'k "q"', -1.5, "FINISHED"),
        ]
    ):
        run = client.create_run(searched, start_time=STARTED + number, run_name=f"run-{number}")
        metrics = (
            []
            if auc is None
            else [Metric("auc", auc, STARTED, 0), Metric("val loss", auc / 2, STARTED, 1)]
        )
        params = [Param("kind", kind)] + ([Param("depth", str(number))] if number % 2 else [])
        client.log_batch(
            run.info.run_id,
            metrics,
            params,
            [RunTag("odd", str(number % 2)), RunTag("a.b/c", "x y")],
        )
        if number < 2:
            dataset = mlflow.data.from_numpy(np.arange(number + 2), name=f"data-{number}")
            with mlflow.start_run(run_id=run.info.run_id):
                mlflow.log_input(dataset, context="training" if number else "test")
        client.set_terminated(run.info.run_id, status, STARTED + 100 + number)
        if number == 3:
            client.delete_run(run.info.run_id)

    for filter_string, order_by in RUN_SEARCHES:
        output.report(
            f"search runs {filter_string} by {order_by}",
            lambda: names(client.search_runs([searched], filter_string, order_by=order_by)),
        )

    @setting.case("search of deleted runs")
    def _():
        views = (ViewType.ACTIVE_ONLY, ViewType.DELETED_ONLY, ViewType.ALL)
        return [names(client.search_runs([searched], run_view_type=view)) for view in views]

    @setting.case("search as a frame")
    def _():
        found = mlflow.search_runs([searched], "params.kind != 'svm'", order_by=["start_time"])
        return [
            sorted(column for column in found.columns),
            found["params.kind"].tolist(),
            found["status"].tolist(),
        ]

    @setting.case("pages of runs")
    def _():
        pages, token = [], None
        while not pages or token:
            page = client.search_runs(
                [searched], order_by=["start_time"], max_results=2, page_token=token
            )
            pages.append(names(page))
            token = page.token
        return pages

    for wrong in (0, -1, 50_001):
        output.report(
            f"search for {wrong} runs", lambda: client.search_runs([searched], max_results=wrong)
        )
    output.report(
        "search with a wrong token", lambda: client.search_runs([searched], page_token="?")
    )

    for filter_string, order_by in EXPERIMENT_SEARCHES:
        output.report(
            f"search experiments {filter_string} by {order_by}",
            lambda: [
                e.name
                for e in client.search_experiments(filter_string=filter_string, order_by=order_by)
            ],
        )

    @setting.case("pages of experiments")
    def _():
        first = client.search_experiments(max_results=2, order_by=["name"])
        second = client.search_experiments(max_results=2, order_by=["name"], page_token=first.token)
        return [[e.name for e in first], [e.name for e in second], bool(second.token)]

    return searched
