"""How far a floating result may be from the expected one, in units in the last place; everything else is exact.

Why there is a tolerance at all:
- elementary functions: no library rounds them all correctly, and the expected value is the correctly rounded one
  (reference.py), so that 1 allows what "within one unit" promises, and nothing rests on this machine's libm;
- logaddexp, logaddexp2: NumPy composes them of three roundings;
- degrees and radians: a product with a constant that is itself rounded;
- complex powers: an exponent multiplies the error of a logarithm; NumPy itself is up to 17 units off;
- complex products, quotients and functions: fused and plain processors round components differently, so that they
  are compared relative to the whole number ("norm");
- sums and products of fractions: NumPy adds pairwise in blocks that depend on the loop, the last bits are no promise.
"""

REAL = {
    name: 1 for name in """exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh
        arccosh arctanh cbrt hypot arctan2 power float_power degrees radians""".split()
}
REAL |= {"logaddexp": 4, "logaddexp2": 4}
COMPLEX = {name: 4 for name in """exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh
           arcsinh arccosh arctanh sqrt divide reciprocal floor_divide""".split()}
COMPLEX |= {"power": 32, "float_power": 32, "multiply": 2, "square": 2, "sign": 2, "absolute": 1}
REDUCTION = 4


def of(ufunc, kinds):
    """ulp and norm of a ufunc over inputs of these dtype kinds."""
    name = ufunc.__name__
    if "c" in kinds:
        ulp = COMPLEX.get(name, 0)
        return {"ulp": ulp, "norm": name != "absolute"} if ulp else {}
    return {"ulp": REAL[name]} if name in REAL else {}
