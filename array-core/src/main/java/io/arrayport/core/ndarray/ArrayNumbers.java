package io.arrayport.core.ndarray;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.Order;

/** What numbers are made of, and what they are near to. */
public sealed interface ArrayNumbers permits NdArray {
    /** The real parts: a view; of real numbers the array itself. */
    default NdArray real() {
        return ((NdArray) this).dtype() instanceof ComplexType type ? part(type, 0) : (NdArray) this;
    }

    /** The imaginary parts: a view; of real numbers new zeros, which are read-only, for nobody would see a write. */
    default NdArray imag() {
        NdArray array = (NdArray) this;
        if (array.dtype() instanceof ComplexType type) {
            return part(type, type.itemsize() / 2);
        }
        NdArray zeros = Assignment.converted(array, array.dtype(), Order.A);
        zeros.fill(0);
        return zeros.asReadOnly();
    }

    /** Rounds to whole numbers, as {@link #round(int, OutOption...)} does. */
    default NdArray round(OutOption... out) {
        return round(0, out);
    }

    /**
     * Rounds to so many decimals, negative ones counting digits before the point, and to the even one of two that are
     * as near. Multiplies, rounds and divides, so that the last digits are those of these three.
     *
     * @return new, or {@code out}; of bools float16
     * @throws io.arrayport.core.error.CastingException if bools are to be rounded to other than whole numbers
     * @throws io.arrayport.core.error.DTypeException of times
     */
    default NdArray round(int decimals, OutOption... out) {
        return Rounding.round((NdArray) this, decimals, out);
    }

    private NdArray part(ComplexType type, long bytes) {
        Operand operand = ((NdArray) this).operand();
        return NdArray.of(operand.storage(), new FloatType(type.format(), type.order()),
                operand.layout().size() == 0 ? operand.layout() : operand.layout().shifted(bytes), operand.writeable());
    }
}
