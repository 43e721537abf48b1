package io.arrayport.core.loop;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.loop.Findings.Kind;
import org.jspecify.annotations.Nullable;

/** Looks for the floating-point errors of an elementwise operation: at each element and what came of it. */
final class FloatWatch implements AutoCloseable {
    /** What cannot make an error: results are operands, whole numbers, or exact. */
    private static final Set<Op> EXACT = EnumSet.of(Op.POSITIVE, Op.NEGATIVE, Op.SIGN, Op.CONJUGATE, Op.MAXIMUM,
            Op.MINIMUM, Op.FMAX, Op.FMIN, Op.COPYSIGN, Op.RINT, Op.FLOOR, Op.CEIL, Op.TRUNC, Op.FRACTION, Op.MANTISSA,
            Op.HEAVISIDE);
    /** What has no result below the least normal number that is not exact. */
    private static final Set<Op> NEVER_UNDER = EnumSet.of(Op.ADD, Op.SUBTRACT, Op.ABSOLUTE, Op.SQRT, Op.CBRT,
            Op.FLOOR_DIVIDE, Op.REMAINDER, Op.FMOD, Op.NEXTAFTER, Op.SPACING, Op.LOG, Op.LOG2, Op.LOG10, Op.ARCCOS,
            Op.ARCCOSH, Op.COSH, Op.COS, Op.LOGADDEXP, Op.LOGADDEXP2);
    /** What is infinite at a finite place. */
    private static final Set<Op> POLES = EnumSet.of(Op.DIVIDE, Op.FLOOR_DIVIDE, Op.RECIPROCAL, Op.LOG, Op.LOG2,
            Op.LOG10, Op.LOG1P, Op.ARCTANH, Op.POWER);

    private final Op op;
    private final DType computed;
    private final List<Doubles> inputs = new ArrayList<>();
    private final boolean integers;

    private FloatWatch(Op op, DType computed, boolean integers) {
        this.op = op;
        this.computed = computed;
        this.integers = integers;
    }

    /** Keeps what goes in, which the result may overwrite. */
    static FloatWatch elementwise(Op op, Signature signature, List<Operand> operands) {
        DType type = signature.input(0);
        boolean integers = "iu".indexOf(type.kind()) >= 0
                && (op == Op.FLOOR_DIVIDE || op == Op.REMAINDER || op == Op.FMOD);
        FloatWatch watch = new FloatWatch(op, type, integers);
        if (integers || Doubles.floats(type) && Doubles.floats(signature.output()) && !EXACT.contains(op)) {
            operands.forEach(operand -> watch.inputs.add(Doubles.of(operand)));
        }
        return watch;
    }

    /** Looks at what came out. */
    Findings look(Operand out, @Nullable Operand where) {
        Findings findings = new Findings();
        if (inputs.isEmpty()) {
            return findings;
        }
        try (Doubles results = Doubles.of(out); Doubles mask = where == null ? null : Doubles.of(where)) {
            for (long i = 0; i < results.size(); i++) {
                if (mask == null || mask.get(i, 0) != 0) {
                    element(i, results, findings);
                }
            }
        }
        return findings;
    }

    private void element(long i, Doubles results, Findings findings) {
        boolean nan = false;
        boolean infinite = false;
        for (Doubles input : inputs) {
            for (int part = 0; part < input.parts(); part++) {
                nan |= Double.isNaN(input.get(i, part));
                infinite |= Double.isInfinite(input.get(i, part));
            }
        }
        double a = inputs.getFirst().get(i, 0);
        double b = inputs.getLast().get(i, 0);
        Kind kind = null;
        for (int part = 0; part < results.parts() && kind == null && !nan; part++) {
            double result = results.get(i, part);
            kind = integers ? ofIntegers(a, b, result) : kind(i, result, infinite);
        }
        if (kind != null && !findings.has(kind)) {
            findings.add(kind, "element " + i + " is " + text(results, i) + ", computed from "
                    + inputs.stream().map(input -> text(input, i)).collect(Collectors.joining(" and ")));
        }
    }

    private String text(Doubles numbers, long i) {
        double real = numbers.get(i, 0);
        return numbers.parts() == 2 ? new Complex(real, numbers.get(i, 1)).toString()
                : integers ? Long.toString((long) real) : Double.toString(real);
    }

    private @Nullable Kind ofIntegers(double a, double b, double result) {
        if (b == 0) {
            return Kind.DIVIDE;
        }
        // The least integer divided by -1 is the only quotient that wraps
        return op == Op.FLOOR_DIVIDE && b == -1 && a == result && a < 0 ? Kind.OVER : null;
    }

    private @Nullable Kind kind(long i, double result, boolean infinite) {
        if (Double.isNaN(result)) {
            return Kind.INVALID;
        }
        if (infinite) {
            return null;
        }
        if (Double.isInfinite(result)) {
            return isPole(i) ? Kind.DIVIDE : Kind.OVER;
        }
        boolean real = computed.kind() == 'f';
        return real && isUnder(inputs.getFirst().get(i, 0), inputs.getLast().get(i, 0), result) ? Kind.UNDER : null;
    }

    private boolean isPole(long i) {
        boolean second = op == Op.DIVIDE || op == Op.FLOOR_DIVIDE;
        Doubles input = second ? inputs.getLast() : inputs.getFirst();
        double real = input.get(i, 0);
        if (input.parts() == 2 && input.get(i, 1) != 0) {
            return false;
        }
        return POLES.contains(op) && switch (op) {
            case LOG1P -> real == -1;
            case ARCTANH -> Math.abs(real) == 1;
            default -> real == 0;
        };
    }

    /** Whether a small result is not what it was rounded from. */
    private boolean isUnder(double a, double b, double result) {
        if (NEVER_UNDER.contains(op) || Math.abs(result) >= leastNormal()) {
            return false;
        }
        return switch (op) {
            case MULTIPLY -> a != 0 && b != 0 && (result == 0 || Math.fma(a, b, -result) != 0);
            case SQUARE -> a != 0 && (result == 0 || Math.fma(a, a, -result) != 0);
            case DIVIDE -> a != 0 && (result == 0 || Math.fma(result, b, -a) != 0);
            case LDEXP, HYPOT -> result == 0 && a != 0;
            case EXP, EXP2 -> true;
            default -> a != 0;
        };
    }

    private double leastNormal() {
        return switch (computed.name()) {
            case "float16" -> 0x1p-14;
            case "float64" -> Double.MIN_NORMAL;
            default -> Float.MIN_NORMAL;
        };
    }

    @Override
    public void close() {
        inputs.forEach(Doubles::close);
    }
}
