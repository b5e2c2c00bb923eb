"""The Python side of peer_bench.ts: times one peer, a repetition for each line it reads.

Arguments: what to time, a file of little-endian float32 rows, the number of columns, a file of one
byte a row that is its label, and how many calls make a repetition. Prints the CPU seconds of a call.
"""

import sys
import time

import numpy as np


def isolation_forest_fit(x, labels):
    from sklearn.ensemble import IsolationForest

    return lambda: IsolationForest(
        n_estimators=100, max_samples=256, random_state=1, n_jobs=1
    ).fit(x)


def isolation_forest_score(x, labels):
    model = isolation_forest_fit(x[:200_000], labels)()
    return lambda: model.score_samples(x)


def isolation_forest_row(x, labels):
    model = isolation_forest_fit(x, labels)()
    return lambda: model.score_samples(x[:1])


def one_class_svm_fit(x, labels):
    from sklearn.svm import OneClassSVM

    z = standardised(x)
    return lambda: OneClassSVM(nu=0.5, gamma="scale", tol=1e-6, cache_size=200).fit(z)


def one_class_svm_score(x, labels):
    model = one_class_svm_fit(x, labels)()
    z = standardised(x)
    return lambda: model.decision_function(z)


def dbscan_fit(x, labels):
    from sklearn.cluster import DBSCAN

    z = standardised(x)
    return lambda: DBSCAN(eps=1, min_samples=10, n_jobs=1).fit(z)


def gradient_boosting_fit(x, labels):
    from lightgbm import LGBMClassifier

    return lambda: LGBMClassifier(
        n_estimators=200,
        learning_rate=0.05,
        num_leaves=31,
        min_child_samples=50,
        reg_lambda=1,
        n_jobs=1,
        verbose=-1,
    ).fit(x, labels)


def standardised(x):
    z = x.astype(float)
    return (z - z.mean(axis=0)) / z.std(axis=0)


def main(name, rows, columns, labels, calls):
    x = np.fromfile(rows, "<f4").reshape(-1, int(columns))
    call = globals()[name](x, np.fromfile(labels, "u1"))
    for _ in sys.stdin:
        start = time.process_time()
        for _ in range(int(calls)):
            call()
        print((time.process_time() - start) / int(calls), flush=True)


main(*sys.argv[1:])
