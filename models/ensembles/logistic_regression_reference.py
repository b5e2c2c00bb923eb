"""Writes logistic_regression_reference.json: logistic regressions with and without bounds.

Needs scikit-learn and SciPy. Without bounds the optimum is scikit-learn's. With weights >= 0 it is
that of a general bounded minimiser, checked by its optimality conditions.
"""

import json
import pathlib

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(5)


def fit_bounded(x, y, l2):
    def objective(c):
        z = x @ c[:-1] + c[-1]
        p = 1 / (1 + np.exp(-z))
        loss = np.sum(np.logaddexp(0, z) - y * z) + l2 / 2 * c[:-1] @ c[:-1]
        return loss, np.append(x.T @ (p - y) + l2 * c[:-1], np.sum(p - y))

    bounds = [(0, None)] * x.shape[1] + [(None, None)]
    start = np.zeros(x.shape[1] + 1)
    options = {"ftol": 1e-16, "gtol": 1e-12, "maxiter": 10_000, "maxfun": 100_000}
    found = minimize(objective, start, jac=True, method="L-BFGS-B", bounds=bounds, options=options)
    # Polished on the coefficients that the bounds leave free.
    free = np.append(found.x[:-1] > 1e-9, True)
    c = np.where(free, found.x, 0)
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ c[:-1] + c[-1])))
        wide = np.column_stack([x, np.ones(len(x))])
        hessian = (wide * (p * (1 - p))[:, None]).T @ wide + np.diag([l2] * x.shape[1] + [0])
        gradient = objective(c)[1]
        c[free] -= np.linalg.solve(hessian[np.ix_(free, free)], gradient[free])
    gradient = objective(c)[1]
    assert np.all(np.abs(gradient[free]) < 1e-9) and np.all(gradient[~free] > 0), gradient
    assert np.all(c[:-1] >= 0)
    return c


def case(name, x, y, l2):
    c = fit_bounded(x, y, l2)
    unbounded = LogisticRegression(C=1 / l2, tol=1e-14, max_iter=10_000, solver="newton-cholesky")
    if np.all(np.isin(y, [0, 1])):
        unbounded.fit(x, y)
        if np.all(unbounded.coef_ > 0):
            assert np.allclose(c[:-1], unbounded.coef_[0], rtol=1e-7, atol=1e-9), name
            assert np.allclose(c[-1], unbounded.intercept_[0], rtol=1e-7, atol=1e-9), name
    return {
        "name": name,
        "x": np.round(x, 12).tolist(),
        "targets": y.tolist(),
        "l2": l2,
        "weights": c[:-1].tolist(),
        "intercept": float(c[-1]),
    }


def rows(count, weights, intercept, spread=1.0):
    x = np.round(rng.uniform(size=(count, len(weights))) * spread, 4)
    p = 1 / (1 + np.exp(-(x @ np.array(weights) + intercept)))
    return x, (rng.uniform(size=count) < p).astype(float)


cases = [
    case("two members that both help", *rows(200, [4, 2], -3), 1.0),
    case("one member that is right, one that is contrary", *rows(200, [5, -5], -1), 1.0),
    case("rare anomalies, four members", *rows(400, [3, 1, 0, -2], -4.5), 0.1),
    case("separable rows", np.array([[0.1], [0.2], [0.8], [0.9]]), np.array([0.0, 0, 1, 1]), 1.0),
]
x, y = rows(150, [3, 3], -3)
cases.append(case("two copies of one member", np.column_stack([x, x[:, 0]]), y, 1.0))
x, y = rows(60, [6], -3)
cases.append(case("targets between 0 and 1, almost no penalty", x, np.where(y == 1, 0.97, 0.02), 1e-9))
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(cases) + "\n")
