package io.arrayport.core.io;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TimeType;

/** Numbers, with blanks around them. */
abstract class NumberField implements FieldReader {
    @Override
    public final boolean read(byte[] text, int from, int end, long to) {
        if (from < end && text[from] > ' ' && text[end - 1] > ' ') {
            return number(text, from, end, to); // mostly there are none
        }
        int first = Blanks.after(text, from, end);
        int stop = Blanks.before(text, first, end);
        return first < stop && number(text, first, stop, to);
    }

    /** Reads what stands between the blanks, which is something. */
    abstract boolean number(byte[] text, int from, int end, long to);

    /** The reader for a type of numbers or times. */
    static NumberField of(DType type) {
        return switch (type) {
            case BoolType _ -> new TruthField();
            case IntegerType integer -> new IntegerField(integer);
            case FloatType real -> new RealField(real);
            case ComplexType complex -> new ComplexField(complex);
            case TimeType time -> new TimeField(time);
            case FlexibleType _ -> throw new IllegalStateException(type + " has passed as a type of numbers");
        };
    }
}
