package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Outs;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.ufunc.Input;
import io.arrayport.core.ufunc.Keywords;
import io.arrayport.core.ufunc.UFunc;
import org.jspecify.annotations.Nullable;

/** Between arrays and options and the operands and keywords that operations see. */
final class Arithmetic {
    private Arithmetic() {}

    static NdArray wrap(Operand result) {
        return NdArray.fresh(result);
    }

    static List<NdArray> wrap(List<Operand> results) {
        NdArray[] arrays = new NdArray[results.size()];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = wrap(results.get(i));
        }
        return List.of(arrays);
    }

    static NdArray call(UFunc ufunc, NdArray a, NdArray b) {
        return wrap(ufunc.call(a.operand(), b.operand()));
    }

    static NdArray call(UFunc ufunc, NdArray a, Number b) {
        return wrap(ufunc.call(a.operand(), b));
    }

    static NdArray call(UFunc ufunc, Number a, NdArray b) {
        return wrap(ufunc.call(a, b.operand()));
    }

    static NdArray call(UFunc ufunc, NdArray a, NdArray b, UfuncOption... options) {
        if (options.length == 1 && options[0] instanceof Out(NdArray out)) {
            ufunc.into(a.operand(), b.operand(), out.operand());
            return out;
        }
        return options.length == 0 ? call(ufunc, a, b)
                : call(ufunc, List.of(Input.of(a.operand()), Input.of(b.operand())), options);
    }

    static NdArray call(UFunc ufunc, List<Input> inputs, UfuncOption... options) {
        return run(ufunc.method(), device(inputs), keywords -> ufunc.all(inputs, keywords), options).getFirst();
    }

    static NdArray outer(UFunc ufunc, NdArray a, NdArray b, UfuncOption... options) {
        return run(ufunc.method() + ".outer", a.device(),
                keywords -> ufunc.outer(a.operand(), b.operand(), keywords), options).getFirst();
    }

    static ArrayPair both(UFunc ufunc, List<Input> inputs, PairOption... options) {
        List<NdArray> results = run(ufunc.method(), device(inputs), keywords -> ufunc.all(inputs, keywords), options);
        return new ArrayPair(results.get(0), results.get(1));
    }

    static ArrayPair bothOuter(UFunc ufunc, NdArray a, NdArray b, PairOption... options) {
        List<NdArray> results = run(ufunc.method() + ".outer", a.device(),
                keywords -> ufunc.outer(a.operand(), b.operand(), keywords), options);
        return new ArrayPair(results.get(0), results.get(1));
    }

    static NdArray into(UFunc ufunc, NdArray a, NdArray b) {
        ufunc.inPlace(a.operand(), b.operand());
        return a;
    }

    static NdArray into(UFunc ufunc, NdArray a, Number b) {
        ufunc.inPlace(a.operand(), b);
        return a;
    }

    interface Step {
        List<Operand> run(Keywords keywords);
    }

    /** Where the first array among inputs lies; numbers alone are in main memory. */
    static Device device(List<Input> inputs) {
        for (Input input : inputs) {
            if (input instanceof Input.Array(Operand operand)) {
                return operand.device();
            }
        }
        return Device.CPU;
    }

    /** @param device where the operands lie */
    static List<NdArray> run(String operation, Device device, Step step, Option... options) {
        Option.requireDistinct(operation, options);
        @Nullable
        NdArray[] outs = new @Nullable NdArray[2];
        Where where = null;
        DType dtype = Keywords.NONE.dtype();
        Casting casting = Keywords.NONE.casting();
        Order order = Keywords.NONE.order();
        for (Option option : options) {
            switch (option) {
                case Out(NdArray array) -> outs[0] = array;
                case Outs(NdArray first, NdArray second) -> {
                    outs[0] = first;
                    outs[1] = second;
                }
                case Where given -> where = given;
                case DtypeOption(DType type) -> dtype = type;
                case CastingOption(Casting rule) -> casting = rule;
                case OrderOption(Order given) -> order = given;
                default -> throw new IllegalArgumentException(operation + ": no option " + option.keyword());
            }
        }
        try (Mask mask = Mask.of(where, outs[0] == null ? device : outs[0].device())) {
            List<Operand> written = step.run(new Keywords(operand(outs[0]), operand(outs[1]), mask.operand(), dtype,
                    casting, order));
            List<NdArray> results = new ArrayList<>(written.size());
            for (int k = 0; k < written.size(); k++) {
                NdArray out = outs[k];
                results.add(out == null ? wrap(written.get(k)) : out);
            }
            return results;
        }
    }

    private static @Nullable Operand operand(@Nullable NdArray array) {
        return array == null ? null : array.operand();
    }
}
