package io.arrayport.core.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.ndarray.Contraction.Term;
import io.arrayport.core.ndarray.EinsumOption;
import io.arrayport.core.ndarray.EinsumOption.Optimize;
import io.arrayport.core.ndarray.EinsumPath;
import io.arrayport.core.ndarray.EinsumPathOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Temporaries;
import org.jspecify.annotations.Nullable;

/** {@code np.einsum}: sums of products of any number of operands. */
public final class Einsum {
    static final String NAME = "einsum";

    private final List<Term> terms;
    private final int[] result;
    private final Map<Integer, Long> sizes;

    private Einsum(Subscripts subscripts, List<NdArray> operands) {
        List<Term> diagonals = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            diagonals.add(diagonal(operands.get(i), subscripts.operands().get(i)));
        }
        sizes = sizes(diagonals);
        diagonals.replaceAll(this::stretched);
        terms = List.copyOf(diagonals);
        result = subscripts.result();
    }

    /** As {@code np.einsum} with subscripts in letters. */
    public static NdArray of(String subscripts, List<NdArray> operands, EinsumOption... options) {
        return new Einsum(Subscripts.parse(NAME, subscripts, operands.stream().mapToInt(NdArray::ndim).toArray()),
                operands).run(options);
    }

    /**
     * As {@code np.einsum} with labels that are numbers from 0 to 51.
     *
     * @param result null for those that are named once
     */
    public static NdArray of(List<NdArray> operands, List<int[]> labels, int @Nullable [] result,
            EinsumOption... options) {
        for (int i = 0; i < operands.size(); i++) {
            if (labels.get(i).length != operands.get(i).ndim()) {
                throw new ShapeException(NAME + ": " + labels.get(i).length + " labels for operand " + i
                        + ", which has shape " + operands.get(i).shape());
            }
            Subscripts.requireInRange(NAME, labels.get(i));
        }
        if (result != null) {
            Subscripts.requireInRange(NAME, result);
        }
        return new Einsum(Subscripts.of(NAME, labels, result == null ? Subscripts.implied(labels, 0) : result),
                operands).run(options);
    }

    /** As {@code np.einsum_path}. */
    public static EinsumPath path(String subscripts, List<NdArray> operands, EinsumPathOption... options) {
        Option.requireDistinct("einsumPath", options);
        Optimize optimize = new Optimize(EinsumPath.Strategy.GREEDY, null);
        for (EinsumPathOption option : options) {
            optimize = switch (option) {
                case Optimize given -> given;
            };
        }
        int[] ndims = operands.stream().mapToInt(NdArray::ndim).toArray();
        Subscripts parsed = Subscripts.parse("einsumPath", subscripts, ndims);
        Einsum einsum = new Einsum(parsed, operands);
        return ContractionCosts.describe(parsed, einsum.sizes, einsum.steps(optimize));
    }

    private List<List<Integer>> steps(@Nullable Optimize optimize) {
        if (optimize != null && optimize.path() != null) {
            return optimize.path().contractions();
        }
        return PathSearch.of(optimize == null ? null : optimize.strategy(), terms, result, sizes);
    }

    private NdArray run(EinsumOption... options) {
        Option.requireDistinct(NAME, options);
        NdArray out = null;
        DType dtype = null;
        Casting casting = Casting.SAFE;
        Order order = Order.K;
        Optimize optimize = null;
        for (EinsumOption option : options) {
            switch (option) {
                case Out(NdArray array) -> out = array;
                case DtypeOption(DType type) -> dtype = type;
                case CastingOption(Casting rule) -> casting = rule;
                case OrderOption(Order given) -> order = given;
                case Optimize given -> optimize = given;
            }
        }
        boolean searched = optimize != null && (optimize.strategy() != null || optimize.path() != null);
        if (terms.size() == 1 && out == null && !searched && result.length == terms.getFirst().labels().length) {
            return view(terms.getFirst());
        }
        DType type = type(dtype, out, casting);
        Contractions contractions = new Contractions(terms, result, type);
        List<List<Integer>> steps = steps(optimize);
        if (out != null) {
            requireShape(out);
            contractions.run(steps, out);
            return out;
        }
        return Temporaries.finished(
                Temporaries.empty(terms.getFirst().array(), type,
                        layout(searched && order == Order.K ? Order.C : order, type)),
                fresh -> contractions.run(steps, fresh));
    }

    private NdArray view(Term term) {
        return term.array().transpose(Arrays.stream(result).map(label -> indexOf(term.labels(), label)).toArray());
    }

    private DType type(@Nullable DType dtype, @Nullable NdArray out, Casting casting) {
        DType type = dtype;
        if (type == null) {
            type = out == null ? terms.getFirst().array().dtype() : out.dtype();
            for (Term term : terms) {
                type = Promotion.promoteTypes(type, term.array().dtype());
            }
        }
        type = Promotion.nativeOf(type);
        if ("biufc".indexOf(type.kind()) < 0) {
            throw new DTypeException(NAME + ": there are no products of " + type + "; view or convert it as integers");
        }
        for (int i = 0; i < terms.size(); i++) {
            requireCast("operand " + i, terms.get(i).array().dtype(), type, casting);
        }
        if (out != null) {
            requireCast("the result", type, out.dtype(), casting);
        }
        return type;
    }

    private static void requireCast(String what, DType from, DType to, Casting casting) {
        if (!Promotion.canCast(from, to, casting)) {
            throw new CastingException(NAME + ": " + what + " goes from " + from + " to " + to
                    + ", which is not allowed by casting " + casting + "; allow more with casting(...)");
        }
    }

    private Shape shape() {
        return Shape.of(Arrays.stream(result).mapToLong(sizes::get).toArray());
    }

    private void requireShape(NdArray out) {
        if (!out.shape().equals(shape())) {
            throw new ShapeException(NAME + ": out has shape " + out.shape() + ", the result has " + shape());
        }
    }

    /** How the result lies in memory: for K as the operands' axes do, those that are summed left out. */
    private Layout layout(Order order, DType type) {
        boolean columns = order == Order.F || order == Order.A
                && terms.stream().allMatch(term -> term.array().layout().isFContiguous(term.array().itemsize()));
        if (columns) {
            return Fresh.columns(shape(), type.itemsize());
        }
        if (order != Order.K || result.length < 2) {
            return Layout.contiguous(shape(), type.itemsize());
        }
        int[] walked = IntStream.concat(Arrays.stream(result),
                sizes.keySet().stream().mapToInt(label -> label).filter(label -> indexOf(result, label) < 0).sorted())
                .toArray();
        boolean[] summed = new boolean[walked.length];
        Arrays.fill(summed, result.length, walked.length, true);
        Layout[] inputs = terms.stream().map(term -> along(term, walked)).toArray(Layout[]::new);
        return Fresh.reduced(summed, type.itemsize(), inputs)
                .squeeze(IntStream.range(result.length, walked.length).toArray());
    }

    /** The operand's layout over all labels, of stride 0 along those that it lacks. */
    private Layout along(Term term, int[] labels) {
        Layout own = term.array().layout();
        long[] strides = Arrays.stream(labels).map(label -> indexOf(term.labels(), label))
                .mapToLong(axis -> axis < 0 ? 0 : own.stride(axis)).toArray();
        return Layout.of(Shape.of(Arrays.stream(labels).mapToLong(sizes::get).toArray()), strides, own.offset());
    }

    private static Map<Integer, Long> sizes(List<Term> terms) {
        Map<Integer, Long> sizes = new HashMap<>();
        for (Term term : terms) {
            for (int axis = 0; axis < term.labels().length; axis++) {
                long dim = term.array().shape().dim(axis);
                Long known = sizes.putIfAbsent(term.labels()[axis], dim);
                if (known != null && known == 1) {
                    sizes.put(term.labels()[axis], dim);
                } else if (known != null && dim != 1 && dim != known) {
                    throw new ShapeException(NAME + ": axis " + Subscripts.name(term.labels()[axis]) + " is " + known
                            + " long in one operand and " + dim + " in another, of shape " + term.array().shape());
                }
            }
        }
        return sizes;
    }

    /** The operand with each label once: axes of one label are walked together. */
    private static Term diagonal(NdArray array, int[] labels) {
        if (areDistinct(labels)) {
            return new Term(array, labels);
        }
        int[] distinct = Arrays.stream(labels).distinct().toArray();
        long[] dims = new long[distinct.length];
        long[] strides = new long[distinct.length];
        Arrays.fill(dims, -1);
        for (int axis = 0; axis < labels.length; axis++) {
            int at = indexOf(distinct, labels[axis]);
            long dim = array.shape().dim(axis);
            if (dims[at] >= 0 && dims[at] != dim) {
                throw new ShapeException(NAME + ": an operand of shape " + array.shape() + " has no diagonal "
                        + Subscripts.name(labels[axis]) + ": its axes are " + dims[at] + " and " + dim + " long");
            }
            dims[at] = dim;
            strides[at] += array.layout().stride(axis);
        }
        return new Term(NdArray.of(array.storage(), array.dtype(),
                Layout.of(Shape.of(dims), strides, array.layout().offset()), array.isWriteable()), distinct);
    }

    private static boolean areDistinct(int[] labels) {
        for (int i = 0; i < labels.length; i++) {
            if (indexOf(labels, labels[i]) < i) {
                return false;
            }
        }
        return true;
    }

    /** The operand with axes of length 1 stretched to what the others have. */
    private Term stretched(Term term) {
        long[] dims = new long[term.labels().length];
        Arrays.setAll(dims, axis -> sizes.getOrDefault(term.labels()[axis], 1L));
        return Arrays.equals(dims, term.array().shape().toArray()) ? term
                : new Term(term.array().broadcastTo(dims), term.labels());
    }

    static int indexOf(int[] labels, int label) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                return i;
            }
        }
        return -1;
    }
}
