# log-density: (a - 1)*log(x) - lbeta(a, b) + (b - 1)*log(1 - x)
# at: a = 1/2, b = 1/3
# Normaliser, E[s], E[s s'], E[-H] and the closed form from the log-density alone, with the functions of mpmath:
# python3, pip install mpmath. Seconds; with two observed variables minutes.
from mpmath import *

digits = 20
mp.dps = digits + 15


def f_lbeta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


c_lbeta = memoize(f_lbeta)


def f_log(x):
    return log(x)


c_log = memoize(f_log)


def f_trigamma(x):
    return polygamma(1, x)


c_trigamma = memoize(f_trigamma)


def log_density(t, y):
    return ((-mpf(1))*c_lbeta(t[0], t[1]) + f_log(y[0])*((-mpf(1)) + t[0]) + f_log(((mpf(1)) + (-mpf(1))*y[0]))*((-mpf(1)) + t[1]))


def range_0(t, y):
    return ("interval", [(mpf(0)), (mpf(1))])


support = (log_density, [range_0])


supports = [support]
variables = 1
with workdps(100*digits):
    point = [(mpf(1)/2), (mpf(1)/3)]
parameters = ["a", "b"]
# Next to an end that moves with a parameter, the score grows like the inverse of the distance.
growth = 0

closed = [lambda t: (c_trigamma(t[0]) + (-mpf(1))*c_trigamma((t[0] + t[1]))), lambda t: (-mpf(1))*c_trigamma((t[0] + t[1])), lambda t: (c_trigamma(t[1]) + (-mpf(1))*c_trigamma((t[0] + t[1])))]
