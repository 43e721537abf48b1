package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ufunc.Expression.Apply;
import io.arrayport.core.ufunc.Expression.Constant;
import io.arrayport.core.ufunc.Expression.Convert;
import io.arrayport.core.ufunc.Expression.Parameter;
import io.arrayport.core.ufunc.Expression.Reduce;
import io.arrayport.core.ufunc.Expression.Where;
import io.arrayport.core.ufunc.Lowered.Stage;
import org.jspecify.annotations.Nullable;

/** Resolves the types of an expression for arguments, by the rules by which each of its parts would be called alone. */
final class Lowering {
    private final Graph graph;
    private final List<Input> arguments;
    private final Operand any;
    private final @Nullable DType[] types;
    /** For each part that is a ufunc, what it is asked to compute. */
    private final Comparisons.@Nullable Bounded[] asked;
    private final @Nullable Signature[] signatures;

    private Lowering(Graph graph, List<Input> arguments, Operand any) {
        this.graph = graph;
        this.arguments = arguments;
        this.any = any;
        this.types = new @Nullable DType[graph.nodes().size()];
        this.asked = new Comparisons.@Nullable Bounded[types.length];
        this.signatures = new @Nullable Signature[types.length];
    }

    /**
     * @param any one of the arrays
     * @param masked whether some elements are left out
     * @param out the type of what is written to; null makes a fresh array
     */
    static Lowered lower(Graph graph, List<Input> arguments, Operand any, boolean masked, @Nullable DType out) {
        Lowering lowering = new Lowering(graph, arguments, any);
        for (int node = 0; node < lowering.types.length; node++) {
            lowering.types[node] = lowering.type(node);
        }
        List<Stage> stages = new ArrayList<>();
        for (int node = 0; node < lowering.types.length; node++) {
            if (graph.nodes().get(node) instanceof Reduce) {
                stages.add(lowering.new Writer(graph.inputs().get(node)[0]).stage(node));
            }
        }
        if (!(graph.nodes().get(graph.root()) instanceof Reduce)) {
            stages.add(lowering.new Writer(graph.root()).result(masked, out));
        }
        return new Lowered(lowering.types, stages);
    }

    private @Nullable DType type(int node) {
        int[] inputs = graph.inputs().get(node);
        return switch (graph.nodes().get(node)) {
            case Parameter(int index) -> arguments.get(index) instanceof Input.Array(Operand operand)
                    ? Promotion.nativeOf(operand.dtype()) : null;
            case Constant _ -> null;
            case Apply apply -> apply(node, apply, inputs);
            case Where _ -> {
                strong("where", inputs[0]);
                yield chosen(inputs);
            }
            case Convert(DType type, _) -> {
                DType from = strong("astype", inputs[0]);
                requireNumbers("astype", type);
                yield Promotion.sized(type, from);
            }
            case Reduce reduce -> reduced(reduce, strong(reduce.operation(), inputs[0]));
        };
    }

    private DType apply(int node, Apply apply, int[] inputs) {
        UFunc row = apply.row();
        List<Input> given = new ArrayList<>();
        for (int input : inputs) {
            DType type = types[input];
            given.add(type == null ? Input.of(weak(input)) : standIn(type));
        }
        if (given.stream().noneMatch(Input.Array.class::isInstance)) {
            throw new DTypeException("fuse: " + row.method() + " is asked of numbers only; compute that in Java, or"
                    + " give one of them as an array");
        }
        Comparisons.Bounded bounded = Comparisons.bounded(row.ops(), given);
        Signature signature = Resolver.resolve(row, row.method(), Elementwise.OUT, bounded.inputs(), Keywords.NONE);
        asked[node] = bounded;
        signatures[node] = signature;
        return signature.outputs().get(apply.output());
    }

    /** Stands for what is not computed yet: only its type is looked at. */
    private Input standIn(DType type) {
        return Input.of(new Operand(type, Layout.contiguous(Shape.of(), type.itemsize()), any.storage(), false));
    }

