package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ufunc.Expression.Parameter;
import io.arrayport.core.ufunc.Expression.Reduce;
import org.jspecify.annotations.Nullable;

/**
 * A function of arrays that is one {@link Expression}: it computes what its parts, called one by one, would, to the
 * last bit, without an array for each of them. For the types of its arguments it is compiled once; any number of
 * threads may call it.
 */
public final class Fused {
    static final String OPERATION = "fuse";
    /** Types that a function keeps its compiled forms for. */
    private static final int KEPT = 256;

    private final Graph graph;
    private final int parameters;
    private final Map<List<Object>, Lowered> lowered = new ConcurrentHashMap<>();
    /** What was called for last: nearly always the same, and found without hashing types. */
    private volatile @Nullable Recent recent;

    private record Recent(List<Object> key, Lowered lowered) {}

    /**
     * @param parameters how many arguments there are
     * @throws IllegalArgumentException if it names another one
     */
    public Fused(Expression expression, int parameters) {
        this.graph = Graph.of(expression);
        this.parameters = parameters;
        for (Expression node : graph.nodes()) {
            if (node instanceof Parameter(int index) && index >= parameters) {
                throw new IllegalArgumentException(OPERATION + ": the expression names argument " + index
                        + ", there are " + parameters);
            }
        }
    }

    /**
     * Computes.
     *
     * @param arguments arrays and weak numbers, at least one array; of bools, numbers and times in any byte order
     * @param out what is written to, which may be or overlap an argument; null makes a fresh array, owned by the
     *        caller and laid out as the parts of the expression would lay it out
     * @param where bools: elements of {@code out} are written where it is true, those of a fresh array are else 0
     * @param casting how the result may be converted to {@code out}'s type
     * @return {@code out}, or the fresh array
     * @throws IllegalArgumentException if there are not as many arguments, or {@code where} is given for a reduction
     * @throws io.arrayport.core.error.DTypeException if a part has no loop for its operands' types
     * @throws io.arrayport.core.error.CastingException if a number does not fit, or the result does not cast to
     *         {@code out}'s type
     * @throws ShapeException if shapes do not fit: it names the part
     * @throws io.arrayport.core.error.ReadOnlyException if {@code out} may not be written
     * @throws io.arrayport.core.error.ClosedException if an array is closed
     */
    public Operand call(List<Input> arguments, @Nullable Operand out, @Nullable Operand where, Casting casting) {
        List<Operand> arrays = check(arguments);
        if (out != null) {
            arrays.add(out);
        }
        if (where != null) {
            Elementwise.requireBool(OPERATION, where);
            arrays.add(where);
        }
        Backend backend = Backend.of(OPERATION, arrays);
        Lowered types = lowered(arguments, arrays.getFirst(), out, where != null);
        try (Held _ = Held.of(arrays.toArray(Operand[]::new)); FusedCall call = new FusedCall(graph, types, arguments,
                backend, FloatErrors.current().isIgnored())) {
            return call.run(out, where, casting);
        }
    }

    private List<Operand> check(List<Input> arguments) {
        if (arguments.size() != parameters) {
            throw new IllegalArgumentException(OPERATION + ": the function takes " + parameters + " arguments, not "
                    + arguments.size());
        }
        List<Operand> arrays = new ArrayList<>(parameters + 2);
        for (int i = 0; i < parameters; i++) {
            if (arguments.get(i) instanceof Input.Array(Operand operand)) {
                Lowering.requireNumbers("argument " + i, operand.dtype());
                arrays.add(operand);
            }
        }
        if (arrays.isEmpty()) {
            throw new IllegalArgumentException(OPERATION + ": all arguments are numbers; one must be an array");
        }
        return arrays;
    }

    /** Returns whether only the kind of a weak number has a say in what is computed, not its worth. */
    static boolean isByKind(Object value) {
        WeakKind kind = WeakKind.of(value);
        return kind == WeakKind.FLOAT || kind == WeakKind.COMPLEX;
    }

    private Lowered lowered(List<Input> arguments, Operand any, @Nullable Operand out, boolean masked) {
        List<Object> key = new ArrayList<>(parameters + 2);
        for (Input argument : arguments) {
            key.add(switch (argument) {
                case Input.Array(Operand operand) -> operand.dtype();
                case Input.Weak(Object value) -> isByKind(value) ? WeakKind.of(value) : value;
            });
        }
        boolean reduces = graph.nodes().get(graph.root()) instanceof Reduce;
        if (masked && reduces) {
            throw new IllegalArgumentException(OPERATION + ": where leaves out elements of the result, and the"
                    + " expression ends in a reduction; give np.where(...) inside of it");
        }
        DType type = out == null || reduces ? null : out.dtype();
        key.add(masked);
        if (type != null) {
            key.add(type);
        }
        Recent last = recent;
        if (last != null && last.key.equals(key)) {
            return last.lowered;
        }
        Lowered known = lowered.get(key);
        if (known == null) {
            known = Lowering.lower(graph, arguments, any, masked, type);
            if (lowered.size() >= KEPT) {
                lowered.clear();
            }
            lowered.put(key, known);
        }
        recent = new Recent(key, known);
        return known;
    }

    @Override
    public String toString() {
        return "fused expression of " + parameters + (parameters == 1 ? " argument" : " arguments");
    }
}
