"""Parsing a sum of a megabyte, against SymPy's parser.

Usage: parsing_sympy.py BINARY, the `parsing` executable, which reads the sum from standard input and prints the times of
four of its prefixes. SymPy's `parse_expr` reads a prefix that it manages within a minute, first evaluating what it reads
(its default; like ours, it merges equal terms), then with `evaluate=False`. Fails where our time is not linear in the
length, or SymPy's not 50 times ours at the same length.
"""

import random
import subprocess
import sys
import time

from sympy.parsing.sympy_parser import parse_expr

BYTES = 1 << 20
PEER_BYTES = 1 << 15
BAR = 50


def sum_of(size):
    generator, terms, length = random.Random(1), [], 0
    while True:
        number = f"{generator.randint(1000, 9999)}.{generator.randint(10000, 99999)}"
        term = f"{number}*theta*x_{generator.randint(10000, 99999)}"
        length += len(term) + 3
        if length > size:
            return " + ".join(terms)
        terms.append(term)


def seconds(text, evaluate):
    sys.setrecursionlimit(10**6)
    start = time.process_time()
    parse_expr(text, evaluate=evaluate)
    return time.process_time() - start


def main():
    text = sum_of(BYTES)
    run = subprocess.run([sys.argv[1]], input=text, capture_output=True, text=True, check=True)
    times = [tuple(map(float, line.split())) for line in run.stdout.splitlines()]
    for length, duration in times:
        print(f"{int(length):>9} bytes  {duration:.4f} s  {1e9 * duration / length:.0f} ns/byte")
    growth = (times[-1][1] / times[-1][0]) / (times[0][1] / times[0][0])
    print(f"time per byte, whole against an eighth: {growth:.2f} (linear: 1)")
    rate = times[0][1] / times[0][0]
    peer = sum_of(PEER_BYTES)
    ratios = {}
    for evaluate in (False, True):
        duration = seconds(peer, evaluate)
        ratios[evaluate] = duration / (rate * len(peer))
        print(f"SymPy, {len(peer)} bytes, evaluate={evaluate}: {duration:.3f} s, {ratios[evaluate]:.0f} times as long")
    sys.exit(0 if growth < 2 and min(ratios.values()) >= BAR else 1)


main()