    private Object weak(int node) {
        return switch (graph.nodes().get(node)) {
            case Constant(Object value) -> value;
            case Parameter(int index) when arguments.get(index) instanceof Input.Weak(Object value) -> value;
            default -> throw new IllegalStateException("fuse: part " + node + " is no number");
        };
    }

    private DType chosen(int[] inputs) {
        List<DType> strong = new ArrayList<>();
        List<WeakKind> weak = new ArrayList<>();
        for (int i = 1; i < inputs.length; i++) {
            DType type = types[inputs[i]];
            if (type == null) {
                weak.add(WeakKind.of(weak(inputs[i])));
            } else {
                strong.add(type);
            }
        }
        return Promotion.resultType(strong, weak);
    }

    private DType strong(String operation, int node) {
        DType type = types[node];
        if (type == null) {
            throw new DTypeException("fuse: " + operation + " takes an array, not the number " + weak(node));
        }
        return type;
    }

    private static DType reduced(Reduce reduce, DType in) {
        DType dtype = reduce.keywords().dtype();
        return reduce.row() == null ? Reductions.meanType(in, dtype)
                : ReduceCall.type(reduce.row(), reduce.operation(), in, dtype, null);
    }

    /** @throws DTypeException if elements of {@code type} are no numbers, bools or times */
    static void requireNumbers(String what, DType type) {
        if ("biufcMm".indexOf(type.kind()) < 0 || type instanceof FlexibleType) {
            throw new DTypeException("fuse: " + what + " is " + type + "; fused expressions compute bools, numbers and"
                    + " times; call the functions one by one for other types");
        }
    }

    /** Writes the program of one stage. */
    private final class Writer {
        private final int root;
        private final List<Integer> arrays = new ArrayList<>();
        private final List<DType> stored = new ArrayList<>();
        private final List<Lowered.Scalar> numbers = new ArrayList<>();
        /** By the part, or the part and a type, what has been written; arrays count up from 0, others from below. */
        private final Map<String, Integer> written = new TreeMap<>();
        private final List<Draft> steps = new ArrayList<>();

        /** A step whose inputs are not numbered yet. */
        private record Draft(Program.Step step, int[] inputs) {}

        private static final int NUMBERS = 1 << 28;
        private static final int STEPS = 1 << 29;

        Writer(int root) {
            this.root = root;
            boolean[] needed = new boolean[root + 1];
            needed[root] = true;
            for (int node = root; node >= 0; node--) {
                if (needed[node] && !isLeaf(node)) {
                    for (int input : graph.inputs().get(node)) {
                        needed[input] = true;
                    }
                }
            }
            for (int node = 0; node <= root; node++) {
                if (needed[node] && types[node] != null) {
                    written.put(Integer.toString(node), value(node));
                }
            }
        }

        private boolean isLeaf(int node) {
            return graph.nodes().get(node) instanceof Parameter || graph.nodes().get(node) instanceof Reduce;
        }

        /** The elements of a reduction. */
        Stage stage(int reduction) {
            DType type = Promotion.nativeOf(type(root));
            if (result() < STEPS || !type.equals(type(root))) {
                step(new Program.Convert(type, List.of()), result());
            }
            return finish(reduction);
        }

        /** The result, converted to what it is written to. */
        Stage result(boolean masked, @Nullable DType out) {
            DType type = out == null ? type(root) : out;
            int value = result();
            if (masked) {
                int mask = array(Lowered.MASK, DType.BOOL);
                int kept = out == null ? number(-1, false, "fuse", type) : array(Lowered.OUT, type);
                step(new Program.Choose(type, List.of()), mask, converted(value, type), kept);
            } else if (value < STEPS || !type.equals(type(root))) {
                step(new Program.Convert(type, List.of()), value);
            }
            return finish(-1);
        }

        private int result() {
            return written.getOrDefault(Integer.toString(root), -1);
        }

        private DType type(int node) {
            return strong("the result", node);
        }

