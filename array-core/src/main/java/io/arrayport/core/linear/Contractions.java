package io.arrayport.core.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.Contraction;
import io.arrayport.core.ndarray.Contraction.Term;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Out;
import org.jspecify.annotations.Nullable;

/** Einsum as a sequence of products of two operands. What lies between is closed as soon as it has been used. */
final class Contractions {
    private final List<Term> operands;
    private final int[] result;
    private final DType type;

    /**
     * An operand, or what was made of some.
     *
     * @param made whether it ends with its use
     */
    private record Factor(Term term, boolean made) implements AutoCloseable {
        boolean has(int label) {
            return isIn(term.labels(), label);
        }

        @Override
        public void close() {
            if (made) {
                term.array().close();
            }
        }
    }

    Contractions(List<Term> operands, int[] result, DType type) {
        this.operands = operands;
        this.result = result;
        this.type = type;
    }

    /** @param steps for each the positions in the list of operands that are left; what they give joins its end */
    void run(List<List<Integer>> steps, NdArray out) {
        List<Factor> left = new ArrayList<>();
        operands.forEach(term -> left.add(new Factor(term, false)));
        try {
            for (int i = 0; i < steps.size(); i++) {
                boolean last = i == steps.size() - 1;
                List<Factor> taken = take(steps.get(i), left);
                try {
                    if (last && !left.isEmpty()) {
                        throw new ArrayportException(Einsum.NAME + ": the path " + steps + " leaves " + left.size()
                                + " operands; name them in its last step");
                    }
                    Factor product = joined(taken, left, last ? out : null);
                    if (!last) {
                        left.add(product);
                    }
                } finally {
                    taken.forEach(Factor::close);
                }
            }
        } finally {
            left.forEach(Factor::close);
        }
    }

    private static List<Factor> take(List<Integer> positions, List<Factor> left) {
        List<Integer> ascending = positions.stream().distinct().sorted().toList();
        for (int position : ascending) {
            if (position < 0 || position >= left.size()) {
                throw new ArrayportException(Einsum.NAME + ": the path takes operand " + position + " of "
                        + left.size() + " that are left; np.einsumPath makes paths that fit");
            }
        }
        List<Factor> taken = new ArrayList<>();
        for (int position : ascending.reversed()) {
            taken.addFirst(left.remove(position));
        }
        return taken;
    }

    /**
     * The product of some operands, summed along what is in neither the result nor the others.
     *
     * @param out where it goes, if it is the result; else it is new
     */
    private Factor joined(List<Factor> taken, List<Factor> others, @Nullable NdArray out) {
        Factor product = taken.getFirst();
        if (taken.size() == 1) {
            int[] wanted = out != null ? result : needed(taken, others);
            return new Factor(new Term(single(product.term(), wanted, out), wanted), true);
        }
        for (int i = 1; i < taken.size(); i++) {
            boolean last = i == taken.size() - 1;
            Factor next = taken.get(i);
            List<Factor> later = new ArrayList<>(taken.subList(i + 1, taken.size()));
            later.addAll(others);
            int[] wanted = last && out != null ? result : needed(List.of(product, next), later);
            if (i == 1) {
                product = pair(product, next, wanted, last ? out : null);
            } else {
                try (Factor before = product) {
                    product = pair(before, next, wanted, last ? out : null);
                }
            }
        }
        return product;
    }

    /** The axes of a product that the result has, or another operand is multiplied along. */
    private int[] needed(List<Factor> factors, List<Factor> others) {
        return factors.stream().flatMapToInt(factor -> Arrays.stream(factor.term().labels())).distinct().filter(
                label -> isIn(result, label) || others.stream().anyMatch(factor -> factor.has(label))).toArray();
    }

    private Factor pair(Factor a, Factor b, int[] wanted, @Nullable NdArray out) {
        try (Factor left = summed(a, b, wanted); Factor right = summed(b, a, wanted)) {
            return new Factor(new Term(Contraction.of(Einsum.NAME, left.term(), right.term(), wanted, type, out),
                    wanted), true);
        }
    }

    /** The operand summed along what nobody else has: the sum of products is the product of sums. */
    private Factor summed(Factor factor, Factor other, int[] wanted) {
        int[] labels = factor.term().labels();
        int[] kept = Arrays.stream(labels).filter(label -> isIn(wanted, label) || other.has(label)).toArray();
        return kept.length == labels.length ? new Factor(factor.term(), false)
                : new Factor(new Term(single(factor.term(), kept, null), kept), true);
    }

    /** The operand with the wanted axes in this order, the others summed. */
    private NdArray single(Term term, int[] wanted, @Nullable NdArray out) {
        int[] others = Arrays.stream(term.labels()).filter(label -> !isIn(wanted, label)).toArray();
        NdArray ordered = term.array().transpose(IntStream.concat(Arrays.stream(wanted), Arrays.stream(others))
                .map(label -> Einsum.indexOf(term.labels(), label)).toArray());
        if (others.length == 0) {
            return out == null ? ordered.astype(type) : copied(ordered, out);
        }
        Axis axes = new Axis(IntStream.range(wanted.length, ordered.ndim()).boxed().toList());
        if (out != null && out.dtype().equals(type)) {
            return ordered.sum(axes, new DtypeOption(type), new Out(out));
        }
        NdArray sum = ordered.sum(axes, new DtypeOption(type));
        if (out == null) {
            return sum;
        }
        try (sum) {
            return copied(sum, out);
        }
    }

    private static NdArray copied(NdArray from, NdArray to) {
        Assignment.copyto(to, from, new CastingOption(Casting.UNSAFE));
        return to;
    }

    private static boolean isIn(int[] labels, int label) {
        return Einsum.indexOf(labels, label) >= 0;
    }
}
