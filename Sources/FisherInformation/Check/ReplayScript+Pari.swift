extension ReplayScript.Parts {
  /// The script in PARI/GP.
  var pari: String {
    var lines = title.map { "\\\\ " + $0 }
    lines += [
      "\\\\ Normaliser, E[s], E[s s'], E[-H] and the closed form from the log-density alone, with the functions of PARI:",
      "\\\\ gp -q file.gp. Seconds; with three observed variables hours.", "",
      "default(recover, 0); default(debugmem, 0); default(parisizemax, \"64M\");",
      "wanted = \(digits);", "default(realprecision, wanted + 15);", "kept = Map();",
      "remembered(key, f) = { my(v); if (!mapisdefined(kept, key, &v), v = f(); mapput(kept, key, v)); v };",
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
        "parameters = [\(parameters.map { "\"\($0)\"" }.joined(separator: ", "))];",
        "\\\\ Next to an end that moves with a parameter, the score grows like the inverse of the distance.",
        "growth = \(scoreGrowth);", "",
      ]
    for (part, support) in supports.enumerated() {
      lines += ["log_density_\(part + 1)(t, y) = \(support.logDensity);"]
      lines += ["ranges_\(part + 1) = [\(support.ranges.map { "(t, y) -> " + text($0) }.joined(separator: ", "))];"]
    }
    let parts = supports.indices.map { "[log_density_\($0 + 1), ranges_\($0 + 1)]" }
    lines += ["supports = [\(parts.joined(separator: ", "))];", "observed = \(supports[0].ranges.count);"]
    let closed = closedForms.map { $0.map { "t -> \($0)" } ?? "0" }
    return (lines + [Self.pariBody, "closed = [\(closed.joined(separator: ", "))];", Self.pariOutput])
      .joined(separator: "\n")
  }

  private func text(_ range: ReplayScript.Range) -> String {
    "[\"\(range.kind)\", [\(range.places(infinity: "oo").joined(separator: ", "))]]"
  }

  private static let pariBody = #"""

    n = #parameters;
    entries = concat(vector(n, i, vector(i, j, [i, j])));
    \\ The density, its products with the scores, and for each entry those with s s' and with the curvature.
    count = 1 + n + 2*#entries;
    diagonal = [n + 2*k | k <- [1..#entries], entries[k][1] == entries[k][2]];
    \\ What is integrated over positive values tells by which size a sum has settled: 1 and s_i, s_i and s_j.
    sizes = vector(count, c, if(c <= n + 1, [1, if(c == 1, 1, diagonal[c - 1])], [diagonal[i] | i <- entries[(c - n)\2]]));
    unsettled = Set();
    longest = 2*10^5;
    nothing = 10.^(-3*wanted - 30);

    moved(h, moves) = { my(t = point); for (k = 1, #moves, t[moves[k][1]] += moves[k][2]*h); t };
    \\ What is integrated, at a point so near to an end of an interval (at most 1), which counts by a weight.
    moments(y, near, weight) = {
      \\ Digits that cancel next to an end, or far out: x - end, x + sqrt(x^2 + 1).
      my(lost = floor(-log(near)/log(10)) + 2*floor(log(vecmax(concat([1.], abs(y))))/log(10)), d, h, s, at, values, i, j);
      localprec(wanted + 15 + lost);
      d = density(point, precision(y, wanted + 15 + 2*lost));
      if (d*weight < nothing*near^(2*growth), return(vector(count)));
      localprec(3*wanted + 30 + 2*lost);
      y = precision(y, 3*wanted + 30 + 3*lost);
      h = 10^(-wanted - 10)*2^floor(log(near)/log(2));
      at = (moves -> log_density(moved(h, moves), y));
      s = vector(n, i, (at([[i, 1]]) - at([[i, -1]]))/(2*h));
      values = concat([1], s);
      for (k = 1, #entries,
        [i, j] = entries[k];
        values = concat(values, [s[i]*s[j],
          -(at([[i, 1], [j, 1]]) - at([[i, 1], [j, -1]]) - at([[i, -1], [j, 1]]) + at([[i, -1], [j, -1]]))/(4*h^2)]));
      d*values
    };

    \\ f times dx/dt where x is a + exp(v), b - exp(v), center + sinh(v), or between a and b by a logistic function;
    \\ v = sinh(t).
    term(f, a, b, center, near, t) = {
      my(v = sinh(t), x, distance, factor, part, digits = wanted + 25 + floor(-log(near)/log(10)));
      if (v < 0 || (a != -oo && b != oo), digits += floor(abs(v)/2));
      localprec(digits); v = precision(v, digits);
      if (a == -oo && b == oo, x = center + sinh(v); distance = 1; factor = cosh(v),
        a == -oo, distance = factor = exp(v); x = b - distance,
        b == oo, distance = factor = exp(v); x = a + distance,
        part = 1/(1 + exp(abs(v))); distance = (b - a)*part; factor = distance*(1 - part);
        x = if(v < 0, a + distance, b - distance));
      factor *= cosh(t);
      factor*f(x, distance, factor)
    };
    \\ The double exponential rule of Takahasi and Mori (1974); its step is halved until the sum has settled.
    piece(f, a, b, center, near, weight) = {
      my(step = 1./4, far = floor(asinh(50*(wanted + 15))/step), total, before, after, size, has_settled, left);
      total = sum(k = -far, far, term(f, a, b, center, near, k*step), vector(count));
      for (level = 1, 7,
        before = step*total; step /= 2; far *= 2;
        forstep (k = 1 - far, far - 1, 2, total += term(f, a, b, center, near, k*step));
        after = step*total;
        \\ The error of the finer sum is about the square of the difference.
        size = (c -> vecmax([abs(after[c]), sqrt(abs(after[sizes[c][1]]*after[sizes[c][2]]))]));
        has_settled = (c -> abs(after[c] - before[c]) <= 10.^(-0.7*wanted - 3)*size(c) + 10.^(-2*wanted - 20)/weight);
        left = select(c -> !has_settled(c), [1..count]);
        if (#left == 0, break));
      unsettled = setunion(unsettled, Set(left));
      after
    };
    \\ The integral over an interval, divided at places.
    interval(f, places, near, weight) = {
      my(a = places[1], b = places[#places], ends);
      ends = concat([[a], select(p -> p > a && p < b, vecsort(places[2..#places - 1], , 8)), [b]]);
      sum(k = 1, #ends - 1, piece(f, ends[k], ends[k + 1], 0, near, weight))
    };
    \\ The sum of f over the whole numbers from first to last; a slow tail by van Wijngaarden's transformation.
    integers(f, first, last) = {
      my(k = first, total = 0, largest = 0, quiet = 0, values);
      if (first == -oo && last == oo, return(integers(f, 0, oo) + integers(k -> f(-k), 1, oo)));
      if (first == -oo, return(integers(k -> f(-k), -last, oo)));
      while (k <= last && quiet < 40,
        values = f(k); total += values; k++;
        largest = vector(#values, c, if(largest, max(largest[c], abs(values[c])), abs(values[c])));
        quiet = if(largest[1] > 0 && #select(c -> abs(values[c]) > largest[c]*10.^(-wanted - 15), [1..#values]) == 0,
          quiet + 1, 0);
        if (last == oo && (k - first)%500 == 0 && falls(f, k), return(total + tail(f, k, #values)));
        if (k - first > longest, error("a sum has not settled, may not be finite")));
      total
    };
    \\ Whether f at k times powers of two falls so fast that its sum is finite.
    falls(f, k) = {
      my(sizes = vector(12, j, abs(f(k*2^j))));
      sizes[1][1] > 0 && #select(j -> vecmax(2*sizes[j + 1] - sizes[j]) > 0, [1..11]) == 0
    };
    tail(f, first, size) = {
      my(known = Map(), term);
      term = ((k, c) -> my(v); if (!mapisdefined(known, k, &v), v = f(k); mapput(known, k, v)); v[c]);
      vector(size, c, if(term(first, c) == 0, 0, sumalt(m = 1, (-1)^(m - 1)*condensed(k -> term(first - 1 + k, c), m))))
    };
    condensed(f, k) = {
      my(total = 0, j = 0, value);
      until (abs(value) <= abs(total)*10.^(-wanted - 16),
        value = 2^j*f(2^j*k); total += value; j++;
        if (j > 1000, error("a sum has not settled, may not be finite")));
      total
    };
    \\ The integrals over all variables after those of y.
    integrals(y, near, weight) = {
      my(inner, kind, places);
      if (#y == observed, return(moments(y, near, weight)));
      localprec(100*wanted);
      [kind, places] = ranges[#y + 1](point, precision(y, 100*wanted));
      localprec(wanted + 15);
      inner = ((x, distance, factor) -> integrals(concat(y, [x]), min(near, distance), weight*factor));
      if (kind == "line", return(piece(inner, -oo, oo, places[1], near, weight)));
      if (kind == "interval", return(interval(inner, places, near, weight)));
      if (kind == "points", return(sum(k = 1, #places, inner(places[k], 1, 1))));
      integers(k -> inner(k, 1, max(abs(k), 1)), places[1], places[2])
    };

    """#

  private static let pariOutput = #"""

    shown(x) = { x = precision(1.*x, wanted); printf(Strprintf("%%.%dg", wanted), x); print() };
    show(label, x) = { print1(label, " "); if (abs(x) < 10.^(-wanted), print(0), shown(x)) };
    total(label, c) = if(setsearch(unsettled, c), print(label, " has not settled, may not be finite"), show(label, totals[c]));
    totals = vector(count);
    for (part = 1, #supports, [log_density, ranges] = supports[part]; totals += integrals([], 1, 1));
    total("normaliser", 1);
    for (i = 1, n, total(concat("E[s] ", parameters[i]), 1 + i));
    for (k = 1, #entries, \
      print(parameters[entries[k][1]], " ", parameters[entries[k][2]]); \
      total("  E[s s']    ", n + 2*k); \
      total("  E[-H]      ", n + 2*k + 1); \
      if (closed[k] != 0, show("  closed form", closed[k](point))));
    quit

    """#
}
