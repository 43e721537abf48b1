package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.out;

import java.util.List;

import io.arrayport.core.ndarray.NdArray;

/** Arithmetic on contiguous arrays, and with a number. */
final class ElementwiseCases {
    private ElementwiseCases() {}

    static void add(List<BenchCase> cases) {
        arrays(new Family("elementwise", cases));
        scalars(new Family("scalar", cases));
    }

    private static void arrays(Family family) {
        family.row("add into", "np.add(a, b, out)").on(Input.A, Input.B, Input.OUT).types(Family.FOUR).quick()
                .is(Outcome.WRITTEN, in -> {
                    NdArray a = in.a();
                    NdArray b = in.b();
                    NdArray target = in.out();
                    return () -> np.add(a, b, out(target));
                });
        family.row("add", "a + b").on(Input.A, Input.B).cold()
                .types("float64", "float32", "int64", "int32", "int16", "int8", "uint8", "float16", "complex128")
                .fresh((a, b) -> a.add(b));
        family.row("subtract", "a - b").on(Input.A, Input.B).types(Family.FLOATS).fresh((a, b) -> a.subtract(b));
        family.row("multiply", "a * b").on(Input.A, Input.B)
                .types("float64", "float32", "int64", "int32", "uint8", "complex128")
                .fresh((a, b) -> a.multiply(b));
        family.row("divide", "a / b").on(Input.A, Input.B).types(Family.FOUR).fresh((a, b) -> np.divide(a, b));
        family.row("floor divide", "a // b").on(Input.A, Input.B).types("float64", "int32")
                .fresh((a, b) -> np.floorDivide(a, b));
        family.row("remainder", "a % b").on(Input.A, Input.B).types("float64", "int32")
                .fresh((a, b) -> np.remainder(a, b));
        family.row("negative", "-a").on(Input.A).types("float64", "int32").fresh(a -> np.negative(a));
        family.row("absolute", "np.abs(a)").on(Input.A.filled(Fill.SIGNED)).types("float64", "int32", "complex128")
                .fresh(a -> np.absolute(a));
        family.row("square", "np.square(a)").on(Input.A).types("float64", "float32").fresh(a -> np.square(a));
        family.row("sqrt", "np.sqrt(a)").on(Input.A).types(Family.FLOATS).fresh(a -> np.sqrt(a));
        family.row("maximum", "np.maximum(a, b)").on(Input.A, Input.B).types("float64", "float32", "int32", "uint8")
                .fresh((a, b) -> np.maximum(a, b));
        family.row("clip", "np.clip(a, 10, 40)").on(Input.A).types("float64", "int32").fresh(a -> np.clip(a, 10, 40));
        family.row("floor", "np.floor(a)").on(Input.A).fresh(a -> np.floor(a));
        family.row("bitwise and", "a & b").on(Input.A, Input.B).types("int64", "uint8", "bool")
                .fresh((a, b) -> np.bitwiseAnd(a, b));
    }

    private static void scalars(Family family) {
        family.row("add 3", "a + 3").on(Input.A).types(Family.FOUR).quick().cold().fresh(a -> a.add(3));
        family.row("multiply by 2.5", "a * 2.5").on(Input.A).types(Family.FLOATS).fresh(a -> a.multiply(2.5));
        family.row("3 minus", "3 - a").on(Input.A).types("float64", "int32").fresh(a -> np.subtract(3, a));
        family.row("divide by 7", "a / 7").on(Input.A).types("float64", "int32").fresh(a -> np.divide(a, 7));
        family.row("floor divide by 7", "a // 7").on(Input.A).types("int64").fresh(a -> np.floorDivide(a, 7));
        family.row("square by power", "a ** 2").on(Input.A).types("float64", "int32")
                .fresh(a -> np.power(a, 2));
        family.row("in place", "a += 0").on(Input.A).types("float64").is(Outcome.WRITTEN, in -> {
            NdArray a = in.a();
            return () -> a.addi(0);
        });
        family.row("0-d array", "a + b").on(Input.A, Input.of("b", Extent.POINT)).types("float64")
                .fresh((a, b) -> a.add(b));
    }
}
