"""Greatest common divisors of random sparse polynomials with FLINT and SymPy.

The task is that of the `polynomial-divisors` executable: a*g and b*g are given expanded, their divisor is asked for. Cases of
2 to 8 variables, from a fixed seed; each is timed REPEATS times and its best time kept. SymPy gets a time limit. Writes one
case a line to the file named as the first argument:

    variables <tab> terms of each factor <tab> a*g <tab> b*g <tab> divisor by FLINT <tab> seconds of FLINT <tab> of SymPy, or -

where a polynomial is `coefficient:exponent,exponent,... coefficient:...`.
"""

import random
import signal
import sys
import time

import flint
import sympy
from sympy.polys.rings import ring

SEED = 20
SHAPES = [(4, 2, 9), (10, 3, 99), (20, 4, 999)]  # terms, highest exponent, largest coefficient
CASES = 5
REPEATS = 3
LIMIT = 20  # seconds for SymPy


class TooSlow(Exception):
    pass


def too_slow(*_):
    raise TooSlow


def factor(generator, variables, shape):
    terms, exponent, height = shape
    result = {}
    for _ in range(terms):
        key = tuple(generator.randint(0, exponent) for _ in range(variables))
        result[key] = generator.choice([-1, 1]) * generator.randint(1, height)
    return result


def best(function, repeats=REPEATS):
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        value = function()
        seconds.append(time.perf_counter() - start)
    return value, min(seconds)


def text(polynomial):
    return " ".join(f"{c}:{','.join(map(str, key))}" for key, c in polynomial.items())


def sympy_seconds(variables, a, b):
    names = [f"x{k}" for k in range(variables)]
    domain = ring(names, sympy.ZZ)[0]
    a, b = ({key: sympy.ZZ(int(c)) for key, c in p.items()} for p in (a, b))
    f, g = domain.from_dict(a), domain.from_dict(b)
    signal.alarm(LIMIT)
    try:
        return best(lambda: f.gcd(g), repeats=1)[1]
    except TooSlow:
        return None
    finally:
        signal.alarm(0)


def main():
    signal.signal(signal.SIGALRM, too_slow)
    generator = random.Random(SEED)
    with open(sys.argv[1], "w") as output:
        for variables in range(2, 9):
            context = flint.fmpz_mpoly_ctx.get([f"x{k}" for k in range(variables)], flint.Ordering.lex)
            for shape in SHAPES:
                for _ in range(CASES):
                    a, b, g = (context.from_dict(factor(generator, variables, shape)) for _ in range(3))
                    f, h = a * g, b * g
                    divisor, seconds = best(lambda: f.gcd(h))
                    f, h, divisor = f.to_dict(), h.to_dict(), divisor.to_dict()
                    slow = sympy_seconds(variables, f, h)
                    row = [variables, shape[0], text(f), text(h), text(divisor), f"{seconds:.9f}"]
                    print(*row, "-" if slow is None else f"{slow:.9f}", sep="\t", file=output)
    print(f"python-flint {flint.__version__}, SymPy {sympy.__version__}, seed {SEED}")


if __name__ == "__main__":
    main()
