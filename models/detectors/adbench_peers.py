"""Prints the ROC-AUC of scikit-learn's and PyOD's detectors on splits of tables as JSON.

usage: python adbench_peers.py FOLDER

FOLDER holds tables.json, a list of {name, columns, trees, peers, splits: [{train, test}]} with row
indices, and per table NAME.f32, its rows as little-endian float32, and NAME.u8, a 0 or 1 per row.
Rows are standardised by the training rows of the split; the random state is the number of the split.
"""

import json
import pathlib
import sys

import numpy as np
from pyod.models.ecod import ECOD
from pyod.models.knn import KNN
from pyod.models.lof import LOF
from pyod.models.pca import PCA
from sklearn.ensemble import IsolationForest
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler
from sklearn.svm import OneClassSVM

folder = pathlib.Path(sys.argv[1])


def isolation_forest(train, test, seed, table):
    model = IsolationForest(n_estimators=table["trees"], random_state=seed)
    return -model.fit(train).score_samples(test)


def one_class_svm(train, test, seed, table):
    return -OneClassSVM(nu=0.5, gamma="scale").fit(train).decision_function(test)


def ecod(train, test, seed, table):
    return ECOD().fit(train).decision_function(test)


def pca(train, test, seed, table):
    # The solver that PyOD picks by itself makes some of the variances 0, which it divides by.
    return PCA(svd_solver="full").fit(train).decision_function(test)


def knn(train, test, seed, table):
    return KNN(n_neighbors=5).fit(train).decision_function(test)


def lof(train, test, seed, table):
    return LOF(n_neighbors=20).fit(train).decision_function(test)


PEERS = {f.__name__: f for f in (isolation_forest, one_class_svm, ecod, pca, knn, lof)}


def areas(table):
    x = np.fromfile(folder / f"{table['name']}.f32", "<f4").reshape(-1, table["columns"])
    labels = np.fromfile(folder / f"{table['name']}.u8", "u1")
    found = {peer: [] for peer in table["peers"]}
    for seed, split in enumerate(table["splits"]):
        scaler = StandardScaler().fit(x[split["train"]].astype(float))
        train, test = (scaler.transform(x[split[part]].astype(float)) for part in ("train", "test"))
        for peer in table["peers"]:
            scores = PEERS[peer](train, test, seed, table)
            found[peer].append(roc_auc_score(labels[split["test"]], scores))
    return found


tables = json.loads((folder / "tables.json").read_text())
json.dump({table["name"]: areas(table) for table in tables}, sys.stdout)
