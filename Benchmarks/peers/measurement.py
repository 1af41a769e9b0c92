"""Times functions of mpmath and prints their values, as `matrices` does. A measurement can be stopped when it has taken so much
longer than ours that the bar is met, however long it would go on: the time is then a lower bound, printed with `>`, without values.
"""

import signal
import sys
import time

from mpmath import mp, nstr

BAR, MARGIN = 50, 1.1


class Stopped(Exception):
    """The processor's time is used up."""


def stop(*_):
    raise Stopped


def limits(path):
    """For each name and digits in what `matrices` wrote, the seconds after which ours is ahead by the bar and some more, however
    fast the machine was at the time."""
    result = {}
    with open(path) as file:
        for line in file:
            name, digits, seconds, *_ = line.split("\t")
            if not name.startswith("#"):
                key = name, int(digits)
                result[key] = max(result.get(key, 0), BAR * MARGIN * float(seconds))
    return result


def timed(action, limit):
    """The seconds and the values of one run; stopped after `limit` seconds, if there is a limit."""
    signal.setitimer(signal.ITIMER_PROF, limit or 0)
    try:
        start = time.process_time()
        values = action()
        return time.process_time() - start, values
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def repeated(action, limit):
    """The values of a function and the median of the seconds of several runs, or of one that takes long."""
    seconds, values = timed(action, limit)
    times = [seconds]
    while times[0] <= 5 and (len(times) < 3 or (len(times) < 9 and sum(times) < 1)):
        times.append(timed(action, None)[0])
    return sorted(times)[len(times) // 2], values


def measure(name, digits, action, limit):
    mp.dps = digits + 5
    try:
        seconds, values = repeated(action, limit)
        print(name, digits, f"{seconds:.6f}", *(nstr(v, digits) for v in values), sep="\t", flush=True)
    except Stopped:
        print(name, digits, f">{limit:.6f}", sep="\t", flush=True)


def main(families):
    """Arguments: what `matrices` wrote or `-` for no limit, and the digits."""
    signal.signal(signal.SIGPROF, stop)
    limit = limits(sys.argv[1]) if sys.argv[1] != "-" else {}
    for digits in map(int, sys.argv[2:]):
        for name, action in families.items():
            measure(name, digits, action, limit.get((name, digits)))