        private Stage finish(int reduction) {
            List<DType> numberTypes = numbers.stream().map(Lowered.Scalar::type).toList();
            List<Program.Step> finished = new ArrayList<>();
            for (Draft draft : steps) {
                List<Integer> inputs = Arrays.stream(draft.inputs()).mapToObj(this::renumbered).toList();
                finished.add(switch (draft.step()) {
                    case Program.Apply apply -> new Program.Apply(apply.operation(), apply.op(), apply.signature(),
                            inputs);
                    case Program.Choose choose -> new Program.Choose(choose.type(), inputs);
                    case Program.Convert convert -> new Program.Convert(convert.type(), inputs);
                });
            }
            return new Stage(reduction, root, arrays.stream().mapToInt(Integer::intValue).toArray(),
                    List.copyOf(numbers), new Program(stored, numberTypes, finished));
        }

        private int renumbered(int draft) {
            return draft >= STEPS ? draft - STEPS + arrays.size() + numbers.size()
                    : draft >= NUMBERS ? draft - NUMBERS + arrays.size() : draft;
        }

        private int value(int node) {
            int[] inputs = graph.inputs().get(node);
            return switch (graph.nodes().get(node)) {
                case Parameter(int index) when arguments.get(index) instanceof Input.Array(Operand operand) ->
                    array(node, operand.dtype());
                case Reduce _ -> array(node, type(node));
                case Apply apply -> applied(node, apply, inputs);
                case Where _ -> step(new Program.Choose(type(node), List.of()), as(inputs[0], "where", DType.BOOL),
                        as(inputs[1], "where", type(node)), as(inputs[2], "where", type(node)));
                case Convert _ -> as(inputs[0], "astype", type(node));
                case Parameter _,Constant _ -> throw new IllegalStateException("fuse: a number is no array");
            };
        }

        private int applied(int node, Apply apply, int[] inputs) {
            Comparisons.Bounded bounded = asked[node];
            Signature signature = signatures[node];
            if (bounded == null || signature == null) {
                throw new IllegalStateException("fuse: part " + node + " is not resolved");
            }
            String operation = apply.row().method();
            int[] values = new int[inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                DType type = signature.input(i);
                // A question may be turned round: its array is then the other input
                values[i] = bounded.inputs().get(i) instanceof Input.Weak(Object value)
                        ? number(inputs[i], value, operation, type)
                        : as(types[inputs[i]] == null ? inputs[1 - i] : inputs[i], operation, type);
            }
            Op op = bounded.ops().get(apply.output());
            return step(new Program.Apply(operation, op, signature.giving(apply.output()), List.of()), values);
        }

        /** A part in a type. */
        private int as(int node, String operation, DType type) {
            return types[node] == null ? number(node, weak(node), operation, type)
                    : converted(written.getOrDefault(Integer.toString(node), -1), type);
        }

        private int converted(int value, DType type) {
            DType from = value < NUMBERS ? stored.get(value) : steps.get(value - STEPS).step().type();
            if (from.equals(type)) {
                return value;
            }
            return written.computeIfAbsent(value + " as " + type,
                    _ -> step(new Program.Convert(type, List.of()), value));
        }

        private int array(int node, DType type) {
            arrays.add(node);
            stored.add(type);
            return arrays.size() - 1;
        }

        /** Only the kind of a float that is an argument has been looked at: its worth is taken in each call. */
        private int number(int node, Object value, String operation, DType type) {
            boolean later = node >= 0 && graph.nodes().get(node) instanceof Parameter && Fused.isByKind(value);
            int parameter = later ? ((Parameter) graph.nodes().get(node)).index() : -1;
            Lowered.Scalar number = new Lowered.Scalar(parameter,
                    parameter < 0 ? Scalars.fit(operation, value, type) : value, operation, type);
            return written.computeIfAbsent((later ? "argument " + parameter : "number " + number.value()) + " as "
                    + type, _ -> {
                        numbers.add(number);
                        return NUMBERS + numbers.size() - 1;
                    });
        }

        private int step(Program.Step step, int... inputs) {
            steps.add(new Draft(step, inputs));
            return STEPS + steps.size() - 1;
        }
    }
}
