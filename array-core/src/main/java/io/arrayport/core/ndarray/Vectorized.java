package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.ufunc.Lambda;
import io.arrayport.core.ufunc.LambdaCall;
import org.jspecify.annotations.Nullable;

/**
 * A function of elements that takes arrays: made by {@code np.vectorize}. It throws what {@link LambdaCall#run} says,
 * and whatever the function throws, after which {@code out} is as it was.
 */
public final class Vectorized {
    private final Lambda lambda;

    /** @param lambda what is called for each element */
    public Vectorized(Lambda lambda) {
        this.lambda = lambda;
    }

    /** Computes element by element: a new array in C order, or {@code out}. Of a function of one input. */
    public NdArray call(NdArray a, VectorizeOption... options) {
        return call(List.of(a), options);
    }

    /** Computes element by element, broadcast: a new array in C order, or {@code out}. Of a function of two inputs. */
    public NdArray call(NdArray a, NdArray b, VectorizeOption... options) {
        return call(List.of(a, b), options);
    }

    /** Computes element by element, broadcast: a new array in C order, or {@code out}. */
    public NdArray call(List<NdArray> inputs, VectorizeOption... options) {
        Option.requireDistinct("vectorize", options);
        NdArray out = null;
        Where where = null;
        Casting casting = Casting.SAME_KIND;
        for (VectorizeOption option : options) {
            switch (option) {
                case Out(NdArray array) -> out = array;
                case Where given -> where = given;
                case CastingOption(Casting rule) -> casting = rule;
            }
        }
        return call(inputs, out, where, casting);
    }

    private NdArray call(List<NdArray> inputs, @Nullable NdArray out, @Nullable Where where, Casting casting) {
        List<Operand> operands = inputs.stream().map(NdArray::operand).toList();
        try (Mask mask = Mask.of(where, inputs.isEmpty() ? Device.CPU : inputs.getFirst().device())) {
            Operand result = LambdaCall.run(lambda, operands, out == null ? null : out.operand(), mask.operand(),
                    casting);
            return out == null ? Arithmetic.wrap(result) : out;
        }
    }

    /** The types that it takes and gives: {@code vectorize (float64, float64) -> bool}. */
    @Override
    public String toString() {
        return "vectorize " + lambda;
    }
}
