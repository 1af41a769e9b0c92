\\ log-density: (a - 1)*log(x) - lbeta(a, b) + (b - 1)*log(1 - x)
\\ at: a = 1/2, b = 1/3
\\ Normaliser, E[s], E[s s'], E[-H] and the closed form from the log-density alone, with the functions of PARI:
\\ gp -q file.gp. Seconds; with three observed variables hours.

default(recover, 0); default(debugmem, 0); default(parisizemax, "64M");
wanted = 20;
default(realprecision, wanted + 15);
kept = Map();
remembered(key, f) = { my(v); if (!mapisdefined(kept, key, &v), v = f(); mapput(kept, key, v)); v };
f_lbeta(a, b) = lngamma(a) + lngamma(b) - lngamma(a + b);
c_lbeta(a, b) = remembered(["lbeta", [a, b], getlocalprec()], () -> f_lbeta(a, b));
f_log(x) = log(x);
c_log(x) = remembered(["log", [x], getlocalprec()], () -> f_log(x));
f_trigamma(x) = zetahurwitz(2, x);
c_trigamma(x) = remembered(["trigamma", [x], getlocalprec()], () -> f_trigamma(x));

\\ Where an exponential is too large to be computed, the density is nothing.
density(t, y) = {
  my(l = iferr(log_density(t, y), E, -oo, select(n -> n == errname(E), ["e_OVERFLOW", "e_STACK"]) != []));
  if (l < -10^4, 0, exp(l))
};
point = [(1/2), (1/3)];
parameters = ["a", "b"];
\\ Next to an end that moves with a parameter, the score grows like the inverse of the distance.
growth = 0;

log_density_1(t, y) = ((-1)*c_lbeta(t[1], t[2]) + f_log(y[1])*((-1) + t[1]) + f_log(((1) + (-1)*y[1]))*((-1) + t[2]));
ranges_1 = [(t, y) -> ["interval", [(0), (1)]]];
supports = [[log_density_1, ranges_1]];
observed = 1;

closed = [t -> (c_trigamma(t[1]) + (-1)*c_trigamma((t[1] + t[2]))), t -> (-1)*c_trigamma((t[1] + t[2])), t -> (c_trigamma(t[2]) + (-1)*c_trigamma((t[1] + t[2])))];
