"""Times the integrals of matrices.tsv in mpmath as its manual shows: one `quad` or `nsum` for each entry, of the density
times the factors of that entry. Derivatives in closed form, constants of the parameters hoisted.

    matrices_quad.py OURS|- DIGITS...

Prints name, digits, median of the seconds and the values; see `measurement.py` for OURS.
"""

from mpmath import besseli, beta, cos, digamma, exp, inf, log, loggamma, mpf, nsum, pi, polygamma, quad, sin, tanh

from measurement import main


def gamma():
    a, b = mpf(5) / 2, mpf(3) / 2
    c, d, t = a * log(b) - loggamma(a), log(b) - digamma(a), -polygamma(1, a)
    return (
        lambda x: exp(c + (a - 1) * log(x) - b * x),
        [lambda x: d + log(x), lambda x: a / b - x],
        [lambda x: t, lambda x: 1 / b, lambda x: -a / b**2])


def weibull():
    k, l = mpf(5) / 2, mpf(3) / 2
    c, ll = log(k) - k * log(l), log(l)
    return (
        lambda x: exp(c + (k - 1) * log(x) - (x / l) ** k),
        [lambda x: 1 / k + (1 - (x / l) ** k) * (log(x) - ll), lambda x: k / l * ((x / l) ** k - 1)],
        [lambda x: -1 / k**2 - (x / l) ** k * (log(x) - ll) ** 2,
         lambda x: ((x / l) ** k * (1 + k * (log(x) - ll)) - 1) / l,
         lambda x: (k - k * (k + 1) * (x / l) ** k) / l**2])


def logistic():
    m, s = mpf(1) / 2, mpf(3) / 2

    def density(x):
        e = exp(-abs(x - m) / s)
        return e / (s * (1 + e) ** 2)

    z, g = lambda x: (x - m) / s, lambda x: tanh((x - m) / (2 * s))
    k = lambda x: (1 - g(x) ** 2) / 2
    return (
        density,
        [lambda x: g(x) / s, lambda x: (z(x) * g(x) - 1) / s],
        [lambda x: -k(x) / s**2, lambda x: (-g(x) - z(x) * k(x)) / s**2,
         lambda x: (1 - 2 * z(x) * g(x) - z(x) ** 2 * k(x)) / s**2])


def student():
    n, m, s = mpf(5), mpf(1) / 2, mpf(3) / 2
    c = loggamma((n + 1) / 2) - loggamma(n / 2) - log(n * pi) / 2 - log(s)
    d = digamma((n + 1) / 2) / 2 - digamma(n / 2) / 2 - 1 / (2 * n)
    t = polygamma(1, (n + 1) / 2) / 4 - polygamma(1, n / 2) / 4 + 1 / (2 * n**2)
    y = lambda x: ((x - m) / s) ** 2
    return (
        lambda x: exp(c - (n + 1) / 2 * log(1 + y(x) / n)),
        [lambda x: d - log(1 + y(x) / n) / 2 + (n + 1) * y(x) / (2 * n * (n + y(x))),
         lambda x: (n + 1) * (x - m) / (s**2 * (n + y(x))), lambda x: ((n + 1) * y(x) / (n + y(x)) - 1) / s],
        [lambda x: t + y(x) / (2 * n * (n + y(x)))
         + y(x) * (n * (n + y(x)) - (n + 1) * (2 * n + y(x))) / (2 * n**2 * (n + y(x)) ** 2),
         lambda x: (x - m) * (y(x) - 1) / (s**2 * (n + y(x)) ** 2),
         lambda x: -(n + 1) * (n - y(x)) / (s * (n + y(x))) ** 2,
         lambda x: y(x) * (y(x) - 1) / (s * (n + y(x)) ** 2),
         lambda x: -2 * (n + 1) * n * (x - m) / (s**3 * (n + y(x)) ** 2),
         lambda x: (1 - (n + 1) * y(x) * (3 * n + y(x)) / (n + y(x)) ** 2) / s**2])


