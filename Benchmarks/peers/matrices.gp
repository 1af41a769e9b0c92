\\ Times the integrals of matrices.tsv in PARI/GP: all integrands of a family in one vector with derivatives in closed form,
\\ common parts computed once, constants of the parameters hoisted; `intnum` evaluates the whole vector at each node.
\\ Prints name, digits, median of the seconds and the values, as `matrices` does; matrices.sh sets the precision and calls.

trigamma(x) = zetahurwitz(2, x);

\\ Normaliser, E[s], lower triangles of E[s s'] and E[-H] (h lists the lower triangle of the Hessian).
terms(p, s, h) =
{
  my(n = #s, v = vector(1 + n + n*(n+1), i, p), q = 1 + n);
  for (i = 1, n, v[1+i] = p*s[i]; for (j = 1, i, v[q++] = v[1+i]*s[j]));
  for (i = 1, #h, v[q++] = -p*h[i]);
  v
}

gammaintegrals() =
{
  my(a = 5/2., b = 3/2., c = a*log(b) - lngamma(a), d = log(b) - psi(a), t = -trigamma(a), m = a/b, u = -a/b^2);
  intnum(x = [0, a-1], [oo, b], my(l = log(x)); terms(exp(c + (a-1)*l - b*x), [d + l, m - x], [t, 1/b, u]))
}

weibullintegrals() =
{
  my(k = 5/2., l = 3/2., c = log(k), i = 1/k, q = k/l, k2 = 1/k^2);
  intnum(x = 0, [oo, 1], my(y = log(x/l), z = exp(k*y), zy = z*y);
    terms(exp(c + k*y - log(x) - z), [i + y - zy, q*(z - 1)],
      [-k2 - zy*y, (z - 1 + k*zy)/l, (k - k*(k+1)*z)/l^2]))
}

logisticintegrals() =
{
  my(m = 1/2., s = 3/2.);
  intnum(x = [-oo, 1/s], [oo, 1/s], my(z = (x-m)/s, e = exp(-z), w = 1/(1+e), g = 1 - 2*e*w, k = 2*e*w^2);
    terms(e*w^2/s, [g/s, (z*g - 1)/s], [-k/s^2, (-g - z*k)/s^2, (1 - 2*z*g - z^2*k)/s^2]))
}

studentintegrals() =
{
  my(n = 5., m = 1/2., s = 3/2., c = lngamma((n+1)/2) - lngamma(n/2) - log(n*Pi)/2 - log(s));
  my(d = psi((n+1)/2)/2 - psi(n/2)/2 - 1/(2*n), t = trigamma((n+1)/2)/4 - trigamma(n/2)/4 + 1/(2*n^2));
  intnum(x = [-oo, -n-1], [oo, -n-1], my(z = (x-m)/s, y = z^2, l = log(1 + y/n), r = 1/(n+y), w = (n+1)*r, q = (y-1)*r);
    terms(exp(c - (n+1)/2*l), [d - l/2 + w*y/(2*n), w*z/s, (w*y - 1)/s],
      [t + y*r/(2*n) + y*(n*(n+y) - (n+1)*(2*n+y))*r^2/(2*n^2) , z*q*r/s,
       -(n+1)*(n-y)*r^2/s^2, y*q*r/s, -2*(n+1)*n*z*r^2/s^2, (1 - (n+1)*y*(3*n+y)*r^2)/s^2]))
}

vonmisesintegrals() =
{
  my(m = 1/2., k = 3/2., c = 1/(2*Pi*besseli(0, k)), a = besseli(1, k)/besseli(0, k), t = -(1 - a/k - a^2));
  intnum(x = -Pi, Pi, my(u = cos(x-m), v = sin(x-m)); terms(c*exp(k*u), [k*v, u - a], [-k*u, v, t]))
}

betaintegrals() =
{
  my(a = 5/2., b = 3/2., c = lngamma(a+b) - lngamma(a) - lngamma(b), p = psi(a+b), d = p - psi(a), e = p - psi(b));
  my(t = trigamma(a+b), f = t - trigamma(a), g = t - trigamma(b));
  intnum(x = [0, a-1], [1, b-1], my(l = log(x), r = log(1-x));
    terms(exp(c + (a-1)*l + (b-1)*r), [d + l, e + r], [f, t, g]))
}

generalisedgammaintegrals() =
{
  my(a = 3/2., d = 5/2., p = 7/4., q = d/p, la = log(a), lp = psi(q), t = trigamma(q));
  my(c = log(p) - d*la - lngamma(q));
  intnum(x = 0, [oo, 1], my(lx = log(x), l = lx - la, z = exp(p*l), zl = z*l);
    terms(exp(c + (d-1)*lx - z), [(p*z - d)/a, l - lp/p, 1/p + q/p*lp - zl],
      [(d - p*(p+1)*z)/a^2, -1/a, -t/p^2, (z + p*zl)/a, (lp + q*t)/p^2, -1/p^2 - 2*q/p^2*lp - q^2/p^2*t - zl*l]))
}

\\ The term and the polygamma functions from those before, as an experienced programmer sums.
negativebinomialintegrals() =
{
  my(r = 5/2., p = 2/5., q = 1-p, f = exp(r*log(p)), d = log(p), u = 0., t = 0.);
  suminf(k = 0, if (k > 0, my(w = 1/(k+r-1)); f *= (k+r-1)*q/k; u += w; t -= w^2);
    terms(f, [d + u, r/p - k/q], [t, 1/p, -r/p^2 - k/q^2]))
}

poissonintegrals() =
{
  my(l = 5/2., f = exp(-l));
  suminf(k = 0, if (k > 0, f *= l/k); terms(f, [k/l - 1], [-k/l^2]))
}

\\ Milliseconds of the processor are too coarse for a single run: as many in a row as take thirty.
measure(name, f, digits) =
{
  my(times = List(), values, spent = 0, count = 1/2);
  while (spent < 30, count *= 2; gettime(); for (i = 1, count, values = f()); spent = gettime());
  listput(times, spent/count/1000.);
  while (#times < 3 || (#times < 15 && vecsum(Vec(times))*count < 0.5),
    gettime(); for (i = 1, count, values = f());
    listput(times, gettime()/count/1000.));
  printf("%s\t%d\t%.6f", name, digits, vecsort(Vec(times))[#times\2 + 1]);
  for (i = 1, #values, printf("\t%.*g", digits, values[i]));
  printf("\n");
}
