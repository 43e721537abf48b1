package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Reducible.Stored;
import org.jspecify.annotations.Nullable;

/** What follows from sums. Results are fresh, owned by the caller and adopted by the ambient scope. */
public final class Reductions {
    /** Counts up to here are float32 numbers: a quotient by one has the bits of that taken in float64. */
    private static final long EXACT_FLOAT32 = 1L << 24;

    private Reductions() {}

    /**
     * Averages along {@code axes}: the sum, divided by the count. Bools and integers are added as float64, float16 and
     * bfloat16 as float32, unless {@code dtype} says otherwise; the mean of nothing is nan (NumPy warns, we do not).
     * Quotients are taken in float64 or complex128 and rounded once.
     *
     * @param keywords as of {@link UFunc#reduce}, but for {@code initial}, which is not looked at
     * @return of the type in which it was added, or float16 or bfloat16 for these; {@code out} if it is given
     * @throws io.arrayport.core.error.AxisException if an axis is out of bounds or named twice
     * @throws io.arrayport.core.error.ClosedException if the operand is closed
     */
    public static Operand mean(Operand in, ReduceAxes axes, Reducing keywords) {
        return mean(new Stored(in), axes, keywords);
    }

    /** Returns the type of a mean. */
    static DType meanType(DType type, @Nullable DType dtype) {
        boolean half = dtype == null && type.kind() == 'f' && type.itemsize() == Short.BYTES;
        return half ? Promotion.nativeOf(type)
                : ReduceCall.type(Ufuncs.ADD, "mean", type,
                        dtype != null || type instanceof TimeType ? dtype : added(type, false), null);
    }

    static Operand mean(Reducible in, ReduceAxes axes, Reducing keywords) {
        boolean half = keywords.dtype() == null && in.dtype().kind() == 'f' && in.dtype().itemsize() == Short.BYTES;
        DType type = keywords.dtype() != null || in.dtype() instanceof TimeType ? keywords.dtype()
                : added(in.dtype(), half);
        Operand sum = ReduceCall.reduce(Ufuncs.ADD, "mean", in, axes,
                new Reducing(type, keywords.out(), keywords.keepdims(), null, keywords.where()));
        boolean temporary = half && keywords.out() == null;
        boolean done = false;
        try {
            Operand mean = temporary ? narrow(sum, Promotion.nativeOf(in.dtype())) : sum;
            boolean once = mean.layout().ndim() == 0; // as NumPy: what is no array is rounded to float16 at once
            divide(in, axes, keywords, sum, temporary && !once ? sum : mean);
            if (temporary && !once) {
                Backend.of("mean", mean.device()).copy(sum, mean);
            }
            done = true;
            return mean;
        } finally {
            if (temporary || !done && keywords.out() == null) {
                sum.storage().close();
            }
        }
    }

    private static DType added(DType type, boolean half) {
        return switch (type.kind()) {
            case 'b', 'i', 'u' -> DType.FLOAT64;
            default -> half ? DType.FLOAT32 : Promotion.nativeOf(type);
        };
    }

    private static Operand narrow(Operand sum, DType type) {
        Layout layout = Fresh.like(sum.shape(), type.itemsize(), sum.layout());
        return Operand.of(type, layout, Backend.of("mean", sum.device())
                .allocate(sum.device(), layout.endByte(type.itemsize())));
    }

    private static void divide(Reducible in, ReduceAxes axes, Reducing keywords, Operand sum, Operand mean) {
        Backend backend = Backend.of("mean", in.device());
        Operand where = keywords.where();
        if (where != null) {
            Operand counted = where.with(where.layout().broadcastTo(in.shape()));
            Operand count = ReduceCall.reduce(Ufuncs.ADD, "mean", counted, axes,
                    new Reducing(DType.INT64, null, keywords.keepdims(), null, null));
            try (Storage _ = count.storage()) {
                divide(sum, count, mean);
            }
            return;
        }
        long count = axes.count("mean", in.shape());
        DType type = sum.dtype();
        boolean exact = type.equals(DType.FLOAT64) || type.equals(DType.FLOAT32) && count <= EXACT_FLOAT32;
        Operand divisor = Scalars.of(backend, in.device(), exact ? type : DType.INT64, count);
        try (Storage _ = divisor.storage()) {
            if (exact && sum.equals(mean) && keywords.out() == null) {
                backend.binary(Op.DIVIDE, new Signature(List.of(type, type), List.of(type)), sum,
                        Elementwise.stretched(divisor, sum.shape()), sum, null);
            } else {
                divide(sum, divisor, mean);
            }
        }
    }

    private static void divide(Operand sum, Operand count, Operand mean) {
        Elementwise.call(Ufuncs.DIVIDE, "mean", Elementwise.OUT, List.of(Input.of(sum), Input.of(count)),
                new Keywords(mean, null, null, Casting.UNSAFE, Order.K));
    }
}
