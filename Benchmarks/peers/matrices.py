"""Times the integrals of matrices.tsv in mpmath: derivatives in closed form, common parts computed once, constants of
the parameters hoisted, and every node evaluated once for all integrals of a family.

    matrices.py OURS|- DIGITS...

Prints name, digits, median of the seconds and the values; see `measurement.py` for OURS.
"""

from mpmath import besseli, beta, cos, digamma, exp, fsum, inf, log, loggamma, mp, mpf, pi, polygamma, quad, sin

from measurement import main


def terms(p, s, h):
    """Normaliser, E[s], lower triangles of E[s s'] and E[-H]; `h` lists the lower triangle of the Hessian."""
    scaled = [p * a for a in s]
    return [p] + scaled + [scaled[i] * s[j] for i in range(len(s)) for j in range(i + 1)] + [-p * a for a in h]


def integrals(f, points, count):
    """One `quad` for each integral; the nodes are the same, and so are remembered."""
    memory = {}

    def value(x, entry):
        found = memory.get(x)
        if found is None:
            found = memory[x] = f(x)
        return found[entry]

    return [quad(lambda x: value(x, entry), points) for entry in range(count)]


def sums(f):
    """Terms until several in a row no longer matter."""
    total, k, quiet = f(0), 0, 0
    while quiet < 4:
        k += 1
        term = f(k)
        total = [a + b for a, b in zip(total, term)]
        quiet = quiet + 1 if all(abs(t) <= mp.eps * total[0] for t in term) else 0
    return total


def gamma():
    a, b = mpf(5) / 2, mpf(3) / 2
    c, d, t, m, u = a * log(b) - loggamma(a), log(b) - digamma(a), -polygamma(1, a), a / b, -a / b**2

    def f(x):
        l = log(x)
        return terms(exp(c + (a - 1) * l - b * x), [d + l, m - x], [t, 1 / b, u])

    return integrals(f, [0, inf], 9)


def weibull():
    k, l = mpf(5) / 2, mpf(3) / 2
    c, i, q, k2 = log(k), 1 / k, k / l, 1 / k**2

    def f(x):
        lx = log(x)
        y = lx - ll
        z = exp(k * y)
        zy = z * y
        return terms(
            exp(c + k * y - lx - z), [i + y - zy, q * (z - 1)],
            [-k2 - zy * y, (z - 1 + k * zy) / l, (k - k * (k + 1) * z) / l**2])

    ll = log(l)
    return integrals(f, [0, inf], 9)


def logistic():
    m, s = mpf(1) / 2, mpf(3) / 2

    def f(x):
        z = (x - m) / s
        e = exp(-abs(z))
        w = 1 / (1 + e)
        g = (1 - e) * w if z > 0 else (e - 1) * w
        k = 2 * e * w**2
        return terms(
            e * w**2 / s, [g / s, (z * g - 1) / s], [-k / s**2, (-g - z * k) / s**2, (1 - 2 * z * g - z**2 * k) / s**2])

    return integrals(f, [-inf, inf], 9)


def student():
    n, m, s = mpf(5), mpf(1) / 2, mpf(3) / 2
    c = loggamma((n + 1) / 2) - loggamma(n / 2) - log(n * pi) / 2 - log(s)
    d = digamma((n + 1) / 2) / 2 - digamma(n / 2) / 2 - 1 / (2 * n)
    t = polygamma(1, (n + 1) / 2) / 4 - polygamma(1, n / 2) / 4 + 1 / (2 * n**2)

    def f(x):
        z = (x - m) / s
        y = z**2
        l, r = log(1 + y / n), 1 / (n + y)
        w, q = (n + 1) * r, (y - 1) * r
        return terms(
            exp(c - (n + 1) / 2 * l), [d - l / 2 + w * y / (2 * n), w * z / s, (w * y - 1) / s],
            [t + y * r / (2 * n) + y * (n * (n + y) - (n + 1) * (2 * n + y)) * r**2 / (2 * n**2), z * q * r / s,
             -(n + 1) * (n - y) * r**2 / s**2, y * q * r / s, -2 * (n + 1) * n * z * r**2 / s**2,
             (1 - (n + 1) * y * (3 * n + y) * r**2) / s**2])

    return integrals(f, [-inf, inf], 16)


def von_mises():
    m, k = mpf(1) / 2, mpf(3) / 2
    c, a = 1 / (2 * pi * besseli(0, k)), besseli(1, k) / besseli(0, k)
    t = -(1 - a / k - a**2)

    def f(x):
        u, v = cos(x - m), sin(x - m)
        return terms(c * exp(k * u), [k * v, u - a], [-k * u, v, t])

    return integrals(f, [-pi, pi], 9)


def beta_family():
    a, b = mpf(5) / 2, mpf(3) / 2
    c, p = -log(beta(a, b)), digamma(a + b)
    d, e, t = p - digamma(a), p - digamma(b), polygamma(1, a + b)
    f1, g1 = t - polygamma(1, a), t - polygamma(1, b)

    def f(x):
        l, r = log(x), log(1 - x)
        return terms(exp(c + (a - 1) * l + (b - 1) * r), [d + l, e + r], [f1, t, g1])

    return integrals(f, [0, 1], 9)


def generalised_gamma():
    a, d, p = mpf(3) / 2, mpf(5) / 2, mpf(7) / 4
    q, la = d / p, log(a)
    lp, t = digamma(q), polygamma(1, q)
    c = log(p) - d * la - loggamma(q)

    def f(x):
        lx = log(x)
        l = lx - la
        z = exp(p * l)
        zl = z * l
        return terms(
            exp(c + (d - 1) * lx - z), [(p * z - d) / a, l - lp / p, 1 / p + q / p * lp - zl],
            [(d - p * (p + 1) * z) / a**2, -1 / a, -t / p**2, (z + p * zl) / a, (lp + q * t) / p**2,
             -1 / p**2 - 2 * q / p**2 * lp - q**2 / p**2 * t - zl * l])

    return integrals(f, [0, inf], 16)


def negative_binomial():
    r, p = mpf(5) / 2, mpf(2) / 5
    q, state = 1 - p, [exp(r * log(p)), log(p), mpf(0)]

    def f(k):
        if k:
            w = 1 / (k + r - 1)
            state[0] *= (k + r - 1) * q / k
            state[1] += w
            state[2] -= w**2
        return terms(state[0], [state[1], r / p - k / q], [state[2], 1 / p, -r / p**2 - k / q**2])

    return sums(f)


def poisson():
    l = mpf(5) / 2
    state = [exp(-l)]

    def f(k):
        if k:
            state[0] *= l / k
        return terms(state[0], [k / l - 1], [-k / l**2])

    return sums(f)


FAMILIES = {
    "gamma": gamma, "weibull": weibull, "logistic": logistic, "student": student, "von-mises": von_mises,
    "beta": beta_family, "generalised-gamma": generalised_gamma, "negative-binomial": negative_binomial,
    "poisson": poisson}


main(FAMILIES)
