package io.arrayport.core.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether elements of two layouts have bytes in common. The question whether some position of one array is one of the
 * other is a linear equation in bounded whole numbers: hard in the worst case, so that the work can be limited.
 */
public final class Overlaps {
    private final List<Term> terms;
    private final long[] reach;
    private final long[] divisor;
    private final long most;
    private long work;

    /** A summand that is any multiple of {@code step} up to {@code times} of it. */
    private record Term(long step, long times) {}

    /** What is known after so much work as was allowed. */
    public enum Answer {
        /** There is a byte that elements of both have. */
        YES,
        /** There is none. */
        NO,
        /** The work did not suffice to tell. */
        UNDECIDED
    }

    private Overlaps(List<Term> terms, long most) {
        this.terms = terms;
        this.most = most;
        reach = new long[terms.size() + 1];
        divisor = new long[terms.size() + 1];
        for (int i = terms.size() - 1; i >= 0; i--) {
            Term term = terms.get(i);
            reach[i] = reach[i + 1] + term.step * term.times;
            divisor[i] = gcd(divisor[i + 1], term.step);
        }
    }

    /** Whether the ranges from lowest to highest byte have one in common. */
    public static boolean inBounds(long baseA, Layout a, int itemsizeA, long baseB, Layout b, int itemsizeB) {
        return a.size() > 0 && b.size() > 0 && baseA + a.minByte() < baseB + b.endByte(itemsizeB)
                && baseB + b.minByte() < baseA + a.endByte(itemsizeA);
    }

    /**
     * Whether elements have a byte in common.
     *
     * @param baseA address that {@code a}'s offset is relative to
     * @param baseB address that {@code b}'s offset is relative to
     * @param most how many values may be tried; negative is as many as it takes
     */
    public static Answer of(long baseA, Layout a, int itemsizeA, long baseB, Layout b, int itemsizeB, long most) {
        if (!inBounds(baseA, a, itemsizeA, baseB, b, itemsizeB)) {
            return Answer.NO;
        }
        List<Term> terms = new ArrayList<>();
        add(terms, a, itemsizeA);
        add(terms, b, itemsizeB);
        terms.sort(Comparator.comparingLong(Term::step).reversed());
        merge(terms);
        // Each byte of a is its lowest one plus a sum of terms, each byte of b its highest one minus such a sum.
        long distance = baseB + b.endByte(itemsizeB) - 1 - (baseA + a.minByte());
        return new Overlaps(List.copyOf(terms), most).solve(0, distance);
    }

    private static void add(List<Term> terms, Layout layout, int itemsize) {
        if (itemsize > 1) {
            terms.add(new Term(1, itemsize - 1));
        }
        for (int axis = 0; axis < layout.ndim(); axis++) {
            if (layout.dim(axis) > 1 && layout.stride(axis) != 0) {
                terms.add(new Term(Math.abs(layout.stride(axis)), layout.dim(axis) - 1));
            }
        }
    }

    /** Terms of one step are one: neighbours, as they are sorted. */
    private static void merge(List<Term> terms) {
        for (int i = terms.size() - 1; i > 0; i--) {
            Term inner = terms.get(i);
            Term outer = terms.get(i - 1);
            if (inner.step == outer.step) {
                terms.set(i - 1, new Term(inner.step, Math.addExact(inner.times, outer.times)));
                terms.remove(i);
            }
        }
    }

    /** Whether the terms from the i-th on can add up to {@code sum}. */
    private Answer solve(int i, long sum) {
        if (sum == 0) {
            return Answer.YES;
        }
        if (sum < 0 || sum > reach[i] || sum % divisor[i] != 0) {
            return Answer.NO;
        }
        Term term = terms.get(i);
        long last = Math.min(term.times, sum / term.step);
        // What is left must be in reach of the terms that follow.
        long first = Math.max(0, Math.ceilDiv(sum - reach[i + 1], term.step));
        for (long times = last; times >= first; times--) {
            if (most >= 0 && work++ >= most) {
                return Answer.UNDECIDED;
            }
            Answer answer = solve(i + 1, sum - times * term.step);
            if (answer != Answer.NO) {
                return answer;
            }
        }
        return Answer.NO;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
