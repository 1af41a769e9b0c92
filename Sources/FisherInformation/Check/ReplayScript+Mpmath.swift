extension ReplayScript.Parts {
  /// The script in Python with mpmath.
  var mpmath: String {
    let lines =
      title.map { "# " + $0 } + [
        "# Normaliser, E[s], E[s s'], E[-H] and the closed form by mpmath alone: python3, pip install mpmath.",
        "from mpmath import *", "", "digits = \(digits)", "mp.dps = digits + 15", "", "",
      ] + definitions
      + supports.enumerated().flatMap { definition($1, suffix: $0 == 0 ? "" : "_\($0)") }
      + [
        "", "", "supports = [\(supports.indices.map { "support\($0 == 0 ? "" : "_\($0)")" }.joined(separator: ", "))]",
        "variables = \(supports[0].ranges.count)", "point = [\(point.joined(separator: ", "))]",
        "parameters = \(names)",
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
    switch range {
    case .interval(let places):
      let ends = places.enumerated().map { $1 ?? ($0 == 0 ? "-inf" : "inf") }
      return "(\"interval\", [\(ends.joined(separator: ", "))])"
    case .lattice(let lower, let upper): return "(\"integers\", [\(lower ?? "-inf"), \(upper ?? "inf")])"
    case .finite(let points): return "(\"points\", [\(points.joined(separator: ", "))])"
    }
  }

  private static let mpmathBody = """


    def integers(f, first, last):
        if isinf(first) and isinf(last):
            return integers(f, mpf(0), last) + integers(lambda k: f(-k), mpf(1), inf)
        step = -1 if isinf(first) else 1
        k, end = (last, first) if isinf(first) else (first, last)
        sum_, largest, quiet = mpf(0), mpf(0), 0
        while quiet < 40:
            term = f(k)
            sum_ += term
            largest = max(largest, abs(term))
            quiet = quiet + 1 if largest > 0 and abs(term) < largest*mpf(10)**(-mp.dps) else 0
            if k == end:
                break
            k += step
        return sum_


    def integral(g):
        global log_density, ranges
        total = mpf(0)
        for log_density, ranges in supports:
            total += inner_integral(g, ())
        return total


    def inner_integral(g, y):
        if len(y) == variables:
            return g(y)*exp(log_density(point, y))
        kind, places = ranges[len(y)](point, y)
        inner = lambda x: inner_integral(g, y + (x,))
        if kind == "interval":
            inside = sorted(set(p for p in places[1:-1] if places[0] < p < places[-1]))
            return quad(inner, [places[0]] + inside + [places[-1]])
        if kind == "points":
            return fsum(inner(p) for p in places)
        return integers(inner, *places)


    h = mpf(10)**(-digits - 10)


    def moved(*moves):
        t = list(point)
        for i, by in moves:
            t[i] += by*h
        return t


    def score(i, y):
        with workdps(3*digits + 30):
            return (log_density(moved((i, 1)), y) - log_density(moved((i, -1)), y))/(2*h)


    def curvature(i, j, y):
        with workdps(3*digits + 30):
            corners = [((i, a), (j, b)) for a in (1, -1) for b in (1, -1)]
            return -sum(m[0][1]*m[1][1]*log_density(moved(*m), y) for m in corners)/(4*h*h)

    """

  private static let mpmathOutput = """


    print("normaliser", nstr(integral(lambda y: mpf(1)), digits))
    for i, name in enumerate(parameters):
        print("E[s]", name, nstr(chop(integral(lambda y: score(i, y)), mpf(10)**(-digits)), digits))
    forms = iter(closed)
    for i, row in enumerate(parameters):
        for j, column in enumerate(parameters[:i + 1]):
            print(row, column)
            print("  E[s s']    ", nstr(integral(lambda y: score(i, y)*score(j, y)), digits))
            print("  E[-H]      ", nstr(integral(lambda y: curvature(i, j, y)), digits))
            form = next(forms)
            if form:
                print("  closed form", nstr(form(point), digits))

    """
}
