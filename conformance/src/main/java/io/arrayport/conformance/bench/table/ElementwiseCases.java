package io.arrayport.conformance.bench.table;

import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;

/** Arithmetic on contiguous arrays, and with a number. */
final class ElementwiseCases {
    private ElementwiseCases() {}

    static void add(List<BenchCase> cases) {
        arrays(new Family("elementwise", cases));
        scalars(new Family("scalar", cases));
    }

    private static void arrays(Family family) {
        family.row("add into", "np.add(a, b, out)").on(Input.A, Input.B, Input.OUT).types(Family.FOUR).quick()
                .is(Outcome.WRITTEN, into(Ufuncs.ADD));
        family.row("add", "a + b").on(Input.A, Input.B).cold()
                .types("float64", "float32", "int64", "int32", "int16", "int8", "uint8", "float16", "complex128")
                .fresh((a, b) -> a.add(b));
        family.row("subtract", "a - b").on(Input.A, Input.B).types(Family.FLOATS).fresh((a, b) -> a.subtract(b));
        family.row("multiply", "a * b").on(Input.A, Input.B)
                .types("float64", "float32", "int64", "int32", "uint8", "complex128")
                .fresh((a, b) -> a.multiply(b));
        family.row("divide", "a / b").on(Input.A, Input.B).types(Family.FOUR).missing("divide");
        family.row("floor divide", "a // b").on(Input.A, Input.B).types("float64", "int32").missing("floor_divide");
        family.row("remainder", "a % b").on(Input.A, Input.B).types("float64", "int32").missing("remainder");
        family.row("negative", "-a").on(Input.A).types("float64", "int32").missing("negative");
        family.row("absolute", "np.abs(a)").on(Input.A.filled(Fill.SIGNED)).types("float64", "int32", "complex128")
                .missing("absolute");
        family.row("square", "np.square(a)").on(Input.A).types("float64", "float32").missing("square");
        family.row("sqrt", "np.sqrt(a)").on(Input.A).types(Family.FLOATS).missing("sqrt");
        family.row("maximum", "np.maximum(a, b)").on(Input.A, Input.B).types("float64", "float32", "int32", "uint8")
                .missing("maximum");
        family.row("clip", "np.clip(a, 10, 40)").on(Input.A).types("float64", "int32").missing("clip");
        family.row("floor", "np.floor(a)").on(Input.A).missing("floor");
        family.row("bitwise and", "a & b").on(Input.A, Input.B).types("int64", "uint8", "bool")
                .missing("bitwise_and");
    }

    private static void scalars(Family family) {
        family.row("add 3", "a + 3").on(Input.A).types(Family.FOUR).quick().cold().fresh(a -> a.add(3));
        family.row("multiply by 2.5", "a * 2.5").on(Input.A).types(Family.FLOATS).fresh(a -> a.multiply(2.5));
        family.row("3 minus", "3 - a").on(Input.A).types("float64", "int32").missing("subtract(number, array)");
        family.row("divide by 7", "a / 7").on(Input.A).types("float64", "int32").missing("divide");
        family.row("square by power", "a ** 2").on(Input.A).types("float64", "int32").missing("power");
        family.row("in place", "a += 0").on(Input.A).types("float64").is(Outcome.WRITTEN, in -> {
            NdArray a = in.a();
            return () -> a.addi(0);
        });
        family.row("0-d array", "a + b").on(Input.A, Input.of("b", Extent.POINT)).types("float64")
                .fresh((a, b) -> a.add(b));
    }

    private static Form into(UFunc ufunc) {
        return in -> {
            Operand a = in.operand("a");
            Operand b = in.operand("b");
            Operand out = in.operand("out");
            NdArray result = in.out();
            return () -> {
                ufunc.callInto(a, b, out);
                return result;
            };
        };
    }
}
