package io.arrayport.core.numeric;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.AssertionOption;
import io.arrayport.core.ndarray.AssertionOption.ErrMsg;
import io.arrayport.core.ndarray.AssertionOption.Strict;
import io.arrayport.core.ndarray.AssertionOption.Verbose;
import io.arrayport.core.ndarray.CloseAssertionOption;
import io.arrayport.core.ndarray.CloseOption.Atol;
import io.arrayport.core.ndarray.CloseOption.Rtol;
import io.arrayport.core.ndarray.DecimalAssertionOption;
import io.arrayport.core.ndarray.DecimalAssertionOption.Decimal;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.UfuncOption;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ndarray.UniqueOption.EqualNan;

/** What {@code np.testing} asserts of two arrays. */
public final class Agreement {
    private static final UfuncOption[] NONE = {};
    private static final double MARGIN = 1.5;

    private final String operation;
    private final BinaryOperator<NdArray> agree;
    private boolean nanAlike = true;
    private boolean infinityAlike = true;
    private String text = "";
    private boolean verbose = true;
    private boolean strict;

    private Agreement(String operation, BinaryOperator<NdArray> agree, Option... options) {
        this.operation = operation;
        this.agree = agree;
        for (Option option : options) {
            switch (option) {
                case ErrMsg(String given) -> text = given + ": ";
                case Verbose(boolean shown) -> verbose = shown;
                case Strict(boolean same) -> strict = same;
                case EqualNan(boolean alike) -> nanAlike = alike;
                default -> {
                    // for the caller
                }
            }
        }
    }

    /** {@code np.testing.assert_array_equal}. */
    public static void equal(NdArray actual, NdArray desired, AssertionOption... options) {
        Option.requireDistinct("assertArrayEqual", options);
        new Agreement("assertArrayEqual", (a, b) -> Steps.EQUAL.call(a, b, NONE), options).check(actual, desired);
    }

    /** {@code np.testing.assert_array_less}. */
    public static void less(NdArray x, NdArray y, AssertionOption... options) {
        Option.requireDistinct("assertArrayLess", options);
        Agreement agreement = new Agreement("assertArrayLess", (a, b) -> Steps.LESS.call(a, b, NONE), options);
        agreement.infinityAlike = false;
        agreement.check(x, y);
    }

    /** {@code np.testing.assert_allclose}. */
    public static void close(NdArray actual, NdArray desired, CloseAssertionOption... options) {
        Option.requireDistinct("assertAllclose", options);
        Object rtol = 1e-7;
        Object atol = 0;
        for (CloseAssertionOption option : options) {
            switch (option) {
                case Rtol(Object given) -> rtol = given;
                case Atol(Object given) -> atol = given;
                case EqualNan _,ErrMsg _,Verbose _,Strict _ -> {
                    // read by the constructor
                }
            }
        }
        Closeness closeness = new Closeness(rtol, atol, false);
        new Agreement("assertAllclose", closeness::compare, options).check(actual, desired);
    }

    /** {@code np.testing.assert_array_almost_equal}. */
    public static void almostEqual(NdArray actual, NdArray desired, DecimalAssertionOption... options) {
        Option.requireDistinct("assertArrayAlmostEqual", options);
        int decimal = 6;
        for (DecimalAssertionOption option : options) {
            if (option instanceof Decimal(int digits)) {
                decimal = digits;
            }
        }
        double limit = MARGIN * Math.pow(10, -decimal);
        new Agreement("assertArrayAlmostEqual", (a, b) -> Steps.LESS.call(distance(a, b), limit), options)
                .check(actual, desired);
    }

    /** As floats, lest the distance of integers wraps. */
    private static NdArray distance(NdArray a, NdArray b) {
        NdArray floats = b.dtype().kind() == 'm' ? b : b.astype(Steps.withFloat(b.dtype()));
        return Steps.ABSOLUTE.call(Steps.SUBTRACT.call(a, floats, NONE));
    }

    private void check(NdArray actual, NdArray desired) {
        boolean alike = actual.shape().equals(desired.shape());
        if (strict ? !alike : !alike && actual.ndim() > 0 && desired.ndim() > 0) {
            throw new AssertionError(text + operation + ": shape " + actual.shape() + ", wanted " + desired.shape());
        }
        if (strict && !actual.dtype().equals(desired.dtype())) {
            throw new AssertionError(text + operation + ": " + actual.dtype() + ", wanted " + desired.dtype());
        }
        try (Scope _ = Scope.open()) {
            NdArray good = agree.apply(actual, desired);
            boolean times = actual.dtype().kind() == desired.dtype().kind() && "mM".indexOf(actual.dtype().kind()) >= 0;
            if (nanAlike && (times || isNumber(actual) && isNumber(desired))) {
                good = allow(good, times ? Steps.ISNAT : Steps.ISNAN, actual, desired, false);
            }
            if (infinityAlike && isNumber(actual) && isNumber(desired)) {
                good = allow(good, Steps.ISINF, actual, desired, true);
            }
            requireAll(good, actual, desired);
        }
    }

    private static boolean isNumber(NdArray array) {
        return "mM".indexOf(array.dtype().kind()) < 0;
    }

    /** Where both are special they agree, if they are equal where they have to be; where one is, they do not. */
    private static NdArray allow(NdArray good, UnaryUfunc special, NdArray a, NdArray b, boolean equal) {
        NdArray one = special.call(a);
        NdArray other = special.call(b);
        NdArray both = Steps.AND.call(one, other, NONE);
        NdArray either = Steps.OR.call(one, other, NONE);
        NdArray alike = equal ? Steps.AND.call(both, Steps.EQUAL.call(a, b, NONE), NONE) : both;
        return Steps.OR.call(alike, Steps.AND.call(good, Steps.NOT.call(either), NONE), NONE);
    }

    private void requireAll(NdArray good, NdArray actual, NdArray desired) {
        if (good.all().getBoolean()) {
            return;
        }
        List<NdArray> places = Steps.NOT.call(good).ravel().nonzero();
        long first = (Long) places.getFirst().item(0);
        long[] index = new long[good.ndim()];
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = first % good.shape().dim(axis);
            first /= good.shape().dim(axis);
        }
        long[] shape = good.shape().toArray();
        throw new AssertionError(text + operation + ": " + places.getFirst().size() + " of " + good.size()
                + " elements do not agree, the first at " + Arrays.toString(index) + ": "
                + actual.broadcastTo(shape).item(index) + ", wanted "
                + (operation.equals("assertArrayLess") ? "less than " : "") + desired.broadcastTo(shape).item(index)
                + (verbose ? "\nactual: " + actual.repr() + "\ndesired: " + desired.repr() : ""));
    }
}
