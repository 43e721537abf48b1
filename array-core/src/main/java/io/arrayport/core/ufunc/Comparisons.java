package io.arrayport.core.ufunc;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.WeakKind;

/**
 * Comparisons of integer arrays with whole numbers that their type cannot hold: they have an answer, the same for all
 * elements, where arithmetic has none. So has the question whether such a number is other than 0.
 */
final class Comparisons {
    /** What is asked instead: of the same answer, but of a number that the type holds. */
    record Bounded(List<Op> ops, List<Input> inputs) {}

    private static final Set<Op> ALL = EnumSet.range(Op.EQUAL, Op.GREATER_EQUAL);

    private Comparisons() {}

    /** Returns the question itself, unless it is such a comparison. */
    static Bounded bounded(List<Op> ops, List<Input> inputs) {
        Op op = ops.getFirst();
        if (ALL.contains(op)) {
            if (inputs.get(0) instanceof Input.Array left && inputs.get(1) instanceof Input.Weak right) {
                return bounded(op, left, right, inputs, false);
            }
            if (inputs.get(0) instanceof Input.Weak left && inputs.get(1) instanceof Input.Array right) {
                return bounded(op, right, left, inputs, true);
            }
        }
        boolean truth = op == Op.LOGICAL_AND || op == Op.LOGICAL_OR || op == Op.LOGICAL_XOR;
        return new Bounded(ops, truth ? inputs.stream().map(Comparisons::truth).toList() : inputs);
    }

    /** Of a number only the truth counts, which every type can hold. */
    private static Input truth(Input input) {
        return input instanceof Input.Weak(BigInteger number) && number.signum() != 0
                || input instanceof Input.Weak(Long whole) && whole != 0 ? Input.of(1L) : input;
    }

    private static Bounded bounded(Op op, Input.Array array, Input.Weak number, List<Input> inputs, boolean swapped) {
        if (!(array.operand().dtype() instanceof IntegerType type)
                || WeakKind.of(number.value()) != WeakKind.INT) {
            return new Bounded(List.of(op), inputs);
        }
        BigInteger value = new BigInteger(number.value().toString());
        if (Scalars.holds(type, value)) {
            return new Bounded(List.of(op), inputs);
        }
        boolean above = value.signum() > 0 != swapped; // the right one is the greater
        boolean answer = switch (op) {
            case NOT_EQUAL -> true;
            case LESS, LESS_EQUAL -> above;
            case GREATER, GREATER_EQUAL -> !above;
            default -> false;
        };
        // No element is below the least value, and every element is equal to or above it
        BigInteger least = type.signed() ? BigInteger.ONE.negate().shiftLeft(type.bits() - 1) : BigInteger.ZERO;
        Input bound = Input.of(least);
        return new Bounded(List.of(answer ? Op.GREATER_EQUAL : Op.LESS), List.of(array, bound));
    }
}
