package io.arrayport.core.kernel;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;

import io.arrayport.core.backend.Op;
import org.jspecify.annotations.Nullable;

/**
 * The operations on counts of time, of which the least number is NaT: what NaT goes into is NaT, and no comparison with
 * it holds but {@code NOT_EQUAL}. Numbers beside a count are int64 or float64.
 */
final class TimeSteps {
    private static final long NAT = Long.MIN_VALUE;

    private static final Map<Op, LongBinaryOperator> COUNTS = new EnumMap<>(Op.class);
    private static final Map<Op, ScalarTest.Whole> TESTS = new EnumMap<>(Op.class);

    static {
        COUNTS.put(Op.ADD, (a, b) -> a == NAT || b == NAT ? NAT : a + b);
        COUNTS.put(Op.SUBTRACT, (a, b) -> a == NAT || b == NAT ? NAT : a - b);
        COUNTS.put(Op.REMAINDER, (a, b) -> a == NAT || b == NAT || b == 0 ? NAT : Math.floorMod(a, b));
        COUNTS.put(Op.FLOOR_DIVIDE, (a, b) -> a == NAT || b == NAT || b == 0 ? 0 : Math.floorDiv(a, b));
        COUNTS.put(Op.MAXIMUM, (a, b) -> a == NAT || b == NAT ? NAT : Math.max(a, b));
        COUNTS.put(Op.MINIMUM, Math::min);
        COUNTS.put(Op.FMAX, Math::max);
        COUNTS.put(Op.FMIN, (a, b) -> a == NAT ? b : b == NAT ? a : Math.min(a, b));
        TESTS.put(Op.EQUAL, (a, b) -> a == b && a != NAT);
        TESTS.put(Op.NOT_EQUAL, (a, b) -> a != b || a == NAT);
        TESTS.put(Op.LESS, (a, b) -> a < b && a != NAT);
        TESTS.put(Op.LESS_EQUAL, (a, b) -> a <= b && a != NAT);
        TESTS.put(Op.GREATER, (a, b) -> a > b && b != NAT);
        TESTS.put(Op.GREATER_EQUAL, (a, b) -> a >= b && b != NAT);
    }

    private TimeSteps() {}

    /** Returns the step between two counts of one unit; quotients are float64. */
    static Step binary(Op op) {
        if (op == Op.DIVIDE) {
            return Template.own(Step.class, Quotient.class);
        }
        if (op.isPredicate()) {
            return Template.own(Step.class, Step.WholeTest.class, known(TESTS.get(op), op), Whole.I64);
        }
        return Template.own(Step.class, Step.Wholes.class, row(op), Whole.I64);
    }

    /** Returns the row of an operation that gives a count. */
    static ScalarOp row(Op op) {
        return new ScalarOp(known(COUNTS.get(op), op), (_, _) -> 0, (_, _) -> 0);
    }

    /** Returns the step of one count. */
    static UnaryStep unary(Op op) {
        return switch (op) {
            case ISNAT, ISNAN -> Template.own(UnaryStep.class, Test.class, true, false);
            case ISFINITE -> Template.own(UnaryStep.class, Test.class, false, true);
            case ISINF -> Template.own(UnaryStep.class, Test.class, false, false);
            case POSITIVE -> Template.own(UnaryStep.class, Same.class);
            case SIGN -> Template.own(UnaryStep.class, Sign.class);
            default -> Template.own(UnaryStep.class, UnaryStep.Wholes.class, UnaryOp.of(op, Lane.I64), Whole.I64);
        };
    }

    /** Returns the step between a count and a number, which stands second: MULTIPLY, DIVIDE or FLOOR_DIVIDE. */
    static Step scaled(Op op, boolean real) {
        Class<? extends Step> type = op == Op.MULTIPLY ? real ? RealMultiple.class : Multiple.class
                : real ? RealPart.class : Part.class;
        return Template.own(Step.class, type);
    }

    private static <T> T known(@Nullable T row, Op op) {
        if (row == null) {
            throw new IllegalArgumentException("kernel: no " + op + " of times");
        }
        return row;
    }

    /** The whole part, towards 0; NaT if no count is as large. */
    static long count(double value) {
        return value >= -0x1p63 && value < 0x1p63 ? (long) value : NAT;
    }

    /** A quotient of two counts. */
    static final class Quotient implements Step {
        @Override
        public void run(long a, long b, long out) {
            long left = Raw.i64(a);
            long right = Raw.i64(b);
            Raw.f64(out, left == NAT || right == NAT ? Double.NaN : (double) left / (double) right);
        }
    }

    /** A count times an integer. */
    static final class Multiple implements Step {
        @Override
        public void run(long a, long b, long out) {
            long left = Raw.i64(a);
            Raw.i64(out, left == NAT ? NAT : left * Raw.i64(b));
        }
    }

    /** A count times a real number. */
    static final class RealMultiple implements Step {
        @Override
        public void run(long a, long b, long out) {
            long left = Raw.i64(a);
            Raw.i64(out, left == NAT ? NAT : count(left * Raw.f64(b)));
        }
    }

    /** A count divided by an integer, towards 0. */
    static final class Part implements Step {
        @Override
        public void run(long a, long b, long out) {
            long left = Raw.i64(a);
            long right = Raw.i64(b);
            Raw.i64(out, left == NAT || right == 0 ? NAT : left / right);
        }
    }

    /** A count divided by a real number, towards 0. */
    static final class RealPart implements Step {
        @Override
        public void run(long a, long b, long out) {
            long left = Raw.i64(a);
            Raw.i64(out, left == NAT ? NAT : count(left / Raw.f64(b)));
        }
    }

    /** Whether it is NaT, or is not, or never. */
    static final class Test implements UnaryStep {
        private final boolean ofNat;
        private final boolean ofOthers;

        Test(boolean ofNat, boolean ofOthers) {
            this.ofNat = ofNat;
            this.ofOthers = ofOthers;
        }

        @Override
        public void run(long in, long out) {
            Raw.i8(out, (byte) ((Raw.i64(in) == NAT ? ofNat : ofOthers) ? 1 : 0));
        }
    }

    /** The count itself. */
    static final class Same implements UnaryStep {
        @Override
        public void run(long in, long out) {
            Raw.i64(out, Raw.i64(in));
        }
    }

    /** -1, 0 or 1; as in NumPy, -1 of NaT. */
    static final class Sign implements UnaryStep {
        @Override
        public void run(long in, long out) {
            Raw.i64(out, Long.signum(Raw.i64(in)));
        }
    }
}
