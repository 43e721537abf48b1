package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.ufunc.Input;
import io.arrayport.core.ufunc.Keywords;
import io.arrayport.core.ufunc.UFunc;

/** Between arrays and options and the operands and keywords that operations see. */
final class Arithmetic {
    private Arithmetic() {}

    static NdArray wrap(Operand result) {
        return NdArray.of(result.storage(), result.dtype(), result.layout());
    }

    static NdArray call(UFunc ufunc, NdArray a, NdArray b) {
        return wrap(ufunc.call(a.operand(), b.operand()));
    }

    static NdArray call(UFunc ufunc, NdArray a, Number b) {
        return wrap(ufunc.call(a.operand(), b));
    }

    static NdArray call(UFunc ufunc, List<Input> inputs, UfuncOption... options) {
        return run(ufunc.name(), keywords -> ufunc.call(inputs, keywords), options);
    }

    static NdArray outer(UFunc ufunc, NdArray a, NdArray b, UfuncOption... options) {
        return run(ufunc.name() + ".outer", keywords -> ufunc.outer(a.operand(), b.operand(), keywords), options);
    }

    static NdArray into(UFunc ufunc, NdArray a, NdArray b) {
        ufunc.inPlace(a.operand(), b.operand());
        return a;
    }

    static NdArray into(UFunc ufunc, NdArray a, Number b) {
        ufunc.inPlace(a.operand(), b);
        return a;
    }

    private interface Step {
        Operand run(Keywords keywords);
    }

    private static NdArray run(String operation, Step step, UfuncOption... options) {
        Option.requireDistinct(operation, options);
        NdArray out = null;
        Where where = null;
        DType dtype = Keywords.NONE.dtype();
        Casting casting = Keywords.NONE.casting();
        Order order = Keywords.NONE.order();
        for (UfuncOption option : options) {
            switch (option) {
                case Out(NdArray array) -> out = array;
                case Where given -> where = given;
                case DtypeOption(DType type) -> dtype = type;
                case CastingOption(Casting rule) -> casting = rule;
                case OrderOption(Order given) -> order = given;
            }
        }
        try (Mask mask = Mask.of(where)) {
            Operand target = out == null ? null : out.operand();
            Operand result = step.run(new Keywords(target, mask.operand(), dtype, casting, order));
            return out == null ? wrap(result) : out;
        }
    }
}
