"""Plots the cost of a Fisher matrix against the number of digits, as SVG with two logarithmic axes, and as a table.

    digits.py DERIVE PARI SVG

Both files are those that `matrices` and PARI/GP wrote, for several numbers of digits; the table goes to the standard output.
"""

import math
import sys

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 420, 70, 50, 20, 170
COLOURS = ("#1b6ca8", "#c0392b", "#2e8b57", "#8e44ad", "#b9770e", "#16707a", "#7f3f3f", "#555555", "#d4578d")


def read(path):
    rows = {}
    with open(path) as file:
        for line in file:
            if line.startswith("#"):
                continue
            name, digits, seconds, *_ = line.split("\t")
            rows.setdefault(name, {})[int(digits)] = 1000 * float(seconds)
    return rows


def axis(values, start, end):
    low, high = math.log10(min(values)), math.log10(max(values))
    return lambda value: start + (math.log10(value) - low) / (high - low) * (end - start)


def svg(derive, pari):
    digits = sorted({d for row in derive.values() for d in row})
    times = [t for rows in (derive, pari) for row in rows.values() for t in row.values()]
    decades = [10.0**e for e in range(math.floor(math.log10(min(times))), math.ceil(math.log10(max(times))) + 1)]
    x, y = axis(digits, LEFT, WIDTH - RIGHT), axis(decades, HEIGHT - BOTTOM, TOP)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    for d in digits:
        out.append(f'<line x1="{x(d):.1f}" x2="{x(d):.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}" stroke="#dddddd"/>')
        out.append(f'<text x="{x(d):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{d}</text>')
    for t in decades:
        out.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(t):.1f}" y2="{y(t):.1f}" stroke="#dddddd"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y(t) + 4:.1f}" text-anchor="end">{t:g} ms</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">digits</text>')
    for k, (name, row) in enumerate(derive.items()):
        colour = COLOURS[k % len(COLOURS)]
        for rows, dashes in ((derive, ""), (pari, ' stroke-dasharray="4 3"')):
            points = " ".join(f"{x(d):.1f},{y(t):.1f}" for d, t in sorted(rows.get(name, {}).items()) if d in row)
            out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.6"{dashes}/>')
        out.append(f'<text x="{WIDTH - RIGHT + 12}" y="{TOP + 14 + 17 * k}" fill="{colour}">{name}</text>')
    note = TOP + 14 + 17 * len(derive) + 14
    out.append(f'<text x="{WIDTH - RIGHT + 12}" y="{note}">dashed: PARI/GP</text></svg>')
    return "\n".join(out) + "\n"


def main():
    derive, pari = read(sys.argv[1]), read(sys.argv[2])
    digits = sorted({d for row in derive.values() for d in row})
    print("| family | " + " | ".join(f"{d} digits" for d in digits) + " |")
    print("|---" * (len(digits) + 1) + "|")
    for name, row in derive.items():
        cells = [
            f"{row[d]:.2f} ms" + (f" ({pari[name][d] / row[d]:.1f})" if d in pari.get(name, {}) else "")
            if d in row else "-" for d in digits]
        print(f"| {name} | " + " | ".join(cells) + " |")
    with open(sys.argv[3], "w") as file:
        file.write(svg(derive, pari))


main()
