"""The symbolic Hessian of a small network's log-likelihood with SymEngine.

The task is that of the `network-hessian` executable, in the same words and the same order: a 4-8-8-1 network with tanh
units and biases, one observation (x1..x4, y), log-likelihood -(y - f)^2/2 up to a constant, 121 weights. Timed: building
the expression, its gradient, and the 121*122/2 entries of its Hessian. Then the Hessian is evaluated at a point and
written to the file named as the first argument, one entry a line, for comparison.
"""

import sys
import time

import symengine as se

LAYERS = [4, 8, 8, 1]


def weight_names():
    names = []
    for layer, (inputs, outputs) in enumerate(zip(LAYERS, LAYERS[1:]), start=1):
        for j in range(outputs):
            names += [f"w{layer}_{j}_{i}" for i in range(inputs)] + [f"b{layer}_{j}"]
    return names


def log_likelihood(weights, inputs, target):
    values, used = inputs, iter(weights)
    for layer, outputs in enumerate(LAYERS[1:], start=1):
        sums = []
        for _ in range(outputs):
            terms = [next(used) * value for value in values]
            sums.append(se.Add(*terms, next(used)))
        values = [se.tanh(s) for s in sums] if layer < len(LAYERS) - 1 else sums
    return -((target - values[0]) ** 2) / 2


def derive():
    weights = [se.Symbol(name) for name in weight_names()]
    inputs = [se.Symbol(f"x{i + 1}") for i in range(LAYERS[0])]
    target = se.Symbol("y")
    loss = log_likelihood(weights, inputs, target)
    gradient = [loss.diff(w) for w in weights]
    hessian = [[gradient[i].diff(weights[j]) for j in range(i + 1)] for i in range(len(weights))]
    return weights, inputs, target, hessian


def point(count):
    """Weights, inputs and target at which the two programs are compared: exact binary fractions."""
    weights = [((37 * k + 11) % 64 - 32) / 64 for k in range(count)]
    return weights + [0.5, -0.25, 0.75, -1.0] + [0.375]


def main():
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        weights, inputs, target, hessian = derive()
        times.append(time.perf_counter() - start)
    print(f"symengine {se.__version__} " + " ".join(f"{t:.6f}" for t in times))

    entries = [entry for row in hessian for entry in row]
    evaluate = se.Lambdify(weights + inputs + [target], entries, backend="lambda", cse=True)
    values = evaluate(point(len(weights)))
    with open(sys.argv[1], "w") as output:
        output.writelines(f"{value!r}\n" for value in map(float, values))


if __name__ == "__main__":
    main()
