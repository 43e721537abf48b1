package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Variances and standard deviations: the squares of the distances from the mean, added, and divided by their number
 * less {@code ddof}. Results are fresh, owned by the caller and adopted by the ambient scope.
 */
public final class Variances {
    private final String operation;
    private final Operand in;
    private final ReduceAxes axes;
    private final Reducing keywords;
    /** In which NumPy adds; null lets what is added choose. */
    private final @Nullable DType type;

    private Variances(String operation, Operand in, ReduceAxes axes, Reducing keywords) {
        this.operation = operation;
        this.in = in;
        this.axes = axes;
        this.keywords = keywords;
        this.type = keywords.dtype() != null ? keywords.dtype() : "biu".indexOf(in.dtype().kind()) >= 0 ? DType.FLOAT64
                : null;
    }

    /**
     * The variance along {@code axes}. Bools and integers are added as float64, unless {@code dtype} says otherwise;
     * that of complex numbers is real. Where there are no more elements than {@code ddof}, it is NaN or infinite.
     *
     * @param keywords as of {@link UFunc#reduce}, but for {@code initial}, which is not looked at
     * @param ddof what is taken off the number of elements
     * @param mean the mean, which broadcasts to {@code in}; null to compute it
     * @return of the type in which it was added; {@code out} if it is given
     * @throws io.arrayport.core.error.AxisException if an axis is out of bounds or named twice
     * @throws io.arrayport.core.error.ShapeException if {@code out} has not the shape of the result
     */
    public static Operand var(Operand in, ReduceAxes axes, Reducing keywords, double ddof, @Nullable Operand mean) {
        return new Variances("var", in, axes, keywords).run(ddof, mean, false);
    }

    /** The square root of {@link #var}. */
    public static Operand std(Operand in, ReduceAxes axes, Reducing keywords, double ddof, @Nullable Operand mean) {
        return new Variances("std", in, axes, keywords).run(ddof, mean, true);
    }

    private Operand run(double ddof, @Nullable Operand mean, boolean root) {
        Operand result = mean != null ? squares(mean) : ownMean();
        boolean done = false;
        try {
            divideByCount(result, ddof);
            if (root) {
                boolean scalar = keywords.out() == null && result.layout().ndim() == 0;
                Elementwise.call(Ufuncs.SQRT, operation, Elementwise.OUT, List.of(Input.of(result)),
                        new Keywords(result, null, null, scalar ? Casting.UNSAFE : Casting.SAME_KIND, Order.K));
            }
            done = true;
            return result;
        } finally {
            if (!done && keywords.out() == null) {
                result.storage().close();
            }
        }
    }

    private Operand ownMean() {
        DType added = type == null ? Promotion.nativeOf(in.dtype()) : type;
        Operand mean = Reductions.mean(in, axes, new Reducing(added, null, true, null, keywords.where()));
        try (Storage _ = mean.storage()) {
            return squares(mean);
        }
    }

    /** Returns the sum of the squared distances. */
    private Operand squares(Operand mean) {
        DType distances = Promotion.promoteTypes(in.dtype(), mean.dtype());
        boolean real = distances.equals(DType.FLOAT64) || distances.equals(DType.FLOAT32);
        DType added = type == null ? distances : type;
        if (real && added.equals(distances) && keywords.where() == null && keywords.out() == null
                && Shape.broadcast(in.shape(), mean.shape()).equals(in.shape())) {
            return atOnce(mean, distances);
        }
        Operand all = Ufuncs.SUBTRACT.call(in, mean);
        try (Storage _ = all.storage()) {
            return ReduceCall.reduce(Ufuncs.ADD, operation, squared(all), axes,
                    new Reducing(type, keywords.out(), keywords.keepdims(), null, keywords.where()));
        }
    }

    /** Squares in place; of complex numbers the result is the view of the real parts. */
    private Operand squared(Operand all) {
        if (!(all.dtype() instanceof ComplexType complex) || in.dtype().kind() != 'c') {
            return square(all);
        }
        DType part = new FloatType(complex.format(), complex.order());
        Operand real = new Operand(part, all.layout(), all.storage(), true);
        Operand imag = real.with(all.layout().shifted(part.itemsize()));
        square(real);
        square(imag);
        UFunc add = Ufuncs.ADD;
        return add.call(List.of(Input.of(real), Input.of(imag)), Keywords.NONE.withOut(real));
    }

    private static Operand square(Operand all) {
        return Ufuncs.SQUARE.call(List.of(Input.of(all)), Keywords.NONE.withOut(all));
    }

    private Operand atOnce(Operand mean, DType distances) {
        boolean[] reduced = axes.of(operation, in.layout().ndim());
        Backend backend = Backend.of(operation, List.of(in, mean));
        Layout kept = Fresh.reduced(reduced, distances.itemsize(), in.layout());
        try (Held _ = Held.of(in, mean)) {
            Operand fresh = Operand.of(distances, kept,
                    backend.allocate(in.device(), kept.size() * distances.itemsize()));
            try {
                backend.fill(fresh, 0L);
                backend.squares(in, Elementwise.stretched(mean, in.shape()),
                        fresh.with(ReduceCall.stretched(kept, reduced, in.shape())));
            } catch (RuntimeException | Error failure) {
                fresh.storage().close();
                throw failure;
            }
            return keywords.keepdims() ? fresh : fresh.with(ReduceCall.dropped(kept, reduced));
        }
    }

    private void divideByCount(Operand sum, double ddof) {
        Operand where = keywords.where();
        if (where == null) {
            divide(sum, Math.max(axes.count(operation, in.shape()) - ddof, 0));
            return;
        }
        Operand counted = where.with(where.layout().broadcastTo(in.shape()));
        Operand count = ReduceCall.reduce(Ufuncs.ADD, operation, counted, axes,
                new Reducing(DType.FLOAT64, null, keywords.keepdims(), null, null));
        try (Storage _ = count.storage()) {
            Ufuncs.SUBTRACT.inPlace(count, ddof);
            Ufuncs.MAXIMUM.inPlace(count, 0L);
            divide(sum, count);
        }
    }

    private void divide(Operand sum, double count) {
        Operand divisor = Scalars.of(Backend.of(operation, sum.device()), sum.device(), DType.FLOAT64, count);
        try (Storage _ = divisor.storage()) {
            divide(sum, divisor);
        }
    }

    private void divide(Operand sum, Operand count) {
        Elementwise.call(Ufuncs.DIVIDE, operation, Elementwise.OUT, List.of(Input.of(sum), Input.of(count)),
                new Keywords(sum, null, null, Casting.UNSAFE, Order.K));
    }
}
