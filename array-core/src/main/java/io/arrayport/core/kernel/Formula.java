package io.arrayport.core.kernel;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.backend.Op;
import org.jspecify.annotations.Nullable;

/**
 * Several operations on elements of one lane, of which the last gives the result: what a kernel is spun for that takes
 * all of them at once. Values are known by a number: first those that are read, then what each term gives.
 *
 * @param inputs how many values are read
 * @param repeated a bit for each of them: whether it is one element that is repeated
 * @param far whether it computes some of arrays of {@link BinaryKernel#FAR_BYTES} and more
 * @param terms in an order in which each takes values before its own
 */
public record Formula(Lane lane, int inputs, int repeated, boolean far, List<Term> terms) {
    /** Most terms of one kernel: twice as many the JVM's first compiler may refuse, and then the second one too. */
    public static final int MOST = 24;

    private static final Set<Op> COMPARISONS = EnumSet.range(Op.EQUAL, Op.GREATER_EQUAL);
    private static final Set<Op> OPERATORS = EnumSet.of(Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.NEGATIVE, Op.SQUARE);
    private static final Set<Op> OF_FLOATS = EnumSet.of(Op.DIVIDE, Op.SQRT, Op.ABSOLUTE);
    private static final Set<Op> OF_INTEGERS = EnumSet.of(Op.BITWISE_AND, Op.BITWISE_OR, Op.BITWISE_XOR);
    private static final Map<Formula, FormulaKernel> SPUN = new ConcurrentHashMap<>();
    private static final int KEPT = 1024;
    /** Most terms that take no longer than memory does (of 16 both are even, 24 take 0.4 longer by shorter vectors). */
    private static final int FAR_TERMS = 12;

    public Formula {
        terms = List.copyOf(terms);
        far &= terms.size() <= FAR_TERMS;
    }

    /**
     * One operation.
     *
     * @param op null chooses: the second value where the first, a comparison, is true, else the third
     */
    public record Term(@Nullable Op op, List<Integer> inputs) {
        public Term {
            inputs = List.copyOf(inputs);
        }
    }

    /** Returns whether elements of {@code lane} are computed by formulas on this machine. */
    public static boolean has(Lane lane) {
        return Simd.isOn() && switch (lane) {
            case F32, F64, I32, I64, U32, U64 -> true;
            default -> false;
        };
    }

    /** Returns whether {@code op} may be a term, with the bits of its own kernel. */
    public static boolean has(Op op, Lane lane) {
        return has(lane) && (OPERATORS.contains(op) || (lane.isFloat() ? OF_FLOATS : OF_INTEGERS).contains(op));
    }

    /** Returns whether {@code op} may be what a term chooses by. */
    public static boolean isComparison(Op op) {
        return COMPARISONS.contains(op);
    }

    /** Returns fewest elements that its kernel computes. */
    public int least() {
        return VectorTypes.wholeSpecies(lane).length();
    }

    /** Returns its kernel; made when it is first asked for. */
    public FormulaKernel kernel() {
        FormulaKernel kernel = SPUN.get(this);
        if (kernel == null) {
            if (SPUN.size() >= KEPT) {
                SPUN.clear();
            }
            kernel = SPUN.computeIfAbsent(this, FormulaCode::of);
        }
        return kernel;
    }
}
