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

    Contractions(List<Term> operands, int[] result, DType type) {
        this.operands = operands;
        this.result = result;
        this.type = type;
    }

    /** @param steps for each the positions in the list of operands that are left; what they give joins its end */
    void run(List<List<Integer>> steps, NdArray out) {
        List<Term> left = new ArrayList<>(operands);
        try {
            for (int i = 0; i < steps.size(); i++) {
                boolean last = i == steps.size() - 1;
                List<Term> taken = taken(steps.get(i), left);
                if (last && taken.size() < left.size()) {
                    throw new ArrayportException(Einsum.NAME + ": the path " + steps + " leaves "
                            + (left.size() - taken.size()) + " operands; name them in its last step");
                }
                left.removeIf(term -> taken.stream().anyMatch(used -> used == term));
                try {
                    left.add(joined(taken, left, last ? out : null));
                } finally {
                    taken.forEach(this::release);
                }
            }
            left.clear(); // it is out
        } finally {
            left.forEach(this::release);
        }
    }

    private static List<Term> taken(List<Integer> positions, List<Term> left) {
        List<Term> taken = new ArrayList<>();
        for (int position : positions.stream().distinct().sorted().toList()) {
            if (position < 0 || position >= left.size()) {
                throw new ArrayportException(Einsum.NAME + ": the path takes operand " + position + " of "
                        + left.size() + " that are left; np.einsumPath makes paths that fit");
            }
            taken.add(left.get(position));
        }
        return taken;
    }

    private void release(Term term) {
        if (operands.stream().noneMatch(given -> given == term)) {
            term.array().close();
        }
    }

    /**
     * The product of some operands, summed along what is in neither the result nor the others.
     *
     * @param out where it goes, if it is the result; else it is new
     */
    private Term joined(List<Term> taken, List<Term> others, @Nullable NdArray out) {
        Term product = taken.getFirst();
        if (taken.size() == 1) {
            int[] wanted = out != null ? result : needed(taken, others);
            return new Term(single(product, wanted, out), wanted);
        }
        for (int i = 1; i < taken.size(); i++) {
            boolean last = i == taken.size() - 1;
            List<Term> factors = List.of(product, taken.get(i));
            List<Term> later = new ArrayList<>(taken.subList(i + 1, taken.size()));
            later.addAll(others);
            int[] wanted = last && out != null ? result : needed(factors, later);
            try {
                product = new Term(pair(product, taken.get(i), wanted, last ? out : null), wanted);
            } finally {
                if (i > 1) {
                    factors.getFirst().array().close();
                }
            }
        }
        return product;
    }

    /** The axes of a product that the result has, or another operand is multiplied along. */
    private int[] needed(List<Term> factors, List<Term> others) {
        return factors.stream().flatMapToInt(term -> Arrays.stream(term.labels())).distinct().filter(
                label -> isIn(result, label) || others.stream().anyMatch(term -> isIn(term.labels(), label))).toArray();
    }

    private NdArray pair(Term a, Term b, int[] wanted, @Nullable NdArray out) {
        Term left = summed(a, b, wanted);
        try {
            Term right = summed(b, a, wanted);
            try {
                return Contraction.of(Einsum.NAME, left, right, wanted, type, out);
            } finally {
                if (right != b) {
                    right.array().close();
                }
            }
        } finally {
            if (left != a) {
                left.array().close();
            }
        }
    }

    /** The operand summed along what nobody else has: the sum of products is the product of sums. */
    private Term summed(Term term, Term other, int[] wanted) {
        int[] kept = Arrays.stream(term.labels()).filter(
                label -> isIn(wanted, label) || isIn(other.labels(), label)).toArray();
        return kept.length == term.labels().length ? term : new Term(single(term, kept, null), kept);
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
