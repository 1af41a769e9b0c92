"""Compares the times and values that `matrices`, PARI/GP and mpmath wrote; prints a table in Markdown.

    compare_matrices.py DERIVE PARI MPMATH QUAD

MPMATH are those of a program written for speed, QUAD those of one that leaves each entry to mpmath's own `quad` or `nsum`.

Each file has lines of name, digits, seconds and values; those after `#` give the seconds with compilation. Of several lines
for the same name and digits the median of the seconds counts, and the values of the last. Seconds after `>` are those after
which a program was stopped: its ratio is a lower bound. Exit status 1
where a bar is missed: 50 times faster than mpmath in either program, 3 times than PARI/GP in the median, and nowhere slower.
"""

import statistics
import sys
from decimal import Decimal, getcontext

from measurement import BAR as MPMATH_BAR

PARI_BAR = 3
getcontext().prec = 1100


def read(path):
    seconds, values, compiled, stopped = {}, {}, {}, set()
    with open(path) as file:
        for line in file:
            name, digits, time, *texts = line.rstrip("\n").split("\t")
            if name.startswith("# "):
                compiled.setdefault((name[2:], int(digits)), []).append(float(time))
                continue
            if time.startswith(">"):
                stopped.add((name, int(digits)))
            seconds.setdefault((name, int(digits)), []).append(float(time.lstrip(">")))
            values[name, int(digits)] = [Decimal(v.replace(" ", "").lower()) for v in texts]
    rows = {key: (statistics.median(times), values[key], key in stopped) for key, times in seconds.items()}
    return rows, {key: statistics.median(times) for key, times in compiled.items()}


def agreement(ours, theirs, digits):
    """The fewest digits on which values agree, counted from the size of the largest of them but at most 1."""
    if len(ours) != len(theirs):
        return 0
    worst = digits
    for a, b in zip(ours, theirs):
        scale, difference = max(abs(a), abs(b), Decimal(1)), abs(a - b)
        if difference:
            worst = min(worst, -(difference / scale).adjusted() - 1)
    return max(worst, 0)


def main():
    (derive, compiled), (pari, _), (mpmath, _), (quad, _) = map(read, sys.argv[1:5])
    peers = {"pari": (pari, PARI_BAR, 1), "mpmath": (mpmath, MPMATH_BAR, MPMATH_BAR), "quad": (quad, MPMATH_BAR, MPMATH_BAR)}
    print(
        "| family | digits | derive, ms | with compilation | PARI/GP | its digits | mpmath | its digits"
        " | mpmath's quad, nsum | its digits |")
    print("|---" * 10 + "|")
    ratios = {key: [] for key in peers}
    for (name, digits), (seconds, values, _) in derive.items():
        cells = []
        for key, (peer, _, _) in peers.items():
            if (name, digits) not in peer:
                cells += ["-", "-"]
                continue
            time, theirs, is_stopped = peer[name, digits]
            ratios[key].append(time / seconds)
            more, found = ("> ", "-") if is_stopped else ("", str(agreement(values, theirs, digits)))
            cells += [f"{more}{time / seconds:.1f} times", found]
        print(f"| {name} | {digits} | {1000 * seconds:.2f} | {1000 * compiled[name, digits]:.2f} | {' | '.join(cells)} |")
    print()
    met = True
    for key, (_, bar, least) in peers.items():
        if not ratios[key]:
            continue
        median, smallest = statistics.median(ratios[key]), min(ratios[key])
        met = met and median >= bar and smallest >= least
        print(f"{key}: {median:.1f} times as long in the median (bar: {bar}), {smallest:.1f} at least (bar: {least})")
    sys.exit(0 if met else 1)


main()