def von_mises():
    m, k = mpf(1) / 2, mpf(3) / 2
    c, a = 1 / (2 * pi * besseli(0, k)), besseli(1, k) / besseli(0, k)
    t = -(1 - a / k - a**2)
    return (
        lambda x: c * exp(k * cos(x - m)),
        [lambda x: k * sin(x - m), lambda x: cos(x - m) - a],
        [lambda x: -k * cos(x - m), lambda x: sin(x - m), lambda x: t])


def beta_family():
    a, b = mpf(5) / 2, mpf(3) / 2
    c, p, t = 1 / beta(a, b), digamma(a + b), polygamma(1, a + b)
    d, e = p - digamma(a), p - digamma(b)
    f, g = t - polygamma(1, a), t - polygamma(1, b)
    return (
        lambda x: c * x ** (a - 1) * (1 - x) ** (b - 1),
        [lambda x: d + log(x), lambda x: e + log(1 - x)],
        [lambda x: f, lambda x: t, lambda x: g])


def generalised_gamma():
    a, d, p = mpf(3) / 2, mpf(5) / 2, mpf(7) / 4
    q, la = d / p, log(a)
    lp, t = digamma(q), polygamma(1, q)
    c = log(p) - d * la - loggamma(q)
    l, z = lambda x: log(x) - la, lambda x: (x / a) ** p
    return (
        lambda x: exp(c + (d - 1) * log(x) - z(x)),
        [lambda x: (p * z(x) - d) / a, lambda x: l(x) - lp / p, lambda x: 1 / p + q / p * lp - z(x) * l(x)],
        [lambda x: (d - p * (p + 1) * z(x)) / a**2, lambda x: -1 / a, lambda x: -t / p**2,
         lambda x: z(x) * (1 + p * l(x)) / a, lambda x: (lp + q * t) / p**2,
         lambda x: -1 / p**2 - 2 * q / p**2 * lp - q**2 / p**2 * t - z(x) * l(x) ** 2])


def negative_binomial():
    r, p = mpf(5) / 2, mpf(2) / 5
    c, lq, d, t = r * log(p) - loggamma(r), log(1 - p), log(p) - digamma(r), polygamma(1, r)
    return (
        lambda k: exp(c + loggamma(k + r) - loggamma(k + 1) + k * lq),
        [lambda k: d + digamma(k + r), lambda k: r / p - k / (1 - p)],
        [lambda k: polygamma(1, k + r) - t, lambda k: 1 / p, lambda k: -r / p**2 - k / (1 - p) ** 2])


def poisson():
    l = mpf(5) / 2
    ll = log(l)
    return (
        lambda k: exp(k * ll - l - loggamma(k + 1)),
        [lambda k: k / l - 1],
        [lambda k: -k / l**2])


FAMILIES = {
    "gamma": (gamma, [0, inf]), "weibull": (weibull, [0, inf]), "logistic": (logistic, [-inf, inf]),
    "student": (student, [-inf, inf]), "von-mises": (von_mises, [-pi, pi]), "beta": (beta_family, [0, 1]),
    "generalised-gamma": (generalised_gamma, [0, inf]), "negative-binomial": (negative_binomial, None),
    "poisson": (poisson, None)}


def matrix(name):
    """Normaliser, E[s], lower triangles of E[s s'] and E[-H]."""
    family, points = FAMILIES[name]
    p, s, h = family()
    entries = [p] + [lambda x, a=a: p(x) * a(x) for a in s]
    entries += [lambda x, a=a, b=b: p(x) * a(x) * b(x) for i, a in enumerate(s) for b in s[: i + 1]]
    entries += [lambda x, a=a: -p(x) * a(x) for a in h]
    return [quad(f, points) if points else nsum(f, [0, inf]) for f in entries]


main({name: lambda name=name: matrix(name) for name in FAMILIES})
