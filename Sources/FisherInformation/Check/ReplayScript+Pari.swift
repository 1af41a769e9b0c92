extension ReplayScript.Parts {
  /// The script in PARI/GP.
  var pari: String {
    var lines = title.map { "\\\\ " + $0 }
    lines += [
      "\\\\ Normaliser, E[s], E[s s'], E[-H] and the closed form by PARI alone: gp -q file.gp", "",
      "wanted = \(digits);", "default(realprecision, wanted + 15);", "fine = 3*wanted + 30;",
    ]
    lines +=
      definitions + [
        "",
        "\\\\ Where an exponential is too large to be computed, the density is nothing.",
        "density(t, y) = {",
        "  my(l = iferr(log_density(t, y), E, -oo, select(n -> n == errname(E), [\"e_OVERFLOW\", \"e_STACK\"]) != []));",
        "  if (l < -10^4, 0, exp(l))",
        "};",
        "point = [\(point.joined(separator: ", "))];",
        "parameters = [\(parameters.map { "\"\($0)\"" }.joined(separator: ", "))];", "",
      ]
    for (part, support) in supports.enumerated() {
      lines += ["log_density_\(part + 1)(t, y) = \(support.logDensity);"]
      lines += support.ranges.enumerated().map { position, range in
        "\(name(part, position))(g, t, y) = \(text(range, part, position + 1));"
      }
      lines += ["\(name(part, support.ranges.count))(g, t, y) = my(d = density(t, y)); if (d == 0, 0, g(y)*d);"]
    }
    let sums = supports.indices.map { part in
      "log_density = log_density_\(part + 1); total += \(name(part, 0))(g, point, vector(\(supports[0].ranges.count)));"
    }
    lines += ["integral(g) = { my(total = 0); \(sums.joined(separator: " ")) total };"]
    let closed = closedForms.map { $0.map { "t -> \($0)" } ?? "0" }
    return (lines + [Self.pariBody, "closed = [\(closed.joined(separator: ", "))];", Self.pariOutput])
      .joined(separator: "\n")
  }

  /// The function that integrates over a variable of a part of the support, and those after it.
  private func name(_ part: Int, _ position: Int) -> String { "integral_\(part + 1)_\(position + 1)" }

  /// The integral over a variable: `y` with its value goes on to the next.
  private func text(_ range: ReplayScript.Range, _ part: Int, _ position: Int) -> String {
    func inner(_ x: String) -> String { "\(name(part, position))(g, t, placed(y, \(position), \(x)))" }
    switch range {
    case .interval(let places):
      let ends = places.enumerated().map { $1 ?? ($0 == 0 ? "-oo" : "oo") }
      return "pieces(x -> \(inner("x")), [\(ends.joined(separator: ", "))])"
    case .lattice(let lower?, let upper?): return "sum(k = \(lower), \(upper), \(inner("k")))"
    case .lattice(let lower?, nil): return "suminf(k = \(lower), \(inner("k")))"
    case .lattice(nil, let upper?): return "suminf(k = -(\(upper)), \(inner("-k")))"
    case .lattice(nil, nil): return "suminf(k = 0, \(inner("k"))) + suminf(k = 1, \(inner("-k")))"
    case .finite(let points):
      return points.map { inner($0) }.joined(separator: " + ")
    }
  }

  private static let pariBody = #"""

    placed(y, k, x) = { y[k] = x; y };
    pieces(f, places) = {
      my(a = places[1], b = places[#places], inside = vecsort(places[2..#places - 1], , 8), ends);
      ends = concat([[a], select(p -> p > a && p < b, inside), [b]]);
      sum(k = 1, #ends - 1, intnum(x = ends[k], ends[k + 1], f(x), 2))
    };
    h = 10^(-wanted - 10);
    moved(moves) = { my(t = point); for (k = 1, #moves, t[moves[k][1]] += moves[k][2]*h); t };
    score(i, y) = {
      localprec(fine); y = precision(y, fine);
      (log_density(moved([[i, 1]]), y) - log_density(moved([[i, -1]]), y))/(2*h)
    };
    curvature(i, j, y) = {
      my(total = 0); localprec(fine); y = precision(y, fine);
      foreach([-1, 1], a, foreach([-1, 1], b, total += a*b*log_density(moved([[i, a], [j, b]]), y)));
      -total/(4*h^2)
    };

    """#

  private static let pariOutput = #"""

    shown(x) = { x = precision(1.*x, wanted); printf(Strprintf("%%.%dg", wanted), x); print() };
    show(label, x) = { print1(label, " "); shown(x) };
    show("normaliser", integral(y -> 1));
    for (i = 1, #parameters, show(concat("E[s] ", parameters[i]), integral(y -> score(i, y))));
    which = 0;
    for (i = 1, #parameters, for (j = 1, i, \
      print(parameters[i], " ", parameters[j]); \
      show("  E[s s']    ", integral(y -> score(i, y)*score(j, y))); \
      show("  E[-H]      ", integral(y -> curvature(i, j, y))); \
      which++; if (closed[which] != 0, show("  closed form", closed[which](point)))));

    """#
}
