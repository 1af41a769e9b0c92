extension ReplayScript.Parts {
  /// The script in Python with mpmath.
  var mpmath: String {
    let lines =
      title.map { "# " + $0 } + [
        "# Normaliser, E[s], E[s s'], E[-H] and the closed form from the log-density alone, with the functions of mpmath:",
        "# python3, pip install mpmath. Seconds; with two observed variables minutes.",
        "from mpmath import *", "", "digits = \(digits)", "mp.dps = digits + 15",
      ] + definitions
      + supports.enumerated().flatMap { definition($1, suffix: $0 == 0 ? "" : "_\($0)") }
      + [
        "", "", "supports = [\(supports.indices.map { "support\($0 == 0 ? "" : "_\($0)")" }.joined(separator: ", "))]",
        "variables = \(supports[0].ranges.count)", "with workdps(100*digits):",
        "    point = [\(point.joined(separator: ", "))]", "parameters = \(names)",
        "# Next to an end that moves with a parameter, the score grows like the inverse of the distance.",
        "growth = \(scoreGrowth)",
      ]
    return (lines + [Self.mpmathBody, "closed = [" + closed + "]", Self.mpmathOutput]).joined(separator: "\n")
  }

  /// The functions for a part of the support, and the pair of log-density and ranges.
  private func definition(_ support: ReplayScript.Support, suffix: String) -> [String] {
    let ranges = support.ranges.indices.map { "range\(suffix)_\($0)" }
    let functions = zip(ranges, support.ranges).flatMap { name, range in
      ["", "", "def \(name)(t, y):", "    return \(text(range))"]
    }
    return ["", "", "def log_density\(suffix)(t, y):", "    return \(support.logDensity)"] + functions + [
      "", "", "support\(suffix) = (log_density\(suffix), [\(ranges.joined(separator: ", "))])",
    ]
  }

  private var names: String { "[" + parameters.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }

  private var closed: String {
    closedForms.map { $0.map { "lambda t: \($0)" } ?? "None" }.joined(separator: ", ")
  }

  private func text(_ range: ReplayScript.Range) -> String {
    "(\"\(range.kind)\", [\(range.places(infinity: "inf").joined(separator: ", "))])"
  }

  private static let mpmathBody = """

    indices = range(len(parameters))
    entries = [(i, j) for i in indices for j in range(i + 1)]
    # The density, its products with the scores, and for each entry those with s s' and with the curvature.
    count = 1 + len(parameters) + 2*len(entries)
    diagonal = [1 + len(parameters) + 2*entries.index((i, i)) for i in indices]
    # What is integrated over positive values tells by which size a sum has settled: 1 and s_i, s_i and s_j.
    sizes = [(0, 0)] + [(0, diagonal[i]) for i in indices]
    sizes += [(diagonal[i], diagonal[j]) for i, j in entries for _ in range(2)]
    unsettled = set()
    longest = 200000
    nothing = mpf(10)**(-3*digits - 30)


    def moved(h, moves):
        t = list(point)
        for i, by in moves:
            t[i] += by*h
        return t


    # What is integrated, at a point so near to an end of an interval (at most 1), which counts by a weight.
    def moments(y, near, weight):
        # Digits that cancel next to an end, or far out: x - end, x + sqrt(x**2 + 1).
        lost = int(-log10(near)) + 2*int(log10(max([mpf(1)] + [abs(x) for x in y])))
        with workdps(mp.dps + lost):
            exponent = log_density(point, y)
            density = exp(exponent) if exponent > -10**4*digits else mpf(0)
        if density*weight < nothing*mpf(near)**(2*growth):
            return [mpf(0)]*count
        with workdps(3*digits + 30 + 2*lost):
            h = mpf(10)**(-digits - 10)*mpf(2)**floor(log(near, 2))
            at = lambda *moves: log_density(moved(h, moves), y)
            s = [(at((i, 1)) - at((i, -1)))/(2*h) for i in indices]
            values = [mpf(1)] + s
            for i, j in entries:
                corners = [a*b*at((i, a), (j, b)) for a in (1, -1) for b in (1, -1)]
                values += [s[i]*s[j], -fsum(corners)/(4*h*h)]
        return [density*value for value in values]


    # The integrals over all variables after those of y.
    def integrals(y, near, weight):
        if len(y) == variables:
            return moments(y, near, weight)
        with workdps(100*digits):
            kind, places = ranges[len(y)](point, y)
        inner = lambda x, distance, factor: integrals(y + (x,), min(near, distance), weight*factor)
        if kind == "line":
            return piece(lambda x, *rest: inner(places[0] + x, *rest), -inf, inf, near, weight)
        if kind == "interval":
            return interval(inner, places, near, weight)
        if kind == "points":
            return plus(*[inner(p, 1, 1) for p in places])
        return integers(lambda k: inner(k, 1, max(abs(k), 1)), *places)


    def plus(*vectors):
        return [fsum(values) for values in zip(*vectors)]


    # The integral over an interval, divided at places; f is given x, its distance from the nearest of them and dx/dt.
    def interval(f, places, near, weight):
        inside = sorted(set(p for p in places[1:-1] if places[0] < p < places[-1]))
        ends = [places[0]] + inside + [places[-1]]
        return plus(*[piece(f, a, b, near, weight) for a, b in zip(ends, ends[1:])])


    # The double exponential rule of Takahasi and Mori (1974); its step is halved until the sum has settled.
    def piece(f, a, b, near, weight):
        step, before = mpf(1)/4, None
        far = int(asinh(50*mp.dps)/step)
        total = plus(*[term(f, a, b, near, k*step) for k in range(-far, far + 1)])
        for level in range(7):
            before, step, far = [step*value for value in total], step/2, 2*far
            total = plus(total, *[term(f, a, b, near, k*step) for k in range(1 - far, far, 2)])
            after = [step*value for value in total]
            # The error of the finer sum is about the square of the difference.
            has_settled = lambda c: abs(after[c] - before[c]) <= mpf(10)**(-0.7*digits - 3)*max(
                abs(after[c]), sqrt(after[sizes[c][0]]*after[sizes[c][1]])) + mpf(10)**(-2*digits - 20)/weight
            left = [c for c in range(count) if not has_settled(c)]
            if not left:
                break
        unsettled.update(left)
        return after


    # f times dx/dt where x is a + exp(v), b - exp(v), sinh(v), or between a and b by a logistic function; v = sinh(t).
    def term(f, a, b, near, t):
        v = sinh(t)
        with workdps(mp.dps + 10 + int(-log10(near)) + (int(abs(v)/2) if v < 0 or not isinf(b - a) else 0)):
            if isinf(a) and isinf(b):
                x, distance, factor = sinh(v), 1, cosh(v)
            elif isinf(a) or isinf(b):
                distance = factor = exp(v)
                x = a + distance if isinf(b) else b - distance
            else:
                part = 1/(1 + exp(abs(v)))
                distance = (b - a)*part
                factor = distance*(1 - part)
                x = a + distance if v < 0 else b - distance
        factor *= cosh(t)
        return [factor*value for value in f(x, distance, factor)]


    # The sum of f over the whole numbers from first to last; a slow tail by van Wijngaarden's transformation.
    def integers(f, first, last):
        if isinf(first):
            if isinf(last):
                return plus(integers(f, mpf(0), last), integers(lambda k: f(-k), mpf(1), last))
            return integers(lambda k: f(-k), -last, inf)
        k, total, largest, quiet = first, None, None, 0
        while k <= last and quiet < 40:
            values = f(k)
            sizes = [abs(value) for value in values]
            total = plus(total, values) if total else values
            largest = [max(pair) for pair in zip(largest, sizes)] if largest else sizes
            quiet = quiet + 1 if largest[0] > 0 and all(a <= b*eps for a, b in zip(sizes, largest)) else 0
            k += 1
            if isinf(last) and (k - first) % 500 == 0 and falls(f, k):
                return plus(total, tail(f, k - 1, len(values)))
            if k - first > longest:
                raise SystemExit("a sum has not settled, may not be finite")
        return total


    # Whether f at k times powers of two falls so fast that its sum is finite.
    def falls(f, k):
        sizes = [[abs(value) for value in f(k*2**j)] for j in range(12)]
        return sizes[0][0] > 0 and all(2*b <= a for s, t in zip(sizes, sizes[1:]) for a, b in zip(s, t))


    def tail(f, start, count):
        known = {}

        def condensed(n, c):
            total, j = mpf(0), 0
            while True:
                k = start + 2**j*n
                if k not in known:
                    known[k] = f(k)
                total += 2**j*known[k][c]
                j += 1
                if abs(2**(j - 1)*known[k][c]) <= abs(total)*eps/4:
                    return total
                if j > 1000:
                    raise SystemExit("a sum has not settled, may not be finite")

        terms = lambda c: lambda n: (-1)**n*condensed(n + 1, c)
        return [nsum(terms(c), [0, inf], method="alternating") for c in range(count)]

    """

  private static let mpmathOutput = """

    totals = [mpf(0)]*count
    for log_density, ranges in supports:
        totals = plus(totals, integrals((), 1, 1))
    show = lambda value: nstr(chop(value, mpf(10)**(-digits)), digits)
    total = lambda c: "has not settled, may not be finite" if c in unsettled else show(totals[c])
    print("normaliser", total(0))
    for i in indices:
        print("E[s]", parameters[i], total(1 + i))
    for k, (i, j) in enumerate(entries):
        print(parameters[i], parameters[j])
        print("  E[s s']    ", total(1 + len(parameters) + 2*k))
        print("  E[-H]      ", total(2 + len(parameters) + 2*k))
        if closed[k]:
            print("  closed form", show(closed[k](point)))

    """
}
