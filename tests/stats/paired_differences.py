"""Writes paired-differences.json: clustered paired data and what numpy and scipy make of them, by formulas of their own.

CR2 and its degrees of freedom by the general matrices of Bell and McCaffrey (2002); the jackknife leaves one cluster out.
Run: python paired_differences.py > paired-differences.json
"""

import json

import numpy as np
from scipy import stats

rng = np.random.default_rng(20240611)


def cr2(values, clusters):
    """Mean, its CR2 standard error and Satterthwaite degrees of freedom, by matrices."""
    n = len(values)
    x = np.ones((n, 1))
    bread = np.linalg.inv(x.T @ x)
    hat = x @ bread @ x.T
    mean = float(np.mean(values))
    residuals = values - mean
    meat, rows = 0.0, []
    for name in sorted(set(clusters)):
        at = np.array([c == name for c in clusters])
        inside = np.eye(at.sum()) - hat[np.ix_(at, at)]
        w, v = np.linalg.eigh(inside)
        root = v @ np.diag([1 / np.sqrt(e) if e > 1e-12 else 0.0 for e in w]) @ v.T
        score = x[at].T @ root @ residuals[at]
        meat += float(score.item()) ** 2
        rows.append(((np.eye(n) - hat)[:, at] @ root @ x[at] @ bread).ravel())
    se = np.sqrt(meat) * float(bread.item())
    g = np.array(rows)
    gram = g @ g.T
    df = np.trace(gram) ** 2 / np.sum(gram**2)
    return mean, float(se), float(df)


def rms(values):
    return float(np.sqrt(np.mean(np.asarray(values) ** 2)))


def case(groups, spread, shift, tail):
    a, b, clusters = [], [], []
    for g in range(groups):
        own = rng.normal(0, 0.4, 2)
        for _ in range(rng.integers(1, 5)):
            noise = rng.standard_t(tail)
            x = 0.2 + own[0] + 0.6 * noise
            a.append(round(float(x), 6))
            b.append(round(float(shift + spread * (0.8 * x + own[1] + 0.5 * rng.normal())), 6))
            clusters.append(f"p{g:02d}")
    a_, b_ = np.array(a), np.array(b)
    d = b_ - a_
    mean, se, df = cr2(d, clusters)
    bounds = {str(alpha): [mean - stats.t.ppf(1 - alpha, df) * se, mean + stats.t.ppf(1 - alpha, df) * se] for alpha in (0.05, 0.01)}
    ra, rb = rms(a_), rms(b_)
    influence = b_**2 / (2 * rb) - a_**2 / (2 * ra) + (rb - ra) / 2
    rms_mean, rms_se, rms_df = cr2(influence, clusters)
    names = sorted(set(clusters))
    left = []
    for name in names:
        keep = np.array([c != name for c in clusters])
        left.append(rms(b_[keep]) - rms(a_[keep]))
    left = np.array(left)
    jackknife = float(np.sqrt((len(names) - 1) / len(names) * np.sum((left - left.mean()) ** 2)))
    return {
        "a": a,
        "b": b,
        "clusters": clusters,
        "difference": {"mean": mean, "se": se, "df": df, "bounds": bounds},
        "rms": {"difference": rb - ra, "se": rms_se, "df": rms_df, "check": rms_mean, "jackknife": jackknife},
    }


def counts(n, up, down):
    """Exact one-sided 95 % bounds of up / n - down / n by two Clopper-Pearson intervals at half of alpha (Bonferroni)."""
    q = 0.025
    low = lambda k: 0.0 if k == 0 else float(stats.beta.ppf(q, k, n - k + 1))
    high = lambda k: 1.0 if k == n else float(stats.beta.ppf(1 - q, k + 1, n - k))
    return {"n": n, "up": up, "down": down, "lower": low(up) - high(down), "upper": high(up) - low(down)}


print(
    json.dumps(
        {
            "cases": [case(24, 1.3, 0.1, 30), case(40, 0.7, -0.3, 5), case(80, 1.0, 0.0, 30)],
            "shares": [counts(65, 3, 0), counts(100, 2, 5), counts(40, 0, 0), counts(200, 10, 4)],
        }
    )
)
